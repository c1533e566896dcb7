package org.mastshell.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.util.FitsOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mastshell.table.ColumnType;
import org.mastshell.table.TableBuilder;

/** Files from which values are read. */
class TableFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"CSV", "TSV", "JSON", "JSONL", "ECSV", "VOTABLE"})
  void whatIsWrittenHereComesBack(Format format) throws IOException {
    TableBuilder builder = new TableBuilder();
    builder.column("target_name", ColumnType.TEXT);
    builder.column("s_ra", ColumnType.DECIMAL);
    builder.column("sector", ColumnType.INTEGER);
    add(builder, "M 101, \"the\" Pinwheel #1", 210.8, 14);
    add(builder, "0042", 1.5e-7, -3);
    add(builder, null, Double.NaN, 0);
    add(builder, "étoile 天\\t", 161.0, 25155310);
    List<DataColumn> columns =
        List.of(
            new DataColumn("target_name", "", "Name"),
            new DataColumn("s_ra", "deg", "Right ascension, unit: none"),
            new DataColumn("sector", "", ""));
    StringWriter text = new StringWriter();
    TableWriters.of(format).write(builder.build(), columns, text);
    TableFile file = open("set." + extension(format), text.toString());
    assertThat(file.isTable()).isTrue();
    assertThat(file.hasHeader()).isTrue();
    assertThat(file.columns())
        .extracting(FileColumn::name)
        .containsExactly("target_name", "s_ra", "sector");
    if (format == Format.ECSV || format == Format.VOTABLE) {
      assertThat(file.columns()).extracting(FileColumn::unit).containsExactly("", "deg", "");
    }
    assertThat(file.rows(List.of(2, 0)).list())
        .extracting(FileRow::cells)
        .containsExactly(
            List.of("14", "M 101, \"the\" Pinwheel #1"),
            List.of("-3", "0042"),
            List.of("0", ""),
            List.of("25155310", "étoile 天\\t"));
    assertThat(file.rows(List.of(1)).list())
        .extracting(row -> row.cells().get(0).isEmpty() ? "" : plain(row.cells().get(0)))
        .containsExactly("210.8", "0.00000015", "", "161");
  }

  private static String plain(String number) {
    return new java.math.BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  private static String extension(Format format) {
    return format == Format.VOTABLE ? "vot" : format.word();
  }

  private static void add(TableBuilder builder, String text, double number, long whole) {
    builder.set(0, text);
    builder.set(1, number);
    builder.set(2, whole);
    builder.endRow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a.csv ~ name,ra⏎M 101,1⏎,2⏎b,",
        "a.csv ~ # by hand⏎name,ra⏎M 101,1⏎⏎,2⏎b,",
        "a.csv ~ name ; ra⏎M 101;1⏎ ; 2⏎b;",
        "a.tsv ~ name⇥ra⏎M 101⇥1⏎⇥2⏎b⇥",
        "a.txt ~ name⇥ra⏎M 101⇥1⏎⇥2⏎b⇥",
        "a.dat ~ name ra⏎\"M 101\" 1⏎\"\" 2⏎b \"\"",
        "a.csv ~ \"name\",\"ra\"⏎\"M 101\",1⏎\"\",2⏎\"b\",\"\"",
        "a.txt ~ name | ra⏎M 101 | 1⏎ | 2⏎b |",
        "vizier.tsv ~ #⏎# INFO⏎name⇥ra⏎ ⇥deg⏎-----⇥---⏎M 101⇥1⏎⇥2⏎b⇥",
        "a.ecsv ~ # %ECSV 1.0⏎# ---⏎# datatype:⏎# - {name: name, datatype: string}⏎# - {name: ra, unit: deg, datatype: float64}⏎name ra⏎\"M 101\" 1⏎\"\" 2⏎b \"\"",
        "a.json ~ [{\"name\":\"M 101\",\"ra\":1},{\"name\":null,\"ra\":2},{\"name\":\"b\"}]",
        "a ~ {\"status\":\"COMPLETE\",\"data\":[{\"name\":\"M 101\",\"ra\":1},{\"name\":\"\",\"ra\":2},{\"x\":[1,{}],\"name\":\"b\"}]}",
        "a.jsonl ~ {\"name\":\"M 101\",\"ra\":1}⏎{\"ra\":2}⏎{\"name\":\"b\",\"ra\":null}",
      })
  void readsATable(String name, String text) throws IOException {
    TableFile file = open(name, text.replace('⏎', '\n').replace('⇥', '\t'));
    assertThat(file.hasHeader()).isTrue();
    assertThat(file.columns()).extracting(FileColumn::name).startsWith("name", "ra");
    assertThat(file.rows(List.of(0, 1)).list())
        .extracting(FileRow::cells)
        .containsExactly(List.of("M 101", "1"), List.of("", "2"), List.of("b", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a.csv ~ 25155310,1.5|38846515,2 ~ 1,2 ~ 25155310,38846515",
        "a.csv ~ 25155310|38846515 ~ 1 ~ 25155310,38846515",
        "a.txt ~ # name ra|M101 210.8|M51 202.5 ~ name,ra ~ M101,M51",
        "a.txt ~ M101 14:03:12|M51 13:29:52 ~ 1,2 ~ M101,M51",
      })
  void takesNoRowOfNumbersForAHeader(String name, String text, String names, String values)
      throws IOException {
    TableFile file = open(name, text.replace('|', '\n'));
    assertThat(file.columns()).extracting(FileColumn::name).containsExactly(names.split(",", -1));
    assertThat(file.rows(List.of(0)).list())
        .extracting(row -> row.cells().get(0))
        .containsExactly(values.split(",", -1));
  }

  @Test
  void readsLines() throws IOException {
    TableFile file =
        open(
            "list.txt",
            "\uFEFF# comment\r\nM 101, the pinwheel\r\n\r\n  \"eta Car\" \r\n# end\r\nb");
    assertThat(file.isTable()).isFalse();
    assertThat(file.lines().list())
        .containsExactly(
            new FileRow(2, List.of("M 101, the pinwheel")),
            new FileRow(4, List.of("eta Car")),
            new FileRow(6, List.of("b")));
    assertThat(open("list.json", "[\"M 101\", 42, 1.50, null]").lines().list())
        .extracting(row -> row.cells().get(0))
        .containsExactly("M 101", "42", "1.5", "");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-1"})
  void readsOtherEncodings(Charset charset) throws IOException {
    String mark = charset.equals(StandardCharsets.UTF_16LE) ? "\uFEFF" : "";
    Files.write(folder.resolve("a.txt"), (mark + "étoile\nM 101\n").getBytes(charset));
    assertThat(TableFiles.open(folder.resolve("a.txt")).lines().list())
        .extracting(row -> row.cells().get(0))
        .containsExactly("étoile", "M 101");
  }

  @Test
  void readsPackedFiles() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("id\nx\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.write(folder.resolve("a.csv.gz"), packed.toByteArray());
    TableFile file = TableFiles.open(folder.resolve("a.csv.gz"));
    assertThat(file.isTable()).isTrue();
    assertThat(file.rows(List.of(0)).list()).containsExactly(new FileRow(2, List.of("x")));
  }

  @Test
  void readsFitsTables() throws Exception {
    Path path = fits("table.fits");
    TableFile file = TableFiles.open(path);
    assertThat(file.rowWord()).isEqualTo("row");
    assertThat(file.columns())
        .containsExactly(
            new FileColumn("NAME", "", ""),
            new FileColumn("RA", "deg", "pos.eq.ra"),
            new FileColumn("TIC", "", ""),
            new FileColumn("FLUX", "", ""));
    assertThat(file.rows(List.of(2, 0, 1)).list())
        .containsExactly(
            new FileRow(1, List.of("25155310", "M 101", "210.8")),
            new FileRow(2, List.of("7", "", "0.00001")));
    assertThatThrownBy(() -> file.rows(List.of(3)))
        .isInstanceOf(IOException.class)
        .hasMessage("its column FLUX holds arrays");
    assertThatThrownBy(file::lines).hasMessage("it has several columns");
  }

  private Path fits(String name) throws IOException, FitsException {
    BinaryTable table = new BinaryTable();
    table.addColumn(new String[] {"M 101", ""});
    table.addColumn(new double[] {210.8, 1e-5});
    table.addColumn(new double[] {25_155_310, 7});
    table.addColumn(new float[][] {{1, 2}, {3, 4}});
    BinaryTableHDU unit = BinaryTableHDU.wrap(table);
    unit.setColumnName(0, "NAME", null);
    unit.setColumnName(1, "RA", null);
    unit.setColumnName(2, "TIC", null);
    unit.setColumnName(3, "FLUX", null);
    unit.addValue("TUNIT2", "deg", null);
    unit.addValue("TUCD2", "pos.eq.ra", null);
    Path path = folder.resolve(name);
    try (Fits fits = new Fits();
        FitsOutputStream out = new FitsOutputStream(Files.newOutputStream(path))) {
      fits.addHDU(unit);
      fits.write(out);
    }
    return path;
  }

  @Test
  void readsVoTablesAndNothingBesides() throws IOException {
    String table =
        """
        <?xml version="1.0"?>
        <!DOCTYPE VOTABLE SYSTEM "http://127.0.0.1:9/VOTable.dtd">
        <VOTABLE version="1.1"><RESOURCE><TABLE>
        <FIELD name="Name" datatype="char" arraysize="*"/>
        <FIELD name="_RAJ2000" datatype="double" unit="deg" ucd="POS_EQ_RA_MAIN"/>
        <DATA><TABLEDATA>
        <TR><TD>M 101</TD><TD>210.8</TD></TR><TR><TD></TD><TD></TD></TR>
        </TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
        """;
    TableFile file = open("a.vot", table);
    assertThat(file.columns())
        .containsExactly(
            new FileColumn("Name", "", ""), new FileColumn("_RAJ2000", "deg", "POS_EQ_RA_MAIN"));
    assertThat(file.rows(List.of(1, 0)).list())
        .containsExactly(
            new FileRow(1, List.of("210.8", "M 101")), new FileRow(2, List.of("", "")));

    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    String thief =
        table
            .replace(
                "SYSTEM \"http://127.0.0.1:9/VOTable.dtd\"",
                "[<!ENTITY theft SYSTEM \"" + secret.toUri() + "\">]")
            .replace("M 101", "&theft;");
    assertThat(open("thief.vot", thief).rows(List.of(0)).list().toString())
        .doesNotContain("secret");
    String elsewhere =
        table.replaceAll(
            "(?s)<TABLEDATA>.*</TABLEDATA>",
            "<BINARY><STREAM href=\"" + secret.toUri() + "\"/></BINARY>");
    TableFile referring = open("elsewhere.vot", elsewhere);
    Throwable refused =
        catchThrowable(() -> assertThat(referring.rows(List.of(0)).list()).isEmpty());
    assertThat(refused == null || refused instanceof IOException).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a.csv ~ name,ra|a,1|b,2,3 ~ its line 3 has 3 cells, the first one 2",
        "a.csv ~ name,ra|\"a,1|b,2 ~ a quote in line 2 is not closed",
        "a.txt ~ name ra dec|NGC 1 2 3 ~ its line 2 has 4 cells, the first one 3",
        "a.csv ~ name,Name|a,b ~ two of its columns are called Name",
        "a.json ~ [{\"a\":1},|{\"a\": ~ its JSON is broken in line 2",
        "a.json ~ [1,{\"a\":1}] ~ bare values and objects",
        "a.json ~ [] ~ it holds no rows",
        "a.json ~ hello ~ its JSON is broken in line 1",
        "a.xml ~ <?xml version=\"1.0\"?><a/> ~ it is an XML file without a VOTable",
        "a.xml ~ <?xml version=\"1.0\"?><VOTABLE> ~ it is cut off in line 1",
        "a.csv ~ # nothing|# at all ~ it holds nothing but comments",
        "a.txt ~ | | ~ it is empty",
        "a.fits ~ SIMPLE  =                    T ~ it is cut off: a FITS file ends with a whole block",
        "a.txt ~ x\u0000y ~ it holds no text, nor a table in a format that is known here (lines of text, CSV",
      })
  void saysWhatIsWrong(String name, String text, String message) {
    String lines = text.replace('|', '\n');
    assertThatThrownBy(
            () -> {
              TableFile file = open(name, lines);
              file.columns();
              file.rows(List.of(0));
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesMoreRowsThanAnybodyMeans() throws IOException {
    TableFile file = open("many.txt", "x\n".repeat(TableFile.MOST_ROWS + 1));
    assertThatThrownBy(file::lines).hasMessageContaining("more than 1,000,000 rows");
  }

  @Property(tries = 200)
  void neverFailsOtherwiseThanWithAMessage(@ForAll("odd") String text, @ForAll("names") String name)
      throws IOException {
    Path folder = Files.createTempDirectory("odd");
    Path path = folder.resolve(name);
    try {
      Files.writeString(path, text);
      Throwable trouble =
          catchThrowable(
              () -> {
                TableFile file = TableFiles.open(path);
                List<Integer> all = new ArrayList<>();
                file.columns().forEach(column -> all.add(all.size()));
                assertThat(file.rows(all).list()).allMatch(row -> row.cells().size() == all.size());
                file.lines();
              });
      if (trouble != null) {
        assertThat(trouble).isInstanceOf(IOException.class);
        assertThat(trouble.getMessage()).isNotBlank();
      }
    } finally {
      Files.deleteIfExists(path);
      Files.delete(folder);
    }
  }

  @Provide
  Arbitrary<String> odd() {
    return Arbitraries.of(
            "name",
            "ra",
            "1",
            "M 101",
            ",",
            ",",
            "\t",
            ";",
            "|",
            " ",
            "\n",
            "\n",
            "\r\n",
            "\"",
            "#",
            "-",
            "---",
            "{",
            "}",
            "[",
            "]",
            ":",
            "\"a\":",
            "<VOTABLE",
            "<?xml",
            ">",
            "# %ECSV 1.0",
            "# delimiter: ','",
            "\u0000",
            "\uFEFF",
            "é",
            "null",
            "SIMPLE  =")
        .list()
        .ofMaxSize(20)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("a.csv", "a.txt", "a.tsv", "a.json", "a.ecsv", "a.fits", "a");
  }

  private TableFile open(String name, String text) throws IOException {
    Path path = folder.resolve(name.toLowerCase(Locale.ROOT));
    Files.writeString(path, text);
    return TableFiles.open(path);
  }
}
