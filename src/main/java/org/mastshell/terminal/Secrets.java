package org.mastshell.terminal;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.mastshell.terminal.WordScanner.RawCommand;
import org.mastshell.terminal.WordScanner.RawWord;

/** Tells lines that must not be remembered. */
public final class Secrets {
  // The archive's tokens are 32 such digits; names of files and observations have other signs too.
  private static final Pattern TOKEN = Pattern.compile("(?=.*\\d)[0-9A-Za-z]{24,}");

  private static final String LOGIN = "login";
  private static final DamerauLevenshteinDistance ONE_MISTAKE = new DamerauLevenshteinDistance(1);

  // As in the environment of other shells: MAST_API_TOKEN=….
  private static final Pattern ASSIGNMENT = Pattern.compile("(?is)\\w*token\\s*=.+");

  private Secrets() {}

  /**
   * Whether a line may hold a token. {@code login} takes none as an argument, but people type it
   * there, or at the prompt in place of a command.
   */
  public static boolean mayHold(String line) {
    return commands(line).anyMatch(words -> words.size() > 1 && nearlyLogsIn(words.get(0)))
        || commands(line).flatMap(List::stream).anyMatch(Secrets::isToken)
        || commands(line).flatMap(List::stream).anyMatch(Secrets::assignsToken);
  }

  // Who mistypes login has typed the token behind it all the same.
  private static boolean nearlyLogsIn(String command) {
    return ONE_MISTAKE.apply(command.toLowerCase(Locale.ROOT), LOGIN) >= 0;
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
    return commands(line).filter(words -> words.get(0).equalsIgnoreCase(LOGIN));
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
