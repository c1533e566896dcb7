package org.mastshell.language;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Tells text that must not be kept: tokens, and lines that may hold one. */
public final class Secrets {
  /** Stands in the place of what looked like a token. */
  public static final String LEFT_OUT = "(left out: it looks like a token)";

  // The archive's tokens are 32 such digits. Names of files and observations have other signs
  // inside or around such a run, and 64 hexadecimal digits are a SHA-256 sum.
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<![0-9A-Za-z_./+%-])(?![0-9a-fA-F]{64}(?![0-9A-Za-z]))"
              + "(?=[A-Za-z]*[0-9])[0-9A-Za-z]{24,}+(?![_/+%-]|\\.[0-9A-Za-z])");

  private static final String LOGIN = "login";
  private static final DamerauLevenshteinDistance ONE_MISTAKE = new DamerauLevenshteinDistance(1);

  // As in the environment of other shells: MAST_API_TOKEN=….
  private static final Pattern ASSIGNMENT = Pattern.compile("(?is)\\w*token\\s*=.+");

  private Secrets() {}

  /** Whether a run of letters and digits in a text looks like a token, wherever it stands. */
  public static boolean looksLikeToken(String text) {
    return TOKEN.matcher(text).find();
  }

  /** The text with {@link #LEFT_OUT} in the place of whatever looks like a token. */
  public static String without(String text) {
    return TOKEN.matcher(text).replaceAll(LEFT_OUT);
  }

  /**
   * Whether a line may hold a token. {@code login} takes none as an argument, but people type it
   * there, or at the prompt in place of a command, or inside another command.
   */
  public static boolean mayHold(String line) {
    List<List<String>> commands = commands(line);
    return looksLikeToken(line)
        || commands.stream().anyMatch(words -> words.size() > 1 && nearlyLogsIn(words.get(0)))
        || commands.stream().anyMatch(Secrets::logsInWith)
        || commands.stream().flatMap(List::stream).anyMatch(Secrets::isHiddenIn);
  }

  // Who mistypes login has typed the token behind it all the same.
  private static boolean nearlyLogsIn(String command) {
    return ONE_MISTAKE.apply(command.toLowerCase(Locale.ROOT), LOGIN) >= 0;
  }

  // As in: if-empty login TOKEN.
  private static boolean logsInWith(List<String> words) {
    return words.subList(0, words.size() - 1).stream().anyMatch(LOGIN::equalsIgnoreCase);
  }

  // What stands in quotes may be a command of its own.
  private static boolean isHiddenIn(String word) {
    return looksLikeToken(word)
        || ASSIGNMENT.matcher(word).matches()
        || (word.chars().anyMatch(c -> CommandLines.isBlank((char) c))
            && commands(word).stream()
                .anyMatch(
                    inner -> logsInWith(inner) || inner.stream().anyMatch(Secrets::isHiddenIn)));
  }

  /** Whether a line logs in, so that a token is what a person types next. */
  public static boolean isLogin(String line) {
    return commands(line).stream().anyMatch(words -> words.get(0).equalsIgnoreCase(LOGIN));
  }

  private static List<List<String>> commands(String line) {
    return closed(line).stream()
        .map(command -> command.words().stream().map(Word::text).toList())
        .toList();
  }

  // A quote that is not closed reaches to the end.
  private static List<CommandText> closed(String line) {
    try {
      return CommandLines.split(line);
    } catch (SyntaxException open) {
      char quote = line.charAt(open.start());
      boolean escaped = quote == '"' && line.endsWith("\\");
      return Stream.of(line + quote, line + quote + quote)
          .skip(escaped && Quoting.openQuote(line + quote) >= 0 ? 1 : 0)
          .findFirst()
          .map(CommandLines::split)
          .orElseThrow();
    }
  }
}
