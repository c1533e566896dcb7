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

  private final ArchiveAccess archive;
  private final Fields fields;
  private final KnownValues bundled;
  private final LiveValues live;
  private final ServiceFields columns;
  private final CommandForms forms =
      new CommandForms("vocabulary")
          .with("status", "show each list with its size and date", (words, work) -> status(work))
          .with(
              "refresh",
              "ask the archive now, and say what is new",
              (words, work) -> refresh(work));

  /**
   * @param archive whom to ask
   * @param fields what fields there are
   * @param bundled values that come with the program
   * @param live values that the archive lists
   * @param columns those of missions' searches
   */
  public VocabularyCommand(
      ArchiveAccess archive,
      Fields fields,
      KnownValues bundled,
      LiveValues live,
      ServiceFields columns) {
    this.archive = archive;
    this.fields = fields;
    this.bundled = bundled;
    this.live = live;
    this.columns = columns;
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
        are older than the setting cache_age, and keeps them on disk; set refresh off ends that. The \
        columns of a mission's search (datasets) are asked for when they are first needed, kept for \
        as long, and renewed with the rest. \
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
    List<Part> parts =
        new ArrayList<>(
            new VocabularyStatus(fields, bundled, live).parts(work.session().settings()));
    ofSearches().ifPresent(parts::add);
    return CommandResult.done(parts);
  }

  private Optional<Part> ofSearches() {
    List<String> known = columns.dates();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new Part.Talk("columns of mission searches: " + String.join("; ", known)));
  }

  private CommandResult refresh(Work work) {
    Settings settings = work.session().settings();
    Optional<ArchiveWords> before = live.words(settings);
    Optional<String> notKept;
    List<String> silent = new ArrayList<>();
    try (Watch watch = work.watch(ASKING)) {
      notKept = live.refresh(settings, watch, work.cancellation());
      silent.addAll(columns.renewKept(archive.client(settings), work.cancellation()));
      columns.forget();
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
    ofSearches().ifPresent(parts::add);
    if (!silent.isEmpty()) {
      parts.add(
          new Part.Talk(
              "note: no answer for the columns of "
                  + String.join(", ", silent)
                  + "; what was known of them stays"));
    }
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
