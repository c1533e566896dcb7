package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mastshell.chart.Pictures;
import org.mastshell.chart.Raster;
import org.mastshell.command.PreviewPictures.MissingPicture;
import org.mastshell.command.PreviewPictures.Wanted;
import org.mastshell.output.Counts;
import org.mastshell.session.WorkingSet;

/** Small pictures of rows. Those of the archive are made anew, so that nothing else is in them. */
final class Thumbnails {
  /** So many rows get one at most. */
  static final int MOST_ROWS = 200;

  private static final int SIDE = 160;

  private final PreviewPictures source;
  private final Map<Integer, byte[]> pictures = new HashMap<>();
  private final Map<String, byte[]> known = new HashMap<>();
  private final Map<String, MissingPicture> missing = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private ExitCode code = ExitCode.DONE;
  private int without;
  private int failed;

  /**
   * @param source where the pictures come from
   */
  Thumbnails(PreviewPictures source) {
    this.source = source;
  }

  /**
   * Fetches those of the first rows.
   *
   * @param rows places in the set, in the order in which they are shown
   */
  void fetch(int[] rows, WorkingSet set, Work work) {
    int most = Math.min(rows.length, MOST_ROWS);
    int tried = 0;
    MissingPicture last = null;
    PreviewPlaces places = new PreviewPlaces(work.session(), set);
    while (tried < most && (last == null || !last.unanswered())) {
      Wanted wanted = places.of(rows[tried]);
      if (wanted.uri().isEmpty()) {
        without++;
      } else {
        try {
          pictures.put(tried, small(wanted, work));
        } catch (MissingPicture none) {
          last = none;
          failed++;
        }
      }
      tried++;
    }
    note(last, tried, rows.length);
  }

  private byte[] small(Wanted wanted, Work work) throws MissingPicture {
    String uri = wanted.uri().orElseThrow();
    if (missing.containsKey(uri)) {
      throw missing.get(uri);
    }
    byte[] before = known.get(uri);
    if (before != null) {
      return before;
    }
    try {
      // What was fetched is let go at once: two hundred large pictures would not fit.
      byte[] small = Pictures.jpeg(scaled(source.fetch(wanted, new HashMap<>(), work).picture()));
      known.put(uri, small);
      return small;
    } catch (MissingPicture none) {
      missing.put(uri, none);
      throw none;
    }
  }

  private static Raster scaled(Raster picture) {
    int longest = Math.max(picture.width(), picture.height());
    return longest <= SIDE
        ? picture
        : picture.scaled(
            Math.max(1, picture.width() * SIDE / longest),
            Math.max(1, picture.height() * SIDE / longest));
  }

  private void note(MissingPicture last, int tried, int all) {
    if (without > 0) {
      notes.add("the archive lists no preview of " + Counts.of(without, "row", "rows"));
    }
    if (last != null) {
      code = last.code();
      notes.add("no preview of " + Counts.of(failed, "row", "rows") + ": " + last.getMessage());
    }
    if (tried < all) {
      notes.add(
          "previews were asked for of the first "
              + Counts.text(tried)
              + " of "
              + Counts.of(all, "row", "rows")
              + (tried == MOST_ROWS ? ", which is the most a page takes" : ", then given up"));
    }
  }

  /** JPEG files by the place of the row among those that are shown. */
  Map<Integer, byte[]> pictures() {
    return pictures;
  }

  /** What there is no picture of and why, a line each. */
  List<String> notes() {
    return notes;
  }

  /** How a script would end. */
  ExitCode code() {
    return code;
  }
}
