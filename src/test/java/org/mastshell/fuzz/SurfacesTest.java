package org.mastshell.fuzz;

import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short run: what comes from outside is read or refused as the readers say. */
class SurfacesTest {
  private static final int MANY = 3000;
  private static final int SOME = 200;
  private static final Map<Surface, Known> KNOWN = new EnumMap<>(Surface.class);

  // Made once: some know all commands, or have a file of their own.
  private record Known(Target target, List<byte[]> seeds) {}

  @ParameterizedTest
  @EnumSource(Surface.class)
  void whatIsWrittenByHandIsReadOrRefused(Surface surface) throws Exception {
    Target target = surface.target();
    for (byte[] seed : surface.seeds()) {
      target.take(seed);
    }
  }

  @Property(tries = MANY, shrinking = ShrinkingMode.OFF)
  void commandLines(@ForAll long seed) throws Exception {
    take(Surface.COMMAND_LINES, seed);
  }

  @Property(tries = MANY, shrinking = ShrinkingMode.OFF)
  void scripts(@ForAll long seed) throws Exception {
    take(Surface.SCRIPTS, seed);
  }

  @Property(tries = MANY, shrinking = ShrinkingMode.OFF)
  void replies(@ForAll long seed) throws Exception {
    take(Surface.REPLIES, seed);
  }

  @Property(tries = MANY, shrinking = ShrinkingMode.OFF)
  void dates(@ForAll long seed) throws Exception {
    take(Surface.DATES, seed);
  }

  @Property(tries = MANY, shrinking = ShrinkingMode.OFF)
  void coordinates(@ForAll long seed) throws Exception {
    take(Surface.COORDINATES, seed);
  }

  @Property(tries = MANY, shrinking = ShrinkingMode.OFF)
  void regions(@ForAll long seed) throws Exception {
    take(Surface.REGIONS, seed);
  }

  @Property(tries = MANY, shrinking = ShrinkingMode.OFF)
  void vocabularies(@ForAll long seed) throws Exception {
    take(Surface.VOCABULARIES, seed);
  }

  @Property(tries = MANY, shrinking = ShrinkingMode.OFF)
  void archiveWords(@ForAll long seed) throws Exception {
    take(Surface.ARCHIVE_WORDS, seed);
  }

  @Property(tries = MANY, shrinking = ShrinkingMode.OFF)
  void sessionCells(@ForAll long seed) throws Exception {
    take(Surface.SESSION_CELLS, seed);
  }

  @Property(tries = SOME, shrinking = ShrinkingMode.OFF)
  void sessionFiles(@ForAll long seed) throws Exception {
    take(Surface.SESSION_FILES, seed);
  }

  @Property(tries = MANY, shrinking = ShrinkingMode.OFF)
  void textTables(@ForAll long seed) throws Exception {
    take(Surface.TEXT_TABLES, seed);
  }

  @Property(tries = MANY, shrinking = ShrinkingMode.OFF)
  void ecsv(@ForAll long seed) throws Exception {
    take(Surface.ECSV, seed);
  }

  @Property(tries = MANY, shrinking = ShrinkingMode.OFF)
  void json(@ForAll long seed) throws Exception {
    take(Surface.JSON, seed);
  }

  @Property(tries = SOME, shrinking = ShrinkingMode.OFF)
  void voTables(@ForAll long seed) throws Exception {
    take(Surface.VOTABLE, seed);
  }

  @Property(tries = SOME, shrinking = ShrinkingMode.OFF)
  void fits(@ForAll long seed) throws Exception {
    take(Surface.FITS, seed);
  }

  private static void take(Surface surface, long seed) throws Exception {
    Known known = KNOWN.computeIfAbsent(surface, one -> new Known(one.target(), one.seeds()));
    byte[] input = new Mutations(known.seeds(), surface.longest(), new Random(seed)).next();
    try {
      known.target().take(input);
    } catch (Throwable found) {
      String bytes = Base64.getEncoder().encodeToString(input);
      throw new AssertionError(surface.word() + " of " + bytes + " (Base64)", found);
    }
  }
}
