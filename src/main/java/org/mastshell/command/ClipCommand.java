package org.mastshell.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Columns;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.OptionSpec;
import org.mastshell.output.Counts;
import org.mastshell.output.Sizes;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.NameFields;
import org.mastshell.vocabulary.SetKind;

/** Puts a column on the clipboard of the terminal. */
public final class ClipCommand implements ShellCommand {
  // In Base64 these are 99,992 bytes; more than 100,000 is what many terminals pass over.
  private static final int MOST_BYTES = 74_994;
  private static final String FORCE = "force";

  private final Fields fields;
  private final RowChoice rowChoice;
  private final SafeMode safe;

  /**
   * @param fields what columns are called
   * @param criteria understands criteria
   * @param safe decides whether the clipboard may be used
   */
  public ClipCommand(Fields fields, CriteriaReader criteria, SafeMode safe) {
    this.safe = safe;
    this.fields = fields;
    this.rowChoice = new RowChoice(fields, criteria);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "clip",
        List.of(),
        Groups.TAKE,
        "put a column on the clipboard of the terminal",
        "[COLUMN] [ROWS] [--where CRITERION…] [--sort [-]COLUMN] [--force]",
        """
        The cells of a column, one a line, without missing ones; of products the file names, of \
        observations obs_id where no column is named. The terminal is asked to keep them (OSC 52), \
        also over ssh; one that does not know how does nothing. In tmux it needs set -g set-clipboard \
        on, or allow-passthrough on.

        Most terminals pass over more than 74,994 bytes: then nothing is sent without --force.\
        """,
        new ArgumentSpec(
            true,
            true,
            true,
            List.of(
                RowChoice.SORT,
                RowChoice.WHERE,
                OptionSpec.flag(FORCE, "send more than most terminals take"))),
        List.of(
            new Example("search program=1073 filters=F277W", "first find observations"),
            new Example("clip", "their names"),
            new Example("clip obsid 1-3", "three numbers")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    safe.allow("clip puts something on the clipboard", "show COLUMN shows the column");
    SpareWords.refuse(arguments, 1, "clip takes one column");
    WorkingSet set = work.session().requireCurrent();
    Field field = field(arguments, set);
    Column cells = rowChoice.of(arguments, work, set).table().column(field.subject());
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < cells.size(); row++) {
      if (!cells.isMissing(row)) {
        texts.add(cells.text(row));
      }
    }
    if (texts.isEmpty()) {
      throw new CommandException(
          ExitCode.FAILED,
          field.name() + " has no value in these rows, so the clipboard stays as it is",
          "show " + field.name() + " shows the column");
    }
    String text = String.join("\n", texts);
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    requireFewBytes(bytes, arguments);
    if (!work.console().copy(text)) {
      throw new CommandException(
          ExitCode.FAILED,
          "no terminal is here whose clipboard could be used",
          "clip works in the shell; export FILE " + field.name() + " writes a file");
    }
    int missing = cells.size() - texts.size();
    String needs = work.console().copyNeeds();
    String sent =
        (needs.isEmpty() ? "on the clipboard: " : "sent to the clipboard: ")
            + Counts.of(texts.size(), "value", "values")
            + " of "
            + field.name()
            + ", "
            + Sizes.text(bytes)
            + (missing == 0 ? "" : "   (" + Counts.text(missing) + " without a value left out)");
    return needs.isEmpty() ? CommandResult.talk(sent) : CommandResult.talk(sent, "  " + needs);
  }

  private Field field(Arguments arguments, WorkingSet set) {
    if (arguments.values().isEmpty()) {
      if (set.kind().hasOwnColumns()) {
        return fields.all(set.kind()).get(0);
      }
      boolean products = set.kind() == SetKind.PRODUCTS;
      return fields.of(
          products ? NameFields.PRODUCT_NAME : NameFields.OBSERVATION_NAME, set.kind());
    }
    return Columns.read(arguments.values(), set.kind(), fields, arguments.command().line()).get(0);
  }

  private static void requireFewBytes(int bytes, Arguments arguments) {
    if (bytes > MOST_BYTES && !arguments.has(FORCE)) {
      throw new CommandException(
          ExitCode.FAILED,
          "these are "
              + Counts.text(bytes)
              + " bytes; most terminals take no more than "
              + Counts.text(MOST_BYTES),
          "name fewer rows (clip 1-500), export FILE, or add --force");
    }
  }
}
