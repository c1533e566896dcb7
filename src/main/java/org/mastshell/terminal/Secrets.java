package org.mastshell.terminal;

import java.util.List;
import org.mastshell.terminal.WordScanner.RawCommand;
import org.mastshell.terminal.WordScanner.RawWord;

/** Tells lines that must not be remembered. */
public final class Secrets {
  private Secrets() {}

  /**
   * Whether a line may hold a token. {@code login} takes none as an argument, but people type it
   * there.
   */
  public static boolean mayHold(String line) {
    return WordScanner.scan(line).commands().stream()
        .map(RawCommand::words)
        .anyMatch(Secrets::isLoginWithArgument);
  }

  private static boolean isLoginWithArgument(List<RawWord> words) {
    return words.size() > 1 && Quoting.plain(words.get(0).raw()).equalsIgnoreCase("login");
  }
}
