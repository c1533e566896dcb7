package org.mastshell.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.table.Table;

/** What astropy makes of our files; skipped where there is no Python with astropy. */
class AstropyTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final List<RandomTables.Row> ROWS =
      List.of(
          new RandomTables.Row("天 \"é\", #1", Long.MAX_VALUE, 2.5e-300, true),
          new RandomTables.Row("#begins", -1L, 1500.0, false),
          new RandomTables.Row("two\nlines", 0L, -0.1, true),
          new RandomTables.Row(null, null, null, null));
  private static final String SCRIPT =
      """
      import sys, warnings
      import numpy as np
      warnings.simplefilter('error')
      from astropy.table import Table
      table = Table.read(sys.argv[1], format=sys.argv[2])
      for column in table.colnames:
          cells = table[column]
          print(column, cells.dtype.kind, cells.unit, cells.description, sep='|')
          print([None if cell is np.ma.masked else cell for cell in cells.tolist()])
      """;

  private static final String WRITING =
      """
      import sys, warnings
      warnings.simplefilter('error')
      import astropy.units as u
      from astropy.table import Table
      table = Table()
      table['main_id'] = ['Barnard\\'s "star", a', 'M 101']
      table['ra'] = [269.4521, 210.8] * u.deg
      table['dec'] = [4.6934, -1e-5] * u.deg
      table['tic'] = [25155310, 7]
      table['ra'].info.description = 'Right ascension, unit: degrees, in a text that is long enough for the writer to break the line'
      table.write(sys.argv[1], format=sys.argv[2])
      """;

  @TempDir Path folder;

  @BeforeAll
  static void astropyIsThere() throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "no Python");
    assumeTrue(run("-c", "import astropy").isEmpty(), "no astropy");
  }

  @Test
  void readsEcsv() throws Exception {
    assertThat(read(Format.ECSV, "ascii.ecsv"))
        .containsExactly(
            "text, \"quoted\"|U|None|Text that is \"hard\" to write: µ",
            "['天 \"é\", #1', '#begins', 'two lines', None]",
            "whole|i|d|Whole numbers",
            "[9223372036854775807, -1, 0, None]",
            "decimal|f|nm|None",
            "[2.5e-300, 1500.0, -0.1, None]",
            "truth|b|None|None",
            "[True, False, True, None]");
  }

  @Test
  void readsVotable() throws Exception {
    List<String> read = read(Format.VOTABLE, "votable");
    assertThat(read)
        .contains("[9223372036854775807, -1, 0, None]", "[2.5e-300, 1500.0, -0.1, None]")
        .contains("[True, False, True, None]")
        .anyMatch(line -> line.contains("天 \"é\", #1"))
        .anyMatch(line -> line.startsWith("whole|i|d|Whole numbers"));
  }

  @Test
  void readsATableWithoutRows() throws Exception {
    Table none = RandomTables.table(List.of());
    assertThat(read(none, Format.ECSV, "ascii.ecsv")).contains("whole|i|d|Whole numbers", "[]");
    assertThat(read(none, Format.VOTABLE, "votable")).contains("whole|i|d|Whole numbers", "[]");
  }

  @ParameterizedTest
  @CsvSource({
    "ascii.ecsv, list.ecsv",
    "ascii.csv, list.csv",
    "ascii.tab, list.tsv",
    "ascii.basic, list.txt",
    "ascii.commented_header, list.dat",
    "votable, list.vot",
    "fits, list.fits",
  })
  void itsTablesCanBeReadHere(String format, String name) throws Exception {
    Path path = folder.resolve(name);
    assertThat(run("-c", WRITING, path.toString(), format)).isEmpty();
    TableFile file = TableFiles.open(path);
    assertThat(file.hasHeader()).isTrue();
    assertThat(file.columns())
        .extracting(FileColumn::name)
        .containsExactly("main_id", "ra", "dec", "tic");
    if (List.of("ascii.ecsv", "votable", "fits").contains(format)) {
      assertThat(file.columns()).extracting(FileColumn::unit).containsExactly("", "deg", "deg", "");
    }
    List<FileRow> rows = file.rows(List.of(0, 3, 2)).list();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).cells()).containsExactly("Barnard's \"star\", a", "25155310", "4.6934");
    assertThat(rows.get(1).cells().get(1)).isEqualTo("7");
    assertThat(Double.parseDouble(rows.get(1).cells().get(2))).isEqualTo(-1e-5);
  }

  private List<String> read(Format format, String name) throws Exception {
    return read(RandomTables.table(ROWS), format, name);
  }

  private List<String> read(Table table, Format format, String name) throws Exception {
    Path file = folder.resolve("table");
    Files.writeString(file, RoundTripTest.write(format, table, RandomTables.COLUMNS));
    return run("-c", SCRIPT, file.toString(), name);
  }

  private static List<String> run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    Process process = builder.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return lines;
  }
}
