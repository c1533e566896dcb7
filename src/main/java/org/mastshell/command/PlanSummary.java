package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.PlannedFile;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Sizes;

/** Says what a download would do. */
final class PlanSummary {
  private final DownloadPlan plan;

  PlanSummary(DownloadPlan plan) {
    this.plan = plan;
  }

  /** Numbers, and the folder. */
  List<String> lines() {
    List<String> facts = new ArrayList<>();
    int toFetch = plan.count(PlannedFile.State.TO_FETCH);
    facts.add(
        Counts.text(toFetch)
            + (toFetch == 1 ? " file" : " files")
            + " to fetch, "
            + Sizes.text(plan.bytesToFetch()));
    int here =
        plan.count(PlannedFile.State.HERE)
            + plan.count(PlannedFile.State.UNVERIFIED)
            + plan.count(PlannedFile.State.STALE);
    facts.add(Counts.text(here) + " here" + (here > 0 ? ", " + Sizes.text(plan.bytesHere()) : ""));
    add(facts, plan.count(PlannedFile.State.UNVERIFIED), "of them of unverified version");
    add(facts, plan.unknownSizes(), "of unknown size");
    add(facts, plan.exclusive(), "exclusive (need a login)");
    add(facts, plan.count(PlannedFile.State.BLOCKED), "that cannot be written");
    add(facts, plan.duplicates(), "listed twice");
    add(facts, plan.withoutUri(), "without a data URI");
    if (plan.freeSpace() >= 0) {
      facts.add("free " + Sizes.text(plan.freeSpace()));
    }
    return List.of("  " + String.join(" · ", facts), "  into " + plan.options().dataFolder());
  }

  /**
   * What would become of each file.
   *
   * @param drawn how many of them a drawn table shows
   */
  Part table(int drawn) {
    AnswerTable table =
        new AnswerTable()
            .text("file", "its name on disk")
            .text("state", "to fetch, here, unverified, stale, or blocked")
            .size("size", "as listed")
            .text("note", "")
            .text("path", "where it goes")
            .text("dataURI", "its name in the archive");
    for (PlannedFile file : plan.files()) {
      table.row(
          file.name(),
          file.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          file.file().listedSize() < 0 ? null : file.file().listedSize(),
          file.note(),
          file.target().toString(),
          file.file().dataUri());
    }
    return table.part(drawn);
  }

  private static void add(List<String> facts, int count, String what) {
    if (count > 0) {
      facts.add(Counts.text(count) + " " + what);
    }
  }
}
