package org.mastshell.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mastshell.command.UnknownWords;
import org.mastshell.language.AstroqueryCall;
import org.mastshell.language.CommandText;
import org.mastshell.language.Correction;
import org.mastshell.language.Glossary;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.vocabulary.NearestWords;

/** Explains a line that begins with no command. */
final class UnknownCommand {
  private static final Pattern PROMPT = Pattern.compile("mast(?:\\[[^\\]]*\\])?>\\s*");
  private static final Pattern CRITERION = Pattern.compile("(?s)(\\w+)\\s*(?:!?[=~]|[<>]).*");
  private static final String SQL = "select";

  /** What other programs call these commands. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("find", "search"),
          Map.entry("query", "search"),
          Map.entry("ls", "results"),
          Map.entry("list", "results"),
          Map.entry("sets", "results"),
          Map.entry("print", "show"),
          Map.entry("display", "show"),
          Map.entry("view", "show"),
          Map.entry("cat", "show"),
          Map.entry("get", "download"),
          Map.entry("fetch", "download"),
          Map.entry("wget", "download"),
          Map.entry("man", "help"),
          Map.entry("info", "help"),
          Map.entry("run", "source"),
          Map.entry("config", "set"),
          Map.entry("settings", "set"),
          Map.entry("sort", "show --sort"),
          Map.entry("columns", "fields"),
          Map.entry("distinct", "unique"),
          Map.entry("back", "undo"));

  private final CommandText command;
  private final List<String> names;
  private final Supplier<Glossary> glossary;

  /**
   * @param names of all commands, their other names included
   * @param glossary the words that exist; asked for only where something is wrong
   */
  UnknownCommand(CommandText command, List<String> names, Supplier<Glossary> glossary) {
    this.command = command;
    this.names = names;
    this.glossary = glossary;
  }

  /** The error to report. */
  SyntaxException fault() {
    return prompt()
        .or(this::python)
        .or(this::criterion)
        .or(this::sql)
        .or(this::screen)
        .or(this::elsewhere)
        .orElseGet(this::misspelled);
  }

  /**
   * Goes on unless the line is Python that begins with a command by chance: {@code products =
   * Observations.get_product_list(…)}.
   *
   * @throws SyntaxException that says what it is here
   */
  void refuseAssignment() {
    boolean assigns = command.words().size() > 2 && command.words().get(1).raw().equals("=");
    if (assigns) {
      python().ifPresent(UnknownCommand::raise);
    }
  }

  private static void raise(SyntaxException fault) {
    throw fault;
  }

  private SyntaxException fault(String message, String advice) {
    Word name = command.name();
    return new SyntaxException(message, command.line(), name.start(), name.end(), advice);
  }

  private String none() {
    return "no command is called " + command.name().text();
  }

  private Correction instead(String text) {
    return new Correction(command.start(), command.end(), text);
  }

  // Copied from the documentation with what the shell had written.
  private Optional<SyntaxException> prompt() {
    Matcher prompt = PROMPT.matcher(command.text());
    return prompt.lookingAt()
        ? Optional.of(
            fault(none(), "the line begins with a prompt that was copied with it")
                .rightWith(instead(command.text().substring(prompt.end()))))
        : Optional.empty();
  }

  private Optional<SyntaxException> criterion() {
    Matcher criterion = CRITERION.matcher(command.text());
    boolean joined = CRITERION.matcher(command.name().raw()).matches();
    if (!criterion.matches() || !(joined || glossary.get().isField(criterion.group(1)))) {
      return Optional.empty();
    }
    return Optional.of(
        fault(
                command.name().raw() + " is a criterion, and no command stands before it",
                "search " + command.text() + " asks the archive, filter the current set")
            .rightWith(instead("search " + command.text())));
  }

  private Optional<SyntaxException> python() {
    return new AstroqueryCall(glossary.get())
        .translate(command.text())
        .map(
            meant ->
                fault("this is Python, for astroquery", "here it is: " + meant)
                    .rightWith(instead(meant)));
  }

  private Optional<SyntaxException> sql() {
    return command.name().text().equalsIgnoreCase(SQL)
        ? Optional.of(
            fault(
                    none() + ": sql asks the sets",
                    "here it is: sql " + command.text() + "    search finds rows first")
                .rightWith(instead("sql " + command.text())))
        : Optional.empty();
  }

  // The screen is the terminal's, and what a person may have meant instead loses nothing.
  private Optional<SyntaxException> screen() {
    return List.of("clear", "cls").contains(command.name().text().toLowerCase(Locale.ROOT))
        ? Optional.of(
            fault(none(), "Ctrl-L empties the screen; undo or use goes to an earlier set"))
        : Optional.empty();
  }

  private Optional<SyntaxException> elsewhere() {
    String meant = ELSEWHERE.get(command.name().text().toLowerCase(Locale.ROOT));
    return Optional.ofNullable(meant)
        .map(
            word ->
                fault(none(), "did you mean " + word + "? help lists them all").rightWith(word));
  }

  private SyntaxException misspelled() {
    String typed = command.name().text();
    return fault(none(), UnknownWords.advice(NearestWords.to(typed, names), "help"))
        .rightWith(NearestWords.only(typed, names));
  }
}
