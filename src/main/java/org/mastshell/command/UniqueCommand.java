package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mastshell.archive.TargetsReply;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.Distinct;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/** Keeps one row of those that stand for the same thing. */
public final class UniqueCommand implements ShellCommand {
  private final SetKeys keys;

  /**
   * @param fields what columns are called
   */
  public UniqueCommand(Fields fields) {
    this.keys = new SetKeys(fields);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "unique",
        List.of(),
        Groups.SETS,
        "keep one row of each file",
        "[--by COLUMN]",
        """
        The archive lists a file once for each observation that uses it. unique keeps one row a data \
        URI (one an obsid for observations): the one listed under its own observation, else the one \
        with the lowest parent_obsid. Of an observation near several targets of a list, the row of the \
        nearest one stays.

        --by productFilename is the key that the archive's tutorial uses; where one name stands for \
        several URIs, which are different files, it says so.\
        """,
        new ArgumentSpec(false, false, false, List.of(SetKeys.OPTION)),
        List.of(
            new Example("search program=1073 filters=F277W; products", "first list products"),
            new Example("unique", "one row a data URI"),
            new Example("unique --by productFilename", "one row a file name")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    WorkingSet before = work.session().requireCurrent();
    Field key = keys.read(arguments, before.kind());
    Table kept = keep(before, key.subject());
    WorkingSet set = work.session().addDerived(kept, arguments.command().text(), before);
    List<Part> parts = new ArrayList<>();
    int gone = before.size() - kept.size();
    parts.add(
        new Part.Talk(
            Counts.text(kept.size())
                + " unique by "
                + key.name()
                + (gone == 0
                    ? " (there were no duplicates)"
                    : " ("
                        + Counts.text(gone)
                        + " of "
                        + Counts.text(before.size())
                        + " were duplicates)")
                + "   #"
                + set.number()));
    addClashes(parts, before, key, kept.size());
    return CommandResult.done(parts);
  }

  private static Table keep(WorkingSet set, Subject key) {
    if (set.kind() != SetKind.PRODUCTS) {
      return nearest(set.table(), key);
    }
    Column own = set.table().column(Subject.column("obsID"));
    Column parent = set.table().column(Subject.column("parent_obsid"));
    return Distinct.by(set.table(), key, (kept, later) -> better(own, parent, kept, later));
  }

  // Of an observation near several targets the row of the nearest stays.
  private static Table nearest(Table observations, Subject key) {
    Optional<Column> distance =
        Stream.of(TargetsReply.DISTANCE, ServiceTable.DISTANCE)
            .filter(name -> observations.has(TargetsReply.NAME) && observations.has(name))
            .findFirst()
            .map(observations::column);
    return distance
        .map(
            far ->
                Distinct.by(
                    observations, key, (kept, later) -> far.number(later) < far.number(kept)))
        .orElseGet(() -> Distinct.by(observations, key));
  }

  private static boolean better(Column own, Column parent, int kept, int later) {
    boolean keptIsOwn = own.text(kept) != null && own.text(kept).equals(parent.text(kept));
    boolean laterIsOwn = own.text(later) != null && own.text(later).equals(parent.text(later));
    if (keptIsOwn || laterIsOwn) {
      return !keptIsOwn;
    }
    return parent.number(later) < parent.number(kept);
  }

  private static void addClashes(List<Part> parts, WorkingSet before, Field key, int kept) {
    if (before.kind() != SetKind.PRODUCTS || key.name().equals(ProductRules.URI)) {
      return;
    }
    int uris = Distinct.by(before.table(), Subject.column(ProductRules.URI)).size();
    if (uris > kept) {
      parts.add(
          new Part.Talk(
              "  warning: these stand for "
                  + Counts.text(uris)
                  + " different data URIs, so that "
                  + Counts.text(uris - kept)
                  + " files were taken for duplicates: undo, then unique keeps them"));
    }
  }
}
