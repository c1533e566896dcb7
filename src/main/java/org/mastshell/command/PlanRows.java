package org.mastshell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.PlannedFile;
import org.mastshell.download.PlannedFile.State;
import org.mastshell.download.Room;
import org.mastshell.formats.Format;
import org.mastshell.formats.JsonText;
import org.mastshell.output.Part;

/**
 * A plan as data: one row a file, and in JSON the totals as well. The names in it are documented,
 * and stay.
 */
final class PlanRows {
  private final DownloadPlan plan;
  private final PlanTime time;
  private final FileRoads roads;
  private final List<String> notes;
  private final boolean login;
  private final FilesUnderWay underWay;

  PlanRows(Outlook outlook) {
    this.plan = outlook.plan();
    this.time = outlook.time();
    this.roads = outlook.roads();
    this.notes = outlook.notes();
    this.login = outlook.login();
    this.underWay = outlook.underWay();
  }

  /**
   * The plan in a format.
   *
   * @param drawn how many files a drawn table shows
   */
  Part part(Format format, int drawn) {
    return switch (format) {
      case JSON -> new Part.Text(object());
      case JSONL -> new Part.Text(lines());
      default -> table(drawn);
    };
  }

  /**
   * Several plans in a format, as one document.
   *
   * @param plans at least one
   */
  static List<Part> parts(List<Outlook> plans, Format format, int drawn) {
    List<PlanRows> all = plans.stream().map(PlanRows::new).toList();
    if (format != Format.JSON || all.size() == 1) {
      return JoinedRows.of(all.stream().map(rows -> rows.part(format, drawn)).toList());
    }
    String objects =
        all.stream().map(rows -> rows.object().strip()).collect(Collectors.joining(",\n"));
    return List.of(new Part.Text("[" + objects + "]\n"));
  }

  // An object a line for each file, so that a person can read it and a search finds lines.
  private String object() {
    StringBuilder text = new StringBuilder();
    String totals = JsonText.of(totals());
    text.append(totals, 0, totals.length() - 1).append(",\"files\":[");
    String separator = "\n";
    for (PlannedFile file : plan.files()) {
      text.append(separator).append(JsonText.of(row(file)));
      separator = ",\n";
    }
    return text.append("]}\n").toString();
  }

  private String lines() {
    StringBuilder text = new StringBuilder();
    text.append(JsonText.of(event("plan", totals()))).append('\n');
    plan.files()
        .forEach(file -> text.append(JsonText.of(event("planned", row(file)))).append('\n'));
    return text.toString();
  }

  static Map<String, Object> event(String name, Map<String, Object> values) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", name);
    event.putAll(values);
    return event;
  }

  private Part table(int drawn) {
    AnswerTable table =
        new AnswerTable()
            .text("file", "its name on disk")
            .text("state", "here, unverified, stale, to fetch, or blocked")
            .size("size", "as listed")
            .text("note", "")
            .text("path", "where it goes")
            .text("dataURI", "its name in the archive")
            .size("kept", "what is here of it already")
            .text("rights", "exclusive: needs a login");
    for (PlannedFile file : plan.files()) {
      table.row(row(file).values().toArray());
    }
    return table.part(drawn);
  }

  private Map<String, Object> row(PlannedFile file) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", file.name());
    row.put("state", file.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    row.put("size", file.file().listedSize() < 0 ? null : file.file().listedSize());
    row.put("note", note(file));
    row.put("path", file.target().toString());
    row.put("dataURI", file.file().dataUri());
    row.put("kept", file.kept());
    row.put("rights", file.file().exclusive() ? "exclusive" : "public");
    return row;
  }

  // On a narrow screen there is no room for the column of rights.
  private String note(PlannedFile file) {
    boolean marked = file.state() == State.TO_FETCH && file.file().exclusive();
    String needed = login ? "exclusive" : "needs a login";
    return Stream.of(marked ? needed : "", underWay.note(file), file.note())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** What is the same for all files, and sums. */
  Map<String, Object> totals() {
    Room room = plan.room();
    Map<String, Object> totals = new LinkedHashMap<>();
    totals.put("folder", plan.options().dataFolder().toString());
    totals.put("manifest", plan.options().manifest().toString());
    totals.put("layout", plan.options().layout().word());
    totals.put("to_fetch", plan.count(State.TO_FETCH));
    totals.put("bytes_to_fetch", plan.bytesToFetch());
    totals.put("unknown_sizes", plan.unknownSizes());
    totals.put("partly_here", partlyHere(plan));
    totals.put("bytes_kept", plan.bytesKept());
    totals.put("replacing", plan.replacing());
    totals.put("asked_about", plan.asking());
    totals.put("here", plan.count(State.HERE));
    totals.put("unverified", plan.count(State.UNVERIFIED));
    totals.put("stale", plan.count(State.STALE));
    totals.put("bytes_here", plan.bytesHere());
    totals.put("blocked", plan.count(State.BLOCKED));
    totals.put("exclusive", plan.exclusive());
    totals.put("in_cloud", roads.inCloud().isPresent() ? roads.inCloud().getAsInt() : null);
    totals.put("listed_twice", plan.duplicates());
    totals.put("without_uri", plan.withoutUri());
    totals.put("free", room.free() < 0 ? null : room.free());
    totals.put("enough_room", room.suffices());
    totals.put("bytes_per_second", time.rate().isPresent() ? time.rate().getAsLong() : null);
    totals.put("seconds", time.seconds().isPresent() ? time.seconds().getAsLong() : null);
    totals.put("notes", notes);
    return totals;
  }

  /** How many of the files to fetch begin with what is here of them. */
  static int partlyHere(DownloadPlan plan) {
    return (int)
        plan.files().stream()
            .filter(file -> file.state() == State.TO_FETCH && file.kept() > 0)
            .count();
  }
}
