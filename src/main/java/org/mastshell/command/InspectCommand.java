package org.mastshell.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mastshell.formats.Format;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.RowSelections;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Sizes;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.Suffixes;

/** Says in words what rows of the current set are. */
public final class InspectCommand implements ShellCommand {
  private final Fields fields;
  private final KnownValues known;
  private final Clock clock;

  /**
   * @param fields what columns are called
   * @param known what values mean
   * @param clock tells what is exclusive still
   */
  public InspectCommand(Fields fields, KnownValues known, Clock clock) {
    this.fields = fields;
    this.known = known;
    this.clock = clock;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "inspect",
        List.of(),
        Groups.SETS,
        "say in words what a row is",
        "ROWS",
        """
        Of a product: what its suffix stands for, what made it and for which modes, its level, \
        whether it is for science, of a guide star or goes with others, what its name says part by \
        part, until when it is exclusive, its address, and what to type for the files that belong \
        to it. Of an observation: what its name, level and pipeline mean. The dictionary of \
        suffixes comes with the program and says where it is from; what it does not know it says.

        show 3 has every cell as it is.\
        """,
        new ArgumentSpec(false, true, false, List.of()),
        List.of(
            new Example("search program=1073 filters=F277W; inspect 1", "an observation"),
            new Example("products; inspect 1", "a file"),
            new Example("filter suffix=uncal,rate; inspect 1,last", "two of them")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    WorkingSet set = work.session().requireCurrent();
    if (set.kind().hasOwnColumns()) {
      throw new CommandException(
          ExitCode.FAILED,
          "inspect explains observations and products, and these are "
              + (set.kind() == SetKind.ROWS ? "plain rows" : set.kind().plural()),
          "show 1 has all of a row; results lists the sets");
    }
    int[] rows = rows(arguments, set);
    Inspection inspection =
        new Inspection(
            fields,
            known,
            Suffixes.bundled(),
            work.session().settings().clientOptions().server(),
            clock.instant());
    List<Map<String, String>> facts = new ArrayList<>();
    Table chosen = withParents(set, work, rows);
    for (int place = 0; place < rows.length; place++) {
      facts.add(inspection.of(chosen.select(place), set.kind(), rows[place] + 1));
    }
    boolean drawn = work.style().format() == Format.TABLE;
    return CommandResult.done(drawn ? cards(set, facts, rows) : exact(set, facts, rows));
  }

  // When a file becomes public, and what took it, only its observation tells.
  private Table withParents(WorkingSet set, Work work, int... rows) {
    Table chosen = set.table().select(rows);
    if (set.kind() != SetKind.PRODUCTS) {
      return chosen;
    }
    List<Field> missing =
        Stream.of("t_obs_release", "instrument_name")
            .filter(name -> !chosen.has(name))
            .map(name -> fields.of(name, SetKind.OBSERVATIONS))
            .toList();
    return new ParentValues(work.session(), set).with(missing, chosen);
  }

  private static int[] rows(Arguments arguments, WorkingSet set) {
    if (arguments.rows().isEmpty() && set.size() > 1) {
      throw MissingWord.behind(arguments, "inspect needs row numbers", "inspect 1    inspect 3-5");
    }
    return arguments
        .rows()
        .map(chosen -> RowSelections.resolve(chosen, set.size(), arguments.command().line()))
        .orElseGet(() -> set.size() == 1 ? new int[] {0} : new int[0]);
  }

  private static List<Part> cards(WorkingSet set, List<Map<String, String>> facts, int... rows) {
    List<Part> parts = new ArrayList<>();
    for (int place = 0; place < rows.length; place++) {
      if (place > 0) {
        parts.add(new Part.Text("\n"));
      }
      AnswerTable card = new AnswerTable();
      List<Object> cells = new ArrayList<>();
      if (rows.length > 1) {
        card.whole("row", "");
        cells.add(rows[place] + 1);
      }
      facts
          .get(place)
          .forEach(
              (title, fact) -> {
                card.text(title, "");
                cells.add(fact);
              });
      String size = size(set, rows[place]);
      if (!size.isEmpty()) {
        card.text("size", "");
        cells.add(size);
      }
      parts.add(card.row(cells.toArray()).record());
    }
    if (rows.length == 0) {
      parts.add(new Part.Talk("no rows to inspect"));
    }
    return parts;
  }

  private static String size(WorkingSet set, int row) {
    if (set.kind() != SetKind.PRODUCTS || !set.table().has("size")) {
      return "";
    }
    double bytes = set.table().column("size").number(row);
    long whole = Math.round(bytes);
    return bytes > 0 ? Sizes.text(whole) + " (" + Counts.text(whole) + " bytes)" : "";
  }

  // One table for all rows, so that programs find the same columns whatever is known of a row.
  private static List<Part> exact(WorkingSet set, List<Map<String, String>> facts, int... rows) {
    Set<String> titles = new LinkedHashSet<>();
    facts.forEach(one -> titles.addAll(one.keySet()));
    AnswerTable table = new AnswerTable().whole("row", "its number in the set");
    titles.forEach(title -> table.text(title.replace(' ', '_'), ""));
    table.size("size", "bytes");
    for (int place = 0; place < rows.length; place++) {
      List<Object> cells = new ArrayList<>();
      cells.add(rows[place] + 1);
      for (String title : titles) {
        cells.add(facts.get(place).get(title));
      }
      Table row = set.table().select(rows[place]);
      cells.add(
          row.has("size") && !row.column("size").isMissing(0)
              ? Math.round(row.column("size").number(0))
              : null);
      table.row(cells.toArray());
    }
    return List.of(table.part());
  }
}
