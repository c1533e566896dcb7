package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.PlannedFile;
import org.mastshell.download.PlannedFile.State;
import org.mastshell.download.Room;
import org.mastshell.output.Counts;
import org.mastshell.output.Durations;
import org.mastshell.output.Sizes;

/** Says in words what a download would do. */
final class PlanSummary {
  private static final String ASIDE = ", which is kept beside as .damaged";
  private static final int MOST_NAMED = 20;
  private static final int FEW_NAMED = 5;
  private static final int SUGGEST_SCRIPT_ABOVE = 500;

  private final Outlook outlook;
  private final DownloadPlan plan;
  private final PlanTime time;

  PlanSummary(Outlook outlook) {
    this.outlook = outlook;
    this.plan = outlook.plan();
    this.time = outlook.time();
  }

  /** Numbers, the folder, and what should be known beforehand. */
  List<String> lines() {
    List<String> facts = new ArrayList<>();
    facts.add(toFetch());
    int partly = PlanRows.partlyHere(plan);
    if (partly > 0) {
      facts.add(Counts.text(partly) + " partly here, " + Sizes.text(plan.bytesKept()));
    }
    if (!plan.isRepair()) {
      facts.add(here());
    }
    int replacing = plan.replacing();
    String aside = plan.files().stream().anyMatch(file -> file.standing().isKept()) ? ASIDE : "";
    add(facts, replacing, (replacing == 1 ? "replaces" : "replace") + " what is here" + aside);
    add(facts, plan.unknownSizes(), "of unknown size");
    add(facts, plan.exclusive(), outlook.login() ? "exclusive" : "exclusive (need a login)");
    add(facts, plan.count(State.BLOCKED), "that cannot be written");
    add(facts, plan.duplicates(), "listed twice");
    add(facts, plan.withoutUri(), "without a data URI");
    if (plan.freeSpace() >= 0) {
      facts.add("free " + Sizes.text(plan.freeSpace()));
    }
    List<String> lines = new ArrayList<>();
    lines.add("  " + String.join(" · ", facts));
    lines.add("  into " + plan.options().dataFolder());
    needLogin().ifPresent(lines::add);
    outlook.underWay().lines(plan).forEach(line -> lines.add("  " + line));
    outlook.roads().lines(plan).forEach(line -> lines.add("  " + line));
    int asking = plan.asking();
    if (asking > 0) {
      lines.add(
          asking == 1
              ? "  the archive is asked about 1 file that is here: if it changed, it is fetched again"
              : "  the archive is asked about %s files that are here: those that changed are fetched again"
                  .formatted(Counts.text(asking)));
    }
    stale(lines);
    outlook.notes().forEach(note -> lines.add("  note: " + note));
    return lines;
  }

  // Where that is so of all, their number says it.
  private Optional<String> needLogin() {
    List<String> names =
        plan.files().stream()
            .filter(file -> file.state() == State.TO_FETCH && file.file().exclusive())
            .map(PlannedFile::name)
            .toList();
    if (names.isEmpty() || outlook.login() || names.size() == plan.count(State.TO_FETCH)) {
      return Optional.empty();
    }
    int more = names.size() - FEW_NAMED;
    String named = names.stream().limit(FEW_NAMED).collect(Collectors.joining(", "));
    return Optional.of(
        (names.size() == 1 ? "  needs a login: " : "  need a login: ")
            + named
            + (more > 0 ? " and " + Counts.text(more) + " more" : ""));
  }

  /** What to know and to type next where the plan alone was asked for. */
  Optional<String> next() {
    return shortage()
        .or(
            () ->
                plan.count(State.TO_FETCH) > 0
                    ? Optional.of("  the same without --dry-run fetches " + them())
                    : Optional.empty());
  }

  private String them() {
    String them = plan.count(State.TO_FETCH) == 1 ? "it" : "them";
    return otherWays().map(other -> them + "; " + other).orElse(them);
  }

  /** That the disk has not the room, which a download is refused for, if it has not. */
  Optional<String> shortage() {
    Room room = plan.room();
    if (room.suffices()) {
      return Optional.empty();
    }
    String toCome =
        room.needed() > 0
            ? Sizes.text(room.needed()) + " are to come, " + Sizes.text(room.spare())
            : "files of unknown size are to come, " + Sizes.text(room.spare());
    return Optional.of(
        "  not enough room: %s have to stay free beside them, %s are free; download would refuse this"
            .formatted(toCome, Sizes.text(room.free())));
  }

  /** What of the files should be read in full, where a table would cut it. */
  List<String> obstacles() {
    Reasons blocked =
        Reasons.of(plan.files().stream().filter(file -> file.state() == State.BLOCKED));
    List<String> lines = new ArrayList<>();
    if (!blocked.isEmpty()) {
      lines.add("  cannot be written:");
      lines.addAll(blocked.lines(MOST_NAMED, "--format csv has them all"));
    }
    return lines;
  }

  private String toFetch() {
    int files = plan.count(State.TO_FETCH);
    String bytes = Counts.of(files, "file", "files") + " to fetch" + size(files);
    if (time.seconds().isEmpty()) {
      return bytes;
    }
    return bytes
        + (plan.unknownSizes() > 0 ? ", at least " : ", about ")
        + Durations.text((double) time.seconds().getAsLong())
        + " at "
        + Sizes.text(time.rate().getAsLong())
        + "/s as last time";
  }

  // What nobody knows is not nothing.
  private String size(int files) {
    int unknown = plan.unknownSizes();
    if (unknown > 0 && unknown == files) {
      return "";
    }
    return (unknown > 0 ? ", at least " : ", ") + Sizes.text(plan.bytesToCome());
  }

  private String here() {
    int unverified = plan.count(State.UNVERIFIED);
    int here = plan.count(State.HERE) + unverified + plan.count(State.STALE);
    return Counts.text(here)
        + " here"
        + (here > 0 ? ", " + Sizes.text(plan.bytesHere()) : "")
        + (unverified > 0 ? " (" + Counts.text(unverified) + " of unverified version)" : "");
  }

  /** What else there is for a great many of files; empty for fewer. */
  Optional<String> otherWays() {
    return plan.files().size() > SUGGEST_SCRIPT_ABOVE
        ? Optional.of("for so many files there is also: download --curl")
        : Optional.empty();
  }

  private void stale(List<String> lines) {
    int stale = plan.count(State.STALE);
    if (stale > 0) {
      lines.add(
          "  "
              + Counts.text(stale)
              + " stale: the archive lists another version or size than when "
              + (stale == 1 ? "it" : "they")
              + " came; download --update replaces "
              + (stale == 1 ? "it" : "them"));
    }
  }

  private static void add(List<String> facts, int count, String what) {
    if (count > 0) {
      facts.add(Counts.text(count) + " " + what);
    }
  }
}
