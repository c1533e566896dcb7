package org.mastshell.terminal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jline.utils.ExecHelper;
import org.jline.utils.InfoCmp;
import org.mastshell.command.OtherProgram;

/**
 * What terminals of a kind can do, as the system lists it. JLine asks the system's {@code infocmp}
 * for that, and would give it the whole environment.
 */
final class TerminalKind {
  private static final String UNKNOWN = "ansi";

  private final String name;

  /**
   * @param name as in {@code TERM}
   */
  TerminalKind(String name) {
    this.name = name;
  }

  /**
   * Asks without the token, so that JLine does not ask; where there is none, leaves it to JLine.
   */
  void learn(Map<String, String> environment) {
    if (name.isBlank()
        || !OtherProgram.hasSecret(environment)
        || InfoCmp.getLoadedInfoCmp(name) != null) {
      return;
    }
    String abilities = asked(environment).orElseGet(() -> InfoCmp.getDefaultInfoCmp(name));
    InfoCmp.setLoadedInfoCmp(
        name, abilities == null ? InfoCmp.getDefaultInfoCmp(UNKNOWN) : abilities);
  }

  private Optional<String> asked(Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder("infocmp", "-x", name);
    OtherProgram.giveEnvironment(builder, environment);
    try {
      Process process = builder.start();
      String said = ExecHelper.waitAndCapture(process);
      return process.exitValue() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException notHere) {
      return Optional.empty();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
