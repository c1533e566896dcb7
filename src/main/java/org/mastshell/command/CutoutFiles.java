package org.mastshell.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mastshell.archive.CutoutQuestion;
import org.mastshell.archive.TargetsReply;
import org.mastshell.download.Cutout;
import org.mastshell.output.CleanText;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Sizes;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.CutoutService;
import org.mastshell.vocabulary.SetKind;

/** Says which files came as cutouts. */
final class CutoutFiles {
  // tess-s0014-4-1_210.800000_54.300000_10x10_astrocut.fits, tica-s0027-4-2_…
  private static final Pattern OF_TESS = Pattern.compile("[a-z]{4}-s(\\d{4})-(\\d)-(\\d)_.*");
  private static final String STATE = "state";
  private static final String FILE = "file";
  private static final String PATH = "path";
  private static final List<String> MARKS = List.of(FILE, "size", "ra", "dec", "note", PATH);
  private static final String NEW = "new";
  private static final String HERE = "here already";

  private final CutoutWish wish;
  private final boolean named;
  private final List<Came> files = new ArrayList<>();

  /**
   * @param named whether each place has a name, as those of a list
   */
  CutoutFiles(CutoutWish wish, boolean named) {
    this.wish = wish;
    this.named = named;
  }

  private record Came(String place, CutoutQuestion question, Cutout file) {}

  /** Takes notice of a file. */
  void add(String place, CutoutQuestion question, Cutout file) {
    files.add(new Came(place, question, file));
  }

  /** Whether none has come. */
  boolean isEmpty() {
    return files.isEmpty();
  }

  /** A row for each file. */
  Part.Rows rows() {
    AnswerTable table = new AnswerTable();
    if (named) {
      table.text(TargetsReply.NAME, "the place of the list");
    }
    table
        .text(FILE, "its name")
        .size("size", "bytes")
        .text(STATE, "new, or here already with the same bytes");
    boolean tess = wish.service() == CutoutService.TESS;
    if (tess) {
      table.whole("sector", "of TESS").whole("camera", "from 1 to 4").whole("ccd", "from 1 to 4");
    }
    if (wish.service() == CutoutService.ZCUT) {
      table.text("survey", "that was asked for");
    }
    table
        .decimal("ra", "deg", "right ascension of the centre, ICRS")
        .decimal("dec", "deg", "declination of the centre, ICRS");
    if (wish.service() != CutoutService.ZCUT) {
      table.text("obs_collection", "the mission");
    }
    table.text("note", "what is to be minded").text(PATH, "where it is");
    for (Came came : files) {
      Cutout file = came.file();
      List<Object> cells = new ArrayList<>();
      if (named) {
        cells.add(came.place());
      }
      String name = String.valueOf(file.path().getFileName());
      cells.add(name);
      cells.add(file.bytes());
      cells.add(file.fresh() ? NEW : HERE);
      if (tess) {
        Matcher known = OF_TESS.matcher(name);
        boolean fits = known.matches();
        for (int group = 1; group <= 3; group++) {
          cells.add(fits ? Integer.valueOf(known.group(group)) : null);
        }
      }
      Map<String, String> sent = came.question().parameters();
      if (wish.service() == CutoutService.ZCUT) {
        cells.add(sent.get("survey"));
      }
      cells.add(number(sent.get("ra")));
      cells.add(number(sent.get("dec")));
      if (wish.service() != CutoutService.ZCUT) {
        cells.add(tess ? "TESS" : "HST");
      }
      cells.add(file.note().isEmpty() ? null : file.note());
      cells.add(file.path().toString());
      table.row(cells.toArray());
    }
    return (Part.Rows) table.part();
  }

  /** What is said of the files on another day, too: new they are once. */
  static Table lasting(Table rows) {
    return rows.without(List.of(STATE));
  }

  /** Where the files of a set of cutouts are; empty for any other set. */
  static Optional<Column> paths(WorkingSet set) {
    Table rows = set.table();
    // Tables of others may have files and paths too, which are something else there.
    return set.kind() == SetKind.ROWS && MARKS.stream().allMatch(rows::has)
        ? Optional.of(rows.column(Subject.column(PATH)))
        : Optional.empty();
  }

  /**
   * Refuses to fetch what a cutout has fetched.
   *
   * @throws CommandException if the rows of a set are such files; it says where they are
   */
  static void refuseDownload(WorkingSet set) {
    Table rows = set.table();
    if (!rows.has(FILE) || !rows.has(PATH)) {
      return;
    }
    Column paths = rows.column(Subject.column(PATH));
    List<String> folders =
        IntStream.range(0, rows.size())
            .filter(row -> !paths.isMissing(row))
            .mapToObj(row -> CleanText.oneLine(folder(paths.text(row))))
            .distinct()
            .toList();
    throw folders.isEmpty()
        ? new CommandException(
            ExitCode.FAILED, "there is no file among these rows", "undo goes back")
        : new CommandException(
            ExitCode.FAILED,
            "these files are here already, in " + String.join(", ", folders),
            "show file path    cutout … --to DIR puts them elsewhere");
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf(File.separatorChar)));
  }

  private static Double number(String text) {
    return text == null ? null : Double.valueOf(text);
  }

  /** How many came, and where they are. */
  List<String> summary(Path folder) {
    List<String> lines = new ArrayList<>();
    if (files.isEmpty()) {
      return lines;
    }
    long bytes = files.stream().mapToLong(came -> came.file().bytes()).sum();
    lines.add(
        "  "
            + Counts.of(files.size(), "cutout", "cutouts")
            + ", "
            + Sizes.text(bytes)
            + ", in "
            + folder);
    long here = files.stream().filter(came -> !came.file().fresh()).count();
    if (here > 0) {
      lines.add("  here already, with the same bytes: " + Counts.text(here));
    }
    for (Came came : files) {
      Cutout file = came.file();
      if (!file.note().isEmpty()) {
        lines.add("  " + file.path().getFileName() + ": " + file.note());
      }
    }
    return lines;
  }

  /** What tells why there may be none. */
  static Optional<String> whereToLook(CutoutService service) {
    return switch (service) {
      case TESS -> Optional.of("  --sectors lists the sectors that saw the place");
      case ZCUT -> Optional.of("  --surveys lists the surveys that cover the place");
      case HAP -> Optional.empty();
    };
  }
}
