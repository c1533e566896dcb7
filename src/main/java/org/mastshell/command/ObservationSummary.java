package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.archive.TargetsReply;
import org.mastshell.output.CleanText;
import org.mastshell.output.Counts;
import org.mastshell.output.MjdDates;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Distinct;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.ValueCounts;
import org.mastshell.table.ValueCounts.ValueCount;
import org.mastshell.vocabulary.SetKind;

/** Says what is in a set of observations. */
final class ObservationSummary {
  private final WorkingSet set;
  private final Table table;

  ObservationSummary(WorkingSet set) {
    this.set = set;
    this.table =
        set.table().has(TargetsReply.NAME)
            ? Distinct.by(set.table(), Subject.column(Observations.ID))
            : set.table();
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
    List<String> lines = new ArrayList<>();
    lines.add(headline());
    if (!table.isEmpty()) {
      addBreakdown(lines, "mission", "obs_collection");
      addBreakdown(lines, "instrument", "instrument_name");
      addCompoundFilters(lines);
      addRights(lines);
    }
    return lines;
  }

  private String headline() {
    List<String> facts = new ArrayList<>();
    facts.add(count());
    if (!table.isEmpty()) {
      addWhole(facts, "obs_collection");
      addWhole(facts, "instrument_name");
      facts.add(levels());
      addData(facts);
      addDates(facts);
      if (table.where(isPublic()).size() == table.size()) {
        facts.add("all public");
      }
    }
    return String.join(" · ", facts);
  }

  // An observation near several targets has a row for each of them, and is counted once.
  private String count() {
    String observations = Counts.text(table.size()) + " " + SetKind.OBSERVATIONS.word(table.size());
    return table.size() < set.size()
        ? observations + " in " + Counts.text(set.size()) + " rows, one for each target"
        : observations;
  }

  private void addWhole(List<String> facts, String column) {
    List<ValueCount> counts = ValueCounts.of(table, Subject.column(column));
    if (counts.size() == 1 && counts.get(0).value() != null) {
      facts.add(CleanText.oneLine(counts.get(0).value()));
    }
  }

  private String levels() {
    List<ValueCount> counts = ValueCounts.of(table, Subject.column("calib_level"));
    return counts.size() == 1 && counts.get(0).value() != null
        ? "level " + counts.get(0).value()
        : Breakdown.levels(table);
  }

  private void addData(List<String> facts) {
    int planned = table.where(Observations.PLANNED).size();
    int frames = table.where(Observations.FULL_FRAME_SETS).size();
    if (planned + frames == 0) {
      return;
    }
    List<String> kinds = new ArrayList<>();
    kinds.add(Counts.text(table.size() - planned - frames) + " with data");
    if (planned > 0) {
      kinds.add(Counts.text(planned) + " planned");
    }
    if (frames > 0) {
      kinds.add(Counts.text(frames) + " full-frame image sets");
    }
    facts.add(String.join(", ", kinds));
  }

  private void addDates(List<String> facts) {
    double[] bounds = Breakdown.bounds(table, "t_min");
    if (bounds.length == 2) {
      String first = MjdDates.day(bounds[0]);
      String last = MjdDates.day(bounds[1]);
      facts.add(first.equals(last) ? first : first + " … " + last);
    }
  }

  private void addBreakdown(List<String> lines, String title, String column) {
    if (ValueCounts.of(table, Subject.column(column)).size() > 1) {
      lines.add("  " + title + ": " + Breakdown.of(table, column));
    }
  }

  // A search for F444W also finds F444W;F405N, which is another bandpass: the person must see it.
  private void addCompoundFilters(List<String> lines) {
    Table compound =
        table.where(Predicate.where(Subject.column("filters"), new Match.Contains(";")));
    if (!compound.isEmpty()) {
      lines.add(
          "  "
              + Counts.text(compound.size())
              + " with compound filters: "
              + Breakdown.of(compound, "filters"));
    }
  }

  private void addRights(List<String> lines) {
    Table closed = table.where(Predicate.not(isPublic()));
    if (!closed.isEmpty()) {
      lines.add("  rights: " + Breakdown.of(table, "dataRights"));
    }
  }

  private static Predicate isPublic() {
    return Predicate.where(Subject.column("dataRights"), new Match.Equal("PUBLIC"));
  }
}
