package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
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

  /**
   * @param fields what columns are called
   */
  public SetCommand(Fields fields) {
    this.fields = fields;
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
        here holds until the shell ends; a line of the start file (~/.mastshellrc) makes it last.\
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
    Setting setting = pointing(arguments, 0, 0, () -> Settings.named(words.get(0).text()));
    if (words.size() == 1) {
      return CommandResult.done(list(settings, setting::equals));
    }
    String value = String.join(" ", words.stream().skip(1).map(Word::text).toList());
    Settings changed =
        pointing(
            arguments,
            1,
            words.size() - 1,
            () -> {
              requireColumns(setting, value);
              return settings.with(setting, value);
            });
    work.session().replaceSettings(changed);
    return CommandResult.done();
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
          wrong.advice());
    }
  }

  private void requireColumns(Setting setting, String value) {
    Optional<SetKind> kind =
        switch (setting) {
          case COLUMNS_OBSERVATIONS -> Optional.of(SetKind.OBSERVATIONS);
          case COLUMNS_PRODUCTS -> Optional.of(SetKind.PRODUCTS);
          default -> Optional.empty();
        };
    for (String name : value.split("[,\\s]+", -1)) {
      if (kind.isPresent() && !name.isEmpty() && fields.find(name, kind.get()).isEmpty()) {
        throw new SettingException(
            "no field of " + kind.get().plural() + " is called " + name,
            UnknownWords.advice(fields.nearest(name, kind.get()), "fields"));
      }
    }
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
