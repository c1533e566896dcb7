package org.mastshell.terminal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mastshell.terminal.WordScanner.RawCommand;
import org.mastshell.terminal.WordScanner.RawWord;

/** Tells lines that must not be remembered. */
public final class Secrets {
  // The archive's tokens are 32 such digits; no command has so long a name.
  private static final Pattern TOKEN = Pattern.compile("(?=.*\\d)[0-9A-Za-z]{24,}");

  // As in the environment of other shells: MAST_API_TOKEN=….
  private static final Pattern ASSIGNMENT = Pattern.compile("(?is)\\w*token\\s*=.+");

  private Secrets() {}

  /**
   * Whether a line may hold a token. {@code login} takes none as an argument, but people type it
   * there, or at the prompt in place of a command.
   */
  public static boolean mayHold(String line) {
    return logins(line).anyMatch(words -> words.size() > 1)
        || commands(line).anyMatch(words -> isToken(words.get(0)))
        || commands(line).flatMap(List::stream).anyMatch(Secrets::assignsToken);
  }

  private static boolean isToken(String word) {
    return TOKEN.matcher(word).matches();
  }

  /** Whether a line logs in, so that a token is what a person types next. */
  static boolean isLogin(String line) {
    return logins(line).findAny().isPresent();
  }

  private static boolean assignsToken(String word) {
    return ASSIGNMENT.matcher(word).matches();
  }

  private static Stream<List<String>> logins(String line) {
    return commands(line).filter(words -> words.get(0).equalsIgnoreCase("login"));
  }

  private static Stream<List<String>> commands(String line) {
    return WordScanner.scan(line).commands().stream()
        .map(RawCommand::words)
        .filter(words -> !words.isEmpty())
        .map(Secrets::plain);
  }

  private static List<String> plain(List<RawWord> words) {
    return words.stream().map(word -> Quoting.plain(word.raw())).toList();
  }
}
