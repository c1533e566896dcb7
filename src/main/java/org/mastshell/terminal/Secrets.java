package org.mastshell.terminal;

import java.util.List;
import java.util.stream.Stream;
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
    return logins(line).anyMatch(words -> words.size() > 1);
  }

  /** Whether a line logs in, so that a token is what a person types next. */
  static boolean isLogin(String line) {
    return logins(line).findAny().isPresent();
  }

  private static Stream<List<RawWord>> logins(String line) {
    return WordScanner.scan(line).commands().stream()
        .map(RawCommand::words)
        .filter(words -> !words.isEmpty())
        .filter(words -> Quoting.plain(words.get(0).raw()).equalsIgnoreCase("login"));
  }
}
