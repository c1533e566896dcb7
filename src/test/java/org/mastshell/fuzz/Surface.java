package org.mastshell.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.mastshell.archive.ReplyTarget;
import org.mastshell.command.WordsTarget;
import org.mastshell.formats.ImportTarget;
import org.mastshell.language.CoordinatesTarget;
import org.mastshell.language.DateTarget;
import org.mastshell.language.ScriptTarget;
import org.mastshell.shell.CommandLineTarget;
import org.mastshell.sky.RegionTarget;
import org.mastshell.store.CellsTarget;
import org.mastshell.store.SessionFileTarget;
import org.mastshell.vocabulary.TabbedTarget;

/** What comes from outside, each kind with what reads it. */
public enum Surface {
  /** Lines as they are typed. */
  COMMAND_LINES(CommandLineTarget::new, 300, "language"),
  /** Scripts and start files. */
  SCRIPTS(ScriptTarget::new, 300, "language"),
  /** Replies of the archive. */
  REPLIES(ReplyTarget::new, 1000, "archive"),
  /** Dates. */
  DATES(DateTarget::new, 60, "language"),
  /** Points on the sky. */
  COORDINATES(CoordinatesTarget::new, 80, "language"),
  /** Outlines on the sky, {@code s_region}. */
  REGIONS(RegionTarget::new, 150, "sky"),
  /** Bundled vocabularies. */
  VOCABULARIES(TabbedTarget::new, 500, "vocabulary"),
  /** Kept lists of what the archive said of its values. */
  ARCHIVE_WORDS(WordsTarget::new, 500, "command"),
  /** Cells of kept sessions and lists of products. */
  SESSION_CELLS(CellsTarget::new, 500, "store", "table"),
  /** Files of sessions in which bytes were changed. */
  SESSION_FILES(SessionFileTarget::new, 200, "store", "table"),
  /** CSV, TSV, Markdown, lists. */
  TEXT_TABLES(ImportTarget::ofText, 500, "formats"),
  /** ECSV. */
  ECSV(ImportTarget::ofEcsv, 600, "formats"),
  /** JSON files. */
  JSON(ImportTarget::ofJson, 500, "formats"),
  /** VOTables. */
  VOTABLE(ImportTarget::ofVoTable, 1500, "formats"),
  /** FITS tables. */
  FITS(ImportTarget::ofFits, 9000, "formats");

  private static final String BETWEEN = "\n%%\n";

  private final Supplier<Target> target;
  private final int longest;
  private final List<String> rooms;

  Surface(Supplier<Target> target, int longest, String... rooms) {
    this.target = target;
    this.longest = longest;
    this.rooms = List.of(rooms);
  }

  /** The name in files and options: {@code command-lines}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The surface of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Surface called(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** What reads it. Holds on to what it has read before; for one thread. */
  public Target target() {
    return target.get();
  }

  /** The rooms whose code is watched for what an input reaches. */
  public List<String> rooms() {
    return rooms;
  }

  /** How many bytes an input has at most. */
  public int longest() {
    return longest;
  }

  /**
   * Inputs to begin with: pieces of a file among the tests' resources, between lines of {@code %%}.
   */
  public List<byte[]> seeds() {
    try (InputStream stream = Surface.class.getResourceAsStream("/fuzz/" + word() + ".txt")) {
      List<byte[]> seeds = new ArrayList<>();
      if (stream != null) {
        String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        Arrays.stream(text.split(BETWEEN, -1))
            .forEach(seed -> seeds.add(seed.getBytes(StandardCharsets.UTF_8)));
      }
      if (this == FITS) {
        seeds.add(ImportTarget.fitsSeed());
      }
      if (seeds.isEmpty()) {
        throw new IllegalStateException("no seeds of " + word());
      }
      return List.copyOf(seeds);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
