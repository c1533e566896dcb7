package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mastshell.archive.TargetsReply;
import org.mastshell.output.CleanText;
import org.mastshell.output.Counts;
import org.mastshell.output.MjdDates;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Distinct;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.ValueCounts;
import org.mastshell.table.ValueCounts.ValueCount;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ServiceTables;
import org.mastshell.vocabulary.SetKind;

/** Says what is in a set whose rows come from a table with columns of its own. */
final class ServiceSummary {
  // The words by which the tables call what people look at first.
  private static final List<String> BREAKDOWNS =
      List.of("instrument", "exposure_type", "level", "rights");

  private final WorkingSet set;
  private final Table table;
  private final List<ServiceTable> tables;

  ServiceSummary(WorkingSet set) {
    this.set = set;
    this.table = set.table();
    this.tables = ServiceTables.bundled().of(set.table(), set.kind());
  }

  /** One line with the essentials, and further ones only where they say something. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    String mark = "   #" + set.number();
    for (String line : lines()) {
      parts.add(new Part.Talk(parts.isEmpty() ? line + mark : line));
    }
    return parts;
  }

  /** The same as texts, without the number of the set. */
  List<String> lines() {
    List<String> facts = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    facts.add(count());
    tables.stream().map(ServiceTable::title).forEach(facts::add);
    for (String word : BREAKDOWNS) {
      column(word).ifPresent(name -> add(word.replace('_', ' '), name, facts, lines));
    }
    column("start").ifPresent(name -> addDates(name, facts));
    column("magnitude").ifPresent(name -> addMagnitudes(name, facts));
    lines.add(0, String.join(" · ", facts));
    // Whoever matches a catalogue says of how many targets.
    if (table.has(TargetsReply.NAME) && set.kind() != SetKind.CATALOG) {
      int near = ValueCounts.of(table, Subject.column(TargetsReply.NAME)).size();
      lines.add("  near " + Counts.of(near, "target", "targets"));
    }
    return lines;
  }

  // A dataset near several targets has a row for each of them, and is counted once. Rows of a
  // catalogue are what they are.
  private String count() {
    String rows = Counts.text(table.size()) + " " + set.kind().word(table.size());
    if (set.kind() != SetKind.DATASETS || tables.size() != 1 || !table.has(TargetsReply.NAME)) {
      return rows;
    }
    int datasets = Distinct.by(table, Subject.column(tables.get(0).keyColumn())).size();
    return datasets == table.size()
        ? rows
        : Counts.of(datasets, set.kind().word(1), set.kind().plural())
            + " in "
            + Counts.text(table.size())
            + " rows, one for each target";
  }

  // Several tables have no column in common.
  private Optional<String> column(String word) {
    Stream<Field> known =
        tables.size() == 1
            ? tables.get(0).columns().stream()
                .filter(field -> field.aliases().contains(word))
                .filter(field -> table.has(field.name()))
            : Stream.of();
    return known.findFirst().map(Field::name);
  }

  private void add(String title, String column, List<String> facts, List<String> lines) {
    List<ValueCount> counts = ValueCounts.of(table, Subject.column(column));
    if (counts.size() == 1 && counts.get(0).value() != null) {
      facts.add(CleanText.oneLine(counts.get(0).value()));
    } else if (counts.size() > 1) {
      lines.add("  " + title + ": " + Breakdown.text(counts));
    }
  }

  private void addMagnitudes(String column, List<String> facts) {
    double[] bounds = Breakdown.bounds(table, column);
    if (bounds.length == 2) {
      facts.add(String.format(Locale.ROOT, "%s %.1f … %.1f", column, bounds[0], bounds[1]));
    }
  }

  private void addDates(String column, List<String> facts) {
    double[] bounds = Breakdown.bounds(table, column);
    if (bounds.length == 2) {
      String first = MjdDates.day(bounds[0]);
      String last = MjdDates.day(bounds[1]);
      facts.add(first.equals(last) ? first : first + " … " + last);
    }
  }
}
