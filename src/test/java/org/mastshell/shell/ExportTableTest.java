package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.command.ExitCode;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** Sets that go to files, are read by other programs, and come back. */
class ExportTableTest {
  private static final String SEARCH = "search program=1073 filters=F277W";
  private static final String SCRIPT =
      """
      import sys, warnings, sqlite3
      warnings.simplefilter('error')
      import numpy as np
      from astropy.table import Table
      from astropy.io import fits, votable
      def seen(name, table):
          cells = lambda c: [None if x is np.ma.masked else (x.decode() if isinstance(x, bytes) else x)
                             for x in table[c]]
          sector = cells('sequence_number')
          print(name, len(table), len(table.colnames), table['t_exptime'].unit, table['em_min'].unit,
                table['t_min'].unit, cells('obs_id')[0], cells('t_exptime')[0], sector[0],
                table['s_ra'].dtype.kind, table['mtFlag'].dtype.kind)
      seen('ecsv', Table.read('a.ecsv'))
      seen('votable', Table.read('a.vot'))
      seen('binary2', Table.read('b.vot.gz', format='votable'))
      seen('fits', Table.read('a.fits'))
      ecsv = Table.read('a.ecsv')
      print(ecsv['s_ra'].info.meta['ucd'], ecsv.meta['query'])
      parsed = votable.parse('a.vot').get_first_table()
      print(parsed.get_field_by_id_or_name('em_max').ucd, parsed.get_field_by_id_or_name('em_max').description)
      print([p.value for p in parsed.params if p.name == 'query'])
      with fits.open('a.fits') as opened:
          opened.verify('exception')
          print([line for line in opened[1].header['HISTORY'] if line.startswith('query')])
      base = sqlite3.connect('a.sqlite')
      print(base.execute("SELECT count(*), typeof(s_ra), typeof(obs_id) FROM observations").fetchall())
      print(base.execute("SELECT unit, ucd FROM columns WHERE name = 't_exptime'").fetchall())
      print(base.execute("SELECT value FROM metadata WHERE name = 'query'").fetchall())
      base.close()
      """;

  @TempDir Path folder;

  private AssertableProgram program() {
    return AssertableProgram.in(folder).arguments("--demo", "--no-rc", "--no-session");
  }

  @Test
  void astropyAndSqliteReadWhatIsWritten() throws Exception {
    assumeTrue(Files.isExecutable(Path.of(WrittenProgram.PYTHON)), "no Python");
    program()
        .command(SEARCH)
        .command("export a.ecsv; export a.vot; export b.vot.gz --serialization binary2")
        .command("export a.fits; export a.sqlite")
        .run()
        .succeeds();
    List<String> said = python();
    String row = " 12 36 s nm d jw01073-o001_t001_nircam_clear-f277w 644.208 None f b";
    assertThat(said)
        .containsExactly(
            "ecsv" + row,
            "votable" + row,
            "binary2" + row,
            "fits" + row,
            "pos.eq.ra;meta.main " + SEARCH,
            "em.wl;stat.max Longest wavelength covered",
            "['" + SEARCH + "']",
            "['query: " + SEARCH + "']",
            "[(12, 'real', 'text')]",
            "[('s', 'time.duration;obs.exposure')]",
            "[('" + SEARCH + "',)]");
  }

  @Test
  void everyFormatComesBackAsTheSameSet() {
    AssertableProgram program =
        program().command(SEARCH + "; products; filter suffix=i2d; name was");
    List<String> files =
        List.of(
            "p.csv", "p.tsv", "p.json", "p.jsonl.gz", "p.md", "p.ecsv", "p.vot", "p.fits", "p.db");
    for (String file : files) {
      program
          .command("use was; export " + file)
          .command("import " + file + " back")
          .command("diff was back");
    }
    AssertableProgram.Ended ended = program.run();
    ended.succeeds();
    assertThat(
            Stream.of((ended.out() + ended.err()).split("\n"))
                .filter(line -> line.contains("0 new · 0 gone · 0 changed")))
        .hasSize(files.size());
  }

  @Test
  void namedColumnsRowsAndOrderGoToTheFile() throws IOException {
    program()
        .command(SEARCH)
        .command("export x.csv 1-3 obs_id exptime obsnum --sort -exptime")
        .run()
        .succeeds()
        .says("3 observations, 3 columns");
    assertThat(Files.readAllLines(folder.resolve("x.csv")))
        .containsExactly(
            "obs_id,t_exptime,obsnum",
            "jw01073-o001_t001_nircam_clear-f277w,644.208,1",
            "jw01073-o002_t001_nircam_clear-f277w,214.736,2",
            "jw01073-o003_t001_nircam_clear-f277w,214.736,3");
  }

