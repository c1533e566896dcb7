package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Sizes;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.ValueCounts;
import org.mastshell.vocabulary.SetKind;

/** Says what is in a set of products. */
final class ProductSummary {
  private final WorkingSet set;
  private final Table table;

  ProductSummary(WorkingSet set) {
    this.set = set;
    this.table = set.table();
  }

  /** {@code 90 products · 26.4 GB}, with the number of files of unknown size. */
  static String sizeOf(Table table) {
    return sizeOf(table, "");
  }

  /** The same with a few words behind the number. */
  static String sizeOf(Table table, String origin) {
    String count = Counts.text(table.size()) + " " + SetKind.PRODUCTS.word(table.size()) + origin;
    if (table.isEmpty() || !table.has("size")) {
      return count;
    }
    Column sizes = table.column("size");
    long unknown = IntStream.range(0, table.size()).filter(row -> !(sizes.number(row) > 0)).count();
    return count
        + " · "
        + Sizes.text(bytes(table))
        + (unknown > 0 ? " · " + Counts.text(unknown) + " of unknown size" : "");
  }

  /** The sum of the sizes that are known. */
  static long bytes(Table table) {
    Column sizes = table.column(Subject.column("size"));
    double total = 0;
    for (int row = 0; row < table.size(); row++) {
      total += Math.max(0, sizes.isMissing(row) ? 0 : sizes.number(row));
    }
    return (long) total;
  }

  /** One line with the essentials, and further ones only where they say something. */
  List<Part> parts(String lead) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Talk(lead + "   #" + set.number()));
    lines().forEach(line -> parts.add(new Part.Talk(line)));
    return parts;
  }

  /** The further ones. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!table.isEmpty()) {
      lines.add("  " + types());
      if (table.has("calib_level")) {
        lines.add("  " + Breakdown.levels(table));
      }
      addProjects(lines);
    }
    return lines;
  }

  private String types() {
    int guideStars = table.where(ProductRules.GUIDE_STAR).size();
    String types = Breakdown.of(table, "productType");
    return guideStars == 0
        ? types
        : types + " · guide-star files among them " + Counts.text(guideStars);
  }

  // HST's single-visit and multi-visit mosaics hold the same exposures again under other projects.
  private void addProjects(List<String> lines) {
    if (ValueCounts.of(table, Subject.column("project")).size() > 1) {
      lines.add(
          "  projects: "
              + Breakdown.of(table, "project")
              + " (one exposure may be in several: filter project=…)");
    }
  }
}
