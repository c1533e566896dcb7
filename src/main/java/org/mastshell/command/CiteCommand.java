package org.mastshell.command;

import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.output.CleanText;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.Citations;

/** Says how the data of the current set are acknowledged. */
public final class CiteCommand implements ShellCommand {
  private final Origins origins;

  /**
   * @param origins tells whether rows are an archive's
   */
  public CiteCommand(Origins origins) {
    this.origins = origins;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "cite",
        List.of(),
        Groups.TAKE,
        "say how the data of the current set are acknowledged",
        "[--bibtex]",
        """
        Writes sentences for the acknowledgements: the archive, the missions of the current set, its \
        programs with their investigators, its contributed collections (HLSP) and the catalogues that it is made of or was \
        found by, with the references \
        that come with the program. Where it knows none, it says so and names the page that does. Of \
        products, the observations count that they belong to. Rows that are from a file, not from the \
        archive, are said to be, and so are the made-up data of --demo.

        --bibtex writes the references as BibTeX instead. For a DOI that stands for exactly your files, \
        see the page on data attributions that is named at the end.\
        """,
        new ArgumentSpec(
            false,
            false,
            false,
            List.of(OptionSpec.flag("bibtex", "the references as a BibTeX file"))),
        List.of(
            new Example("search program=1073 filters=F277W", "first find observations"),
            new Example("cite", "sentences for the acknowledgements"),
            new Example("cite --bibtex", "entries for the list of references")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    WorkingSet set = work.session().requireCurrent();
    Acknowledgement thanks =
        new Acknowledgement(
            CitedData.of(set, work.session()),
            origins.of(set, work.session()),
            Citations.bundled());
    // Names come from the archive.
    String text = arguments.has("bibtex") ? thanks.bibtex() : thanks.text();
    return CommandResult.done(new Part.Text(CleanText.lines(text)));
  }
}
