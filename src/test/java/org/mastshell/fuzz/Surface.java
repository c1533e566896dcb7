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
  COMMAND_LINES(CommandLineTarget::new, 300),
  /** Scripts and start files. */
  SCRIPTS(ScriptTarget::new, 300),
  /** Replies of the archive. */
  REPLIES(ReplyTarget::new, 1000),
  /** Dates. */
  DATES(DateTarget::new, 60),
  /** Points on the sky. */
  COORDINATES(CoordinatesTarget::new, 80),
  /** Outlines on the sky, {@code s_region}. */
  REGIONS(RegionTarget::new, 150),
  /** Bundled vocabularies. */
  VOCABULARIES(TabbedTarget::new, 500),
  /** Kept lists of what the archive said of its values. */
  ARCHIVE_WORDS(WordsTarget::new, 500),
  /** Cells of kept sessions and lists of products. */
  SESSION_CELLS(CellsTarget::new, 500),
  /** Files of sessions in which bytes were changed. */
  SESSION_FILES(SessionFileTarget::new, 200),
  /** CSV, TSV, Markdown, lists. */
  TEXT_TABLES(ImportTarget::ofText, 500),
  /** ECSV. */
  ECSV(ImportTarget::ofEcsv, 600),
  /** JSON files. */
  JSON(ImportTarget::ofJson, 500),
  /** VOTables. */
  VOTABLE(ImportTarget::ofVoTable, 1500),
  /** FITS tables. */
  FITS(ImportTarget::ofFits, 9000);

  private static final String BETWEEN = "\n%%\n";

  private final Supplier<Target> target;
  private final int longest;

  Surface(Supplier<Target> target, int longest) {
    this.target = target;
    this.longest = longest;
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
