package org.mastshell.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.handover.HandoverPlan;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CommandText;
import org.mastshell.language.Quoting;
import org.mastshell.language.ScriptArguments;
import org.mastshell.language.ScriptLine;
import org.mastshell.language.ScriptLines;
import org.mastshell.language.Secrets;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.CleanText;

/** Commands as the text of a script, which is read again before anybody else does. */
final class WrittenScript {
  /** Where a line goes on in the next one. */
  static final String GOES_ON = " \\\n    ";

  private final StringBuilder text = new StringBuilder();

  /** Adds a line that says something to people. */
  WrittenScript remark(String remark) {
    text.append(HandoverPlan.remark(remark)).append('\n');
    return this;
  }

  /**
   * Adds a command.
   *
   * @param line the command; it may go on in the next line by {@link #GOES_ON}
   * @throws CommandException if a script would not run just this command
   */
  WrittenScript command(String line) {
    if (Secrets.looksLikeToken(line)) {
      throw secret("what looks like a token");
    }
    String whole = line.replace(GOES_ON, " ");
    if (!Quoting.isOneLine(whole)) {
      throw refused(whole, "it holds the end of a line");
    }
    List<List<String>> commands = words(readAgain(line));
    if (!commands.equals(words(List.of(whole)))) {
      throw refused(whole, "it is read otherwise from a file");
    }
    if (commands.size() != 1) {
      throw refused(whole, "it is more than one");
    }
    text.append(line).append('\n');
    return this;
  }

  /** The script as it is to be saved. */
  String text() {
    return text.toString();
  }

  private static List<String> readAgain(String line) {
    String saved = new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    ScriptLines script = new ScriptLines(new BufferedReader(new StringReader(saved)));
    List<String> lines = new ArrayList<>();
    try {
      for (Optional<ScriptLine> next = script.next(); next.isPresent(); next = script.next()) {
        lines.add(next.get().text());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return lines;
  }

  // As they are with the values of others put in: a script has neither arguments nor variables.
  private static List<List<String>> words(List<String> lines) {
    List<List<String>> commands = new ArrayList<>();
    try {
      for (String line : lines) {
        String filled = ScriptArguments.none().fill(line);
        for (CommandText command : CommandLines.split(filled)) {
          commands.add(command.words().stream().map(Word::raw).toList());
        }
      }
    } catch (SyntaxException unreadable) {
      throw refused(lines.get(0), unreadable.getMessage());
    }
    return commands;
  }

  /** Nothing is written of a set whose command holds a token. */
  static CommandException secret(String what) {
    return new CommandException(
        ExitCode.FAILED,
        "a command of this set holds " + what + ", so nothing is written",
        "make the set again without it: a token is given to login alone");
  }

  private static CommandException refused(String line, String why) {
    return new CommandException(
        ExitCode.FAILED,
        "no script can hold this command: " + CleanText.oneLine(line) + " (" + why + ")",
        "export script --as python or --as curl may");
  }
}
