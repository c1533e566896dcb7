package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.ArchiveException;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;

/** Shows and renews the lists of fields and values that completion goes by. */
public final class VocabularyCommand implements ShellCommand {
  /** What is done while the archive is asked, for a progress line. */
  static final String ASKING = "asking for lists of values";

  private final Fields fields;
  private final KnownValues bundled;
  private final LiveValues live;
  private final CommandForms forms =
      new CommandForms("vocabulary")
          .with("status", "show each list with its size and date", (words, work) -> status(work))
          .with(
              "refresh",
              "ask the archive now, and say what is new",
              (words, work) -> refresh(work));

  /**
   * @param fields what fields there are
   * @param bundled values that come with the program
   * @param live values that the archive lists
   */
  public VocabularyCommand(Fields fields, KnownValues bundled, LiveValues live) {
    this.fields = fields;
    this.bundled = bundled;
    this.live = live;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
            "vocabulary",
            List.of(),
            Groups.FIND,
            "show or renew the lists that completion goes by",
            "",
            """
        Tab offers the values that come with the program, each list with its date, and those that the \
        archive lists, with counts. A shell at a terminal asks for these in the background when they \
        are older than the setting cache_age, and keeps them on disk; set refresh off ends that. \
        Nothing is asked in the background of a script.

        vocabulary alone shows the status. If a refresh has no answer, what was there stays.\
        """,
            new ArgumentSpec(false, false, true, List.of()),
            List.of(
                new Example("vocabulary", "how large and how old each list is"),
                new Example("vocabulary refresh", "ask the archive now")))
        .choosing(forms.all());
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return arguments.values().isEmpty() ? status(work) : forms.run(arguments, work);
  }

  private CommandResult status(Work work) {
    return CommandResult.done(
        new VocabularyStatus(fields, bundled, live).parts(work.session().settings()));
  }

  private CommandResult refresh(Work work) {
    Settings settings = work.session().settings();
    Optional<ArchiveWords> before = live.words(settings);
    Optional<String> notKept;
    try (Watch watch = work.watch(ASKING)) {
      notKept = live.refresh(settings, watch, work.cancellation());
    } catch (ArchiveException unanswered) {
      throw new ArchiveException(
          unanswered.kind(),
          unanswered.getMessage() + "; " + whatStays(before),
          unanswered.advice(),
          unanswered);
    }
    ArchiveWords after = live.words(settings).orElseThrow();
    List<Part> parts =
        new ArrayList<>(new VocabularyNews(fields, bundled, before).parts(after, work.host()));
    notKept.ifPresent(problem -> parts.add(new Part.Talk("note: " + problem)));
    if (!LiveValues.isKept(settings)) {
      parts.add(
          new Part.Talk("kept until the shell ends, since " + Setting.CACHE_AGE.word() + " is 0"));
    }
    return CommandResult.done(parts);
  }

  private static String whatStays(Optional<ArchiveWords> before) {
    return before
        .map(words -> "what it said on " + MinuteText.of(words.asked()) + " stays in use")
        .orElse("the lists that come with the program stay in use");
  }
}
