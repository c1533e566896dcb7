package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Sizes;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.Distinct;
import org.mastshell.table.Grouping;
import org.mastshell.table.NumberSummary;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.Tally;
import org.mastshell.table.ValueCounts;

/** What a set is as a whole: one row of totals. */
final class SetTotals {
  private SetTotals() {}

  /** Of observations: each counts once, for however many targets it was found. */
  static Part ofObservations(WorkingSet set) {
    Table all = set.table();
    Table table = Distinct.by(all, Subject.column(Observations.ID));
    NumberSummary exposure = numbers(table, "t_exptime");
    NumberSummary start = numbers(table, "t_min");
    NumberSummary end = numbers(table, "t_max");
    int planned = table.where(Observations.PLANNED).size();
    return new AnswerTable()
        .whole("rows", "rows of the set")
        .whole("observations", "different observations")
        .whole("planned", "without data yet")
        .text("missions", "with their observations")
        .text("instruments", "with their observations")
        .whole("programs", "different programs")
        .whole("targets", "different names of targets")
        .text("levels", "calibration levels with their observations")
        .date("start", "when the first began")
        .date("end", "when the last ended")
        .duration("exposure", "exposure times added up")
        .text("rights", "with their observations")
        .row(
            all.size(),
            table.size(),
            planned,
            counted(table, "obs_collection"),
            counted(table, "instrument_name"),
            distinct(table, "proposal_id"),
            distinct(table, "target_name"),
            table.isEmpty() ? null : Breakdown.levels(table),
            number(start.quantile(0)),
            number(end.quantile(1)),
            exposure.count() == 0 ? null : exposure.sum(),
            counted(table, "dataRights"))
        .record();
  }

  /**
   * Of products: files that several observations share are told from those that are different.
   *
   * @param suffix the field read from names
   */
  static Part ofProducts(WorkingSet set, Subject suffix) {
    Table all = set.table();
    Table table = Distinct.by(all, Subject.column(ProductRules.URI));
    NumberSummary sizes = numbers(table, "size");
    return new AnswerTable()
        .whole("rows", "rows of the set")
        .whole("files", "different files, by dataURI")
        .size("bytes", "size of the different files")
        .whole("unknown", "different files of unknown size")
        .size("all_bytes", "size of the files of all rows")
        .size("median", "median size of the different files")
        .size("largest", "size of the largest file")
        .whole("observations", "observations whose files they are")
        .whole("guide_stars", "different files of guide stars")
        .text("types", "categories with their different files and sizes")
        .text("suffixes", "kinds of files")
        .text("levels", "calibration levels with their different files")
        .text("rights", "with their different files")
        .row(
            all.size(),
            table.size(),
            ProductSummary.bytes(table),
            table.size() - sizes.count(),
            ProductSummary.bytes(all),
            whole(sizes.quantile(0.5)),
            whole(sizes.quantile(1)),
            distinct(all, "parent_obsid"),
            table.where(ProductRules.GUIDE_STAR).size(),
            types(table),
            suffixes(table, suffix),
            table.isEmpty() ? null : Breakdown.levels(table),
            counted(table, "dataRights"))
        .record();
  }

  private static String types(Table table) {
    Subject type = Subject.column("productType");
    Grouping groups = Grouping.of(table, List.of(type));
    Column names = table.column(type);
    double[] bytes = groups.sums(table.column(Subject.column("size")));
    Map<String, Double> sums = new LinkedHashMap<>();
    for (int group = 0; group < groups.size(); group++) {
      sums.put(names.text(groups.first(group)), bytes[group]);
    }
    List<String> words = new ArrayList<>();
    for (ValueCounts.ValueCount count : ValueCounts.of(table, type)) {
      Double sum = sums.get(count.value());
      String name = count.value() == null ? "(none)" : count.value();
      String size = sum == null || sum.isNaN() ? "" : " (" + Sizes.text(sum.longValue()) + ")";
      words.add(name + " " + Counts.text(count.count()) + size);
    }
    return words.isEmpty() ? null : String.join(" · ", words);
  }

  private static String suffixes(Table table, Subject suffix) {
    return table.isEmpty() ? null : Breakdown.text(ValueCounts.of(table, suffix));
  }

  private static String counted(Table table, String column) {
    return table.isEmpty() ? null : Breakdown.of(table, column);
  }

  private static int distinct(Table table, String column) {
    return Tally.of(table, Subject.column(column)).size();
  }

  private static NumberSummary numbers(Table table, String column) {
    return NumberSummary.of(table.column(Subject.column(column)));
  }

  private static Double number(double number) {
    return Double.isNaN(number) ? null : number;
  }

  private static Long whole(double number) {
    return Double.isNaN(number) ? null : Math.round(number);
  }
}