  @Test
  void aFileThatIsThereStaysWithoutForce() throws IOException {
    Files.writeString(folder.resolve("x.csv"), "mine");
    program()
        .command(SEARCH)
        .command("export x.csv")
        .run()
        .exits(ExitCode.FAILED)
        .says("x.csv is there already", "choose another name, or add --force");
    assertThat(folder.resolve("x.csv")).hasContent("mine");
    program().command(SEARCH).command("export x.csv --force").run().succeeds();
    assertThat(Files.readAllLines(folder.resolve("x.csv"))).hasSize(13);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void forceReplacesNothingButPlainFiles() throws IOException {
    Files.createDirectory(folder.resolve("x.csv"));
    program()
        .command(SEARCH)
        .command("export x.csv --force")
        .run()
        .exits(ExitCode.FAILED)
        .says("it is no plain file");
    assertThat(folder.resolve("x.csv")).isDirectory();
  }

  @Test
  void whatCannotBeWrittenLeavesNothing() throws IOException {
    program()
        .command(SEARCH)
        .command("export none/x.fits")
        .run()
        .exits(ExitCode.FAILED)
        .says("there is no folder", "choose a file in a folder that is there");
    assertThat(leftovers()).isEmpty();
    for (String line :
        List.of(
            "export x.parquet",
            "export x.csvv",
            "export x",
            "export -",
            "export x.db.gz",
            "export x.csv --serialization binary2",
            "export x.csv --as python",
            "export script x.mast --sort size",
            "export x.csv nonsense")) {
      program().command(SEARCH).command(line).run().exits(ExitCode.USAGE);
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void aListOfDataUrisIsDownloaded() throws IOException {
    String name = "jw01073-o001_t001_nircam_clear-f277w_i2d.fits";
    Files.writeString(folder.resolve("uris.txt"), "# mine\nmast:JWST/product/" + name + "\n");
    program()
        .command("import uris.txt mine")
        .command("download --flat --dir here")
        .run()
        .succeeds()
        .says("1 product (import uris.txt mine)");
    assertThat(folder.resolve("here").resolve(name)).exists();
  }

  @Test
  void obsidsAndNamesAreLookedUp() throws IOException {
    Files.writeString(folder.resolve("ids.txt"), "87600515\n87600518\n");
    Files.writeString(folder.resolve("names.txt"), "jw01073-o001_t001_nircam_clear-f277w\n");
    program()
        .command("import ids.txt two; count")
        .command("import names.txt; products; count")
        .command("results")
        .run()
        .succeeds()
        .says("looked up: search obsid=@ids.txt", "looked up: search obs_id=@names.txt");
  }

  @Test
  void aBrokenFileChangesNothing() throws IOException {
    Files.writeString(folder.resolve("wide.csv"), "obsid,obs_id,s_ra\n1,2\n");
    Files.writeString(folder.resolve("other.csv"), "1,2\n3,4\n");
    Files.writeString(folder.resolve("mixed.txt"), "mast:JWST/product/a.fits\n12\n");
    Files.writeString(folder.resolve("broken.json"), "[{\"obsid\": 1},\n{\"obsid\": \n");
    Files.writeString(folder.resolve("nul.bin"), "a\0b");
    Files.writeString(folder.resolve("none.vot"), "<?xml version=\"1.0\"?>\n<VOTABLE><RESOURCE>");
    Files.writeString(folder.resolve("no.db"), "SQLite format 3\0 and nothing else");
    List<String> files =
        List.of(
            "wide.csv",
            "other.csv",
            "mixed.txt",
            "broken.json",
            "nul.bin",
            "none.vot",
            "no.db",
            "absent.csv");
    for (String file : files) {
      AssertableProgram.Ended ended =
          program()
              .arguments("--on-error", "continue")
              .command(SEARCH)
              .command("import " + file)
              .command("count")
              .run();
      ended.exits(ExitCode.FAILED);
      assertThat(ended.out()).as(file).isEqualTo("12\n");
      assertThat(ended.err()).doesNotContain("Exception");
    }
  }

  @Test
  void aTableMadeElsewhereIsConverted() throws IOException {
    Files.writeString(
        folder.resolve("x.ecsv"),
        """
        # %ECSV 1.0
        # ---
        # datatype:
        # - {name: OBSID, datatype: int64}
        # - {name: em_min, unit: um, datatype: float64}
        # - {name: mine, datatype: string}
        OBSID em_min mine
        87600515 2.4 "a b"
        """);
    AssertableProgram.Ended ended =
        program().arguments("--format", "csv").command("import x.ecsv").command("show").run();
    ended.succeeds().says("em_min was in um, and is in nm here");
    assertThat(ended.out()).isEqualTo("obsid,em_min,mine\r\n87600515,2400,a b\r\n");
  }

  @Test
  void anImportedSetIsRefreshedAndWrittenAsAScript() throws IOException {
    program().command(SEARCH).command("export x.vot").run().succeeds();
    AssertableProgram.Ended ended =
        program()
            .at("2099-01-01T00:00:00Z")
            .command("import x.vot; filter exptime>1000; refresh; export script")
            .run();
    ended.succeeds().says("nothing new, gone or changed");
    assertThat(ended.out())
        .contains("# reads the file x.vot, which has to go with it")
        .contains("import x.vot\nfilter exptime>1000\n");
    program()
        .at("2099-01-01T00:00:00Z")
        .command("import x.vot; export script x.py --as python")
        .run()
        .exits(ExitCode.FAILED)
        .says("came from a file");
  }

  @Test
  void withoutATerminalNothingIsClipped() {
    program()
        .command(SEARCH)
        .command("clip")
        .run()
        .exits(ExitCode.FAILED)
        .says("no terminal is here whose clipboard could be used");
  }

  private List<String> python() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(WrittenProgram.PYTHON, "-c", SCRIPT)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return said.lines().toList();
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(".part")).toList();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatOnlyItsOwnerMayReadStaysOne() throws IOException {
    Path file = Files.writeString(folder.resolve("own.csv"), "mine");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    program().command(SEARCH).command("export own.csv obs_id --force").run().succeeds();
    assertThat(file).content().startsWith("obs_id");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatFitsKeepsAndOthersDoNotReadIsSaid() throws IOException {
    Files.writeString(folder.resolve("m.csv"), "obsid,mtFlag,n\n1,true,2\n2,,3\n");
    program()
        .command("import m.csv")
        .command("export m.fits")
        .command("export m.vot")
        .run()
        .succeeds()
        .says("1 cell without a truth value: the format has that, but astropy reads False");
  }

  @Test
  void filesSayHowTimesAreCountedAndWhichFramePositionsHave() throws IOException {
    program()
        .command("search program=1073 filters=F277W")
        .command("export a.ecsv; export a.vot; export a.fits; export a.sqlite")
        .command("show --columns all --format votable --output b.vot")
        .run()
        .succeeds();
    for (String file : List.of("a.ecsv", "a.vot", "a.fits", "a.sqlite", "b.vot")) {
      assertThat(Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1))
          .as(file)
          .contains("When the observation began (MJD, UTC)");
    }
    assertThat(Files.readString(folder.resolve("a.vot")))
        .containsPattern("<TIMESYS ID=\"[^\"]+\"[^>]* timeorigin=\"2400000.5\"")
        .containsPattern("<TIMESYS [^>]*timescale=\"UTC\"")
        .containsPattern("<COOSYS [^>]*system=\"ICRS\"")
        .containsPattern("<FIELD[^>]* name=\"t_min\"[^>]* ref=\"")
        .doesNotContainPattern("<FIELD[^>]* name=\"t_exptime\"[^>]* ref=\"");
    assertThat(Files.readString(folder.resolve("a.fits"), StandardCharsets.ISO_8859_1))
        .contains("TIMESYS = 'UTC", "RADESYS = 'ICRS");
    assertThat(program().command("search program=1073; show --format ecsv --limit 1").run().out())
        .contains("When the observation began (MJD, UTC)");
  }

  @Test
  void descriptionsInFitsEndAtAWord() throws IOException {
    program()
        .command("search program=1073 filters=F277W")
        .command("export all.fits")
        .run()
        .succeeds();
    String cards = Files.readString(folder.resolve("all.fits"), StandardCharsets.ISO_8859_1);
    assertThat(cards)
        .contains("'Instrument, often with its mode behind a slash; without a slash all'")
        .contains("'Region of the spectrum, as the newest column of the archive names it'");
    program()
        .command("search program=1073 filters=F277W; products suffix=i2d")
        .command("export p.fits")
        .run()
        .succeeds();
    String products = Files.readString(folder.resolve("p.fits"), StandardCharsets.ISO_8859_1);
    Matcher comment = Pattern.compile("TCOMM\\d+ *= '((?:[^']|'')*)'").matcher(products);
    int comments = 0;
    while (comment.find()) {
      comments++;
      String text = comment.group(1).replace("''", "'").strip();
      assertThat(Fields.bundled().all(SetKind.PRODUCTS))
          .anyMatch(field -> (field.meaning() + " ").matches(Pattern.quote(text) + "[ ,;:(].*"));
    }
    assertThat(comments).isPositive();
  }

  @Test
  void aFolderThatTakesNoFilesIsNotCalledMissing() {
    assumeTrue(Files.isDirectory(Path.of("/proc")), "no such folder");
    program()
        .command("search program=1073 filters=F277W")
        .command("export /proc/x.csv")
        .run()
        .exits(ExitCode.FAILED)
        .says("/proc/x.csv cannot be written: no file can be made in /proc")
        .doesNotSay("there is no folder");
  }
}
