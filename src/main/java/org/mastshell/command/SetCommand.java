package org.mastshell.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Quoting;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.session.SettingException;
import org.mastshell.session.Settings;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** Lists and changes settings. */
public final class SetCommand implements ShellCommand {
  private final Fields fields;
  private final LocalPaths paths;
  private final Supplier<CurrentScript> script;
  private final Optional<Path> startFile;

  /**
   * @param fields what columns are called
   * @param paths what file names stand for, and where something may be written
   * @param script whose line runs, if a script's does
   * @param startFile whose lines a start like this one runs, if it reads any
   */
  public SetCommand(
      Fields fields, LocalPaths paths, Supplier<CurrentScript> script, Optional<Path> startFile) {
    this.fields = fields;
    this.paths = paths;
    this.script = script;
    this.startFile = startFile;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "set",
        List.of(),
        Groups.SHELL,
        "list or change settings",
        "[NAME [VALUE]]",
        """
        Without a name, lists every setting with its value, its default and its meaning. A value given \
        here belongs to this session, and is kept with it; a line of the start file (~/.mastshellrc) \
        sets it for all.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(
            new Example("set", "all of them"),
            new Example("set limit 100", "show more rows"),
            new Example("set columns.products name,size,level", "your own columns")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    List<Word> words = arguments.values();
    Settings settings = work.session().settings();
    if (words.isEmpty()) {
      return CommandResult.done(list(settings, setting -> true));
    }
    requireNoEquals(arguments);
    Setting setting = pointing(arguments, 0, 0, () -> Settings.named(words.get(0).text()));
    if (words.size() == 1) {
      return CommandResult.done(list(settings, setting::equals));
    }
    String value = String.join(" ", words.stream().skip(1).map(Word::text).toList());
    return pointing(
        arguments,
        1,
        words.size() - 1,
        () -> {
          requireColumns(arguments, setting, value);
          requireLayout(arguments, setting, value);
          paths.safe().allow(setting, settings.get(setting), value, () -> paths.resolve(value));
          work.session().set(setting, value);
          return typed(work) ? lasting(arguments) : CommandResult.done();
        });
  }

  private boolean typed(Work work) {
    return work.console().interactive()
        && work.console().outIsTerminal()
        && !script.get().isThere();
  }

  // Whoever sets something at the prompt may expect to find it so the next time.
  private CommandResult lasting(Arguments arguments) {
    return startFile
        .map(
            file ->
                CommandResult.talk(
                    "  for this session; for every start, this line in " + file + ":",
                    "  " + arguments.command().text()))
        .orElseGet(CommandResult::done);
  }

  // set format=csv, as other shells have it
  private static void requireNoEquals(Arguments arguments) {
    Word first = arguments.values().get(0);
    int equals = first.text().indexOf('=');
    if (equals > 0 && Setting.of(first.text().substring(0, equals)).isPresent()) {
      String meant =
          first.text().substring(0, equals)
              + " "
              + Quoting.quote(first.text().substring(equals + 1));
      throw new SyntaxException(
              "a setting and its value stand beside each other, without =",
              arguments.command().line(),
              first.start(),
              first.end(),
              "did you mean set " + meant + "?")
          .rightWith(meant);
    }
  }

  // The session's own errors know no line: here it is known which words are to blame.
  private static <T> T pointing(Arguments arguments, int first, int last, Supplier<T> step) {
    try {
      return step.get();
    } catch (SettingException wrong) {
      throw new SyntaxException(
              wrong.getMessage(),
              arguments.command().line(),
              arguments.values().get(first).start(),
              arguments.values().get(last).end(),
              wrong.advice())
          .rightWith(wrong.meant());
    }
  }

  private void requireColumns(Arguments arguments, Setting setting, String value) {
    Optional<SetKind> kind =
        switch (setting) {
          case COLUMNS_OBSERVATIONS -> Optional.of(SetKind.OBSERVATIONS);
          case COLUMNS_PRODUCTS -> Optional.of(SetKind.PRODUCTS);
          default -> Optional.empty();
        };
    for (String name : value.split("[,\\s]+", -1)) {
      if (kind.isPresent() && !name.isEmpty() && fields.find(name, kind.get()).isEmpty()) {
        throw unknownColumn(arguments, name, kind.get());
      }
    }
  }

  // The words of a template are fields, of which the settings know nothing.
  private void requireLayout(Arguments arguments, Setting setting, String value) {
    if (setting == Setting.LAYOUT && value.indexOf('{') >= 0) {
      List<Word> words = arguments.values();
      new LayoutReader(fields)
          .read(
              value,
              arguments.command().line(),
              words.get(1).start(),
              words.get(words.size() - 1).end());
    }
  }

  private SyntaxException unknownColumn(Arguments arguments, String name, SetKind kind) {
    String line = arguments.command().line();
    int start = line.indexOf(name, arguments.values().get(1).start());
    return new SyntaxException(
            "no field of " + kind.plural() + " is called " + name,
            line,
            start,
            start + name.length(),
            UnknownWords.advice(fields.nearest(name, kind), "fields"))
        .rightWith(fields.meant(name, kind));
  }

  private static Part list(Settings settings, Predicate<Setting> wanted) {
    AnswerTable table =
        new AnswerTable()
            .text("setting", "")
            .text("value", "in force")
            .text("default", "")
            .text("meaning", "")
            .text("allowed", "what it may be");
    for (Setting setting : Setting.values()) {
      if (wanted.test(setting)) {
        table.row(
            setting.word(),
            settings.get(setting),
            setting.standard(),
            setting.meaning(),
            setting.allowed());
      }
    }
    return table.part();
  }
}
