package org.mastshell.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mastshell.command.RowLinks.Link;
import org.mastshell.command.RowLinks.Target;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.RowSelections;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.CleanText;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.Citations;
import org.mastshell.vocabulary.NearestWords;

/** Opens what the web has on a row in the browser, or lists where it is. */
public final class OpenCommand implements ShellCommand {
  private static final String LIST = "links";
  private static final List<String> WORDS =
      Arrays.stream(Target.values()).map(Target::word).toList();

  private final PageOpening browser;

  /**
   * @param browser shows pages
   */
  public OpenCommand(WebBrowser browser) {
    this.browser = new PageOpening(browser);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "open",
        List.of(),
        Groups.TAKE,
        "open a row's page, preview or publication in the browser",
        "ROW [" + String.join("|", WORDS) + "] [--links]",
        """
        Without a word, the observation in the archive's Portal. preview is its picture, data its file \
        (the main one of an observation), program the page of the observing program, doi the \
        publication of its mission or contributed collection. Files of exclusive data ask for your \
        login there. Of a cutout the picture that came is opened.

        --links lists the addresses instead, for another program or another computer. Which browser is \
        started is told by $BROWSER, else by the system.\
        """,
        new ArgumentSpec(
            false, true, true, List.of(OptionSpec.flag(LIST, "only list the addresses"))),
        List.of(
            new Example("search program=1073 filters=F277W", "first find observations"),
            new Example("open 1 --links", "where the web has more on the first"),
            new Example("open 1 preview --links", "where its preview is")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    WorkingSet set = work.session().requireCurrent();
    int row = row(arguments, set);
    Optional<Target> asked = target(arguments);
    Optional<LocalCutout> cutout = LocalCutout.of(set, row);
    if (cutout.isPresent() && !arguments.has(LIST)) {
      requireShown(cutout.get(), row, asked);
    }
    List<Link> known = new ArrayList<>(cutout.map(OpenCommand::ofFile).orElseGet(List::of));
    known.addAll(new RowLinks(URI.create(set.server()), Citations.bundled()).of(set, row));
    List<Link> links =
        known.stream().filter(link -> asked.isEmpty() || link.target() == asked.get()).toList();
    if (links.isEmpty()) {
      throw new CommandException(
          ExitCode.FAILED,
          "row " + (row + 1) + " has no " + asked.map(Target::word).orElse("links"),
          asked.isPresent()
              ? "open " + (row + 1) + " --links lists what there is"
              : "rows with dataURI, obsid or obs_id have some");
    }
    return arguments.has(LIST) ? list(links) : opened(links.get(0), work);
  }

  // The file is here: a picture is shown, and no browser shows FITS.
  private static List<Link> ofFile(LocalCutout cutout) {
    Link data = new Link(Target.DATA, cutout.path().toUri());
    return cutout.isPicture()
        ? List.of(new Link(Target.PREVIEW, cutout.path().toUri()), data)
        : List.of(data);
  }

  private static void requireShown(LocalCutout cutout, int row, Optional<Target> asked) {
    boolean file = asked.filter(one -> one != Target.PREVIEW && one != Target.DATA).isEmpty();
    Optional<String> why = cutout.whyNotShown();
    if (file && why.isPresent()) {
      throw new CommandException(
          ExitCode.FAILED,
          "the file of row " + (row + 1) + " cannot be opened: " + why.get(),
          "open " + (row + 1) + " --links lists what there is");
    }
  }

  private static CommandResult list(List<Link> links) {
    return CommandResult.done(new LinkColumns(links).alone());
  }

  private CommandResult opened(Link link, Work work) {
    browser.open(link.address(), work.cancellation());
    String host = link.address().getHost();
    return CommandResult.talk(
        host == null
            ? "opened " + CleanText.oneLine(Path.of(link.address()).toString())
            : "opened " + link.target().meaning() + ", at " + host);
  }

  private static int row(Arguments arguments, WorkingSet set) {
    if (set.size() == 0) {
      throw new CommandException(
          ExitCode.FAILED, "the set has no rows", "undo goes back, results lists the sets");
    }
    String line = arguments.command().line();
    int[] rows =
        arguments
            .rows()
            .map(chosen -> RowSelections.resolve(chosen, set.size(), line))
            .orElseGet(() -> set.size() == 1 ? new int[] {0} : new int[0]);
    if (rows.length != 1) {
      Word name = arguments.command().name();
      throw new SyntaxException(
          "open takes one row", line, name.start(), name.end(), "as in open 1; show lists them");
    }
    return rows[0];
  }

  private static Optional<Target> target(Arguments arguments) {
    String line = arguments.command().line();
    if (arguments.values().size() > 1) {
      throw arguments.values().get(1).fault(line, "open takes one word", "as in open 1 preview");
    }
    return arguments.values().stream()
        .findFirst()
        .map(
            word ->
                Arrays.stream(Target.values())
                    .filter(target -> target.word().equalsIgnoreCase(word.text()))
                    .findAny()
                    .orElseThrow(
                        () ->
                            word.fault(
                                    line,
                                    "a row has no " + word.text() + " to open",
                                    "there are: " + String.join(", ", WORDS))
                                .rightWith(NearestWords.only(word.text(), WORDS))));
  }
}
