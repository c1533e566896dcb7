package org.mastshell.download;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CancelledException;
import org.mastshell.download.ContentVerdict.Kind;

@Timeout(60)
class ContentChecksTest {
  private static final String[] IMAGE = {
    "SIMPLE  =                    T",
    "BITPIX  =                    8",
    "NAXIS   =                    1",
    "NAXIS1  =                  100"
  };

  @TempDir Path folder;

  static Stream<Arguments> wholeFiles() {
    byte[] fits = ContentFiles.fits();
    return Stream.of(
        Arguments.of("a.fits", fits),
        Arguments.of("A.FIT", fits),
        Arguments.of("a.fits.gz", ContentFiles.gzip(fits)),
        Arguments.of("a.gz", joined(ContentFiles.gzip(fits), ContentFiles.gzip(new byte[9]))),
        Arguments.of("a.json.gz", ContentFiles.gzip(ContentFiles.json())),
        Arguments.of("a.tar", ContentFiles.tar(fits)),
        Arguments.of("a.tar.gz", ContentFiles.gzip(ContentFiles.tar(fits))),
        Arguments.of("a.tgz", ContentFiles.gzip(ContentFiles.tar(fits))),
        Arguments.of("a.zip", ContentFiles.zip(fits, new byte[9], new byte[0])),
        Arguments.of("a.json", ContentFiles.json()),
        Arguments.of("a.jpg", ContentFiles.picture("jpg")),
        Arguments.of("a.png", ContentFiles.picture("png")),
        Arguments.of("a.gif", ContentFiles.picture("gif")),
        Arguments.of("a.pdf", ContentFiles.pdf()),
        Arguments.of("a.ecsv", ContentFiles.ecsv()));
  }

  @ParameterizedTest
  @MethodSource("wholeFiles")
  void aWholeFileIsSound(String name, byte[] content) throws IOException {
    assertThat(check(name, content).kind()).isEqualTo(Kind.SOUND);
  }

  @ParameterizedTest
  @MethodSource("wholeFiles")
  void oneThatIsCutAnywhereIsNot(String name, byte[] content) throws IOException {
    // Without zeros and line ends at the end a file is still the same.
    int last = content.length - 1;
    while (content[last] == 0 || content[last] == '\n') {
      last--;
    }
    for (int length : List.of(0, 1, 7, 100, last / 2, last)) {
      if (length <= last) {
        assertThat(check(name, Arrays.copyOf(content, length)).kind())
            .as("%s cut to %d of %d", name, length, content.length)
            .isNotEqualTo(Kind.SOUND);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("wholeFiles")
  void aWebPageOrAnotherKindIsNotTakenForIt(String name, byte[] content) throws IOException {
    assertThat(check(name, "\n<!DOCTYPE html><p>Maintenance".getBytes(UTF_8)))
        .isEqualTo(ContentVerdict.damaged("it is a web page in place of the file"));
    byte[] other =
        name.toLowerCase(java.util.Locale.ROOT).contains("fit")
            ? ContentFiles.json()
            : ContentFiles.fits();
    assertThat(check(name, other).kind()).isEqualTo(Kind.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "a.txt", "a.asdf", "README", "a.html"})
  void ofOtherKindsNothingIsKnown(String name) throws IOException {
    assertThat(check(name, "a,b\n1,2\n".getBytes(UTF_8)).kind()).isEqualTo(Kind.UNKNOWN_KIND);
    assertThat(check(name, new byte[0]).kind()).isEqualTo(Kind.UNKNOWN_KIND);
    Kind page = name.endsWith("html") ? Kind.UNKNOWN_KIND : Kind.DAMAGED;
    assertThat(check(name, "<html>".getBytes(UTF_8)).kind()).isEqualTo(page);
  }

  @Test
  void whereTheNameTellsNothingTheBeginningDoes() throws IOException {
    byte[] fits = ContentFiles.fits();
    assertThat(check("data", fits).kind()).isEqualTo(Kind.SOUND);
    assertThat(check("data", Arrays.copyOf(fits, 4000)).kind()).isEqualTo(Kind.DAMAGED);
    assertThat(check("data", ContentFiles.zip(fits)).kind()).isEqualTo(Kind.SOUND);
  }

  @Test
  void aCutFitsFileIsNamedWithItsUnitAndItsBytes() throws IOException {
    byte[] fits = ContentFiles.fits();
    int dataStart = fits.length - (40 * 40 * 4 + 2879) / 2880 * 2880;
    assertThat(check("a.fits", Arrays.copyOf(fits, dataStart + 1000)).text())
        .isEqualTo("the data unit of HDU 1 (SCI) is cut off: 1000 of 6400 bytes are there");
    assertThat(check("a.fits", Arrays.copyOf(fits, 2880 + 80)).text())
        .isEqualTo("the header of HDU 1 is cut off at byte 2960, before its END");
    assertThat(check("a.fits", Arrays.copyOf(fits, 2880)))
        .isEqualTo(
            new ContentVerdict(
                Kind.WARNING,
                "its header says NEXTEND 1, and 0 extensions are there",
                false,
                false));
  }

  @Test
  void missingPaddingIsAWarning() throws IOException {
    byte[] fits = ContentFiles.fits();
    int data = (40 * 40 * 4 + 2879) / 2880 * 2880;
    int end = fits.length - data + 40 * 40 * 4;
    for (int length : List.of(end, end + 1, fits.length - 1)) {
      ContentVerdict verdict = check("a.fits", Arrays.copyOf(fits, length));
      assertThat(verdict.kind()).isEqualTo(Kind.WARNING);
      assertThat(verdict.text())
          .isEqualTo(
              "the last "
                  + (fits.length - length)
                  + " bytes of padding are missing after its data");
    }
    assertThat(check("a.fits", Arrays.copyOf(fits, end - 1)).kind()).isEqualTo(Kind.DAMAGED);
    byte[] plain = joined(ContentFiles.header(IMAGE), new byte[100]);
    assertThat(check("a.fits", plain).kind()).isEqualTo(Kind.WARNING);
  }

  @Test
  void aByteThatHasChangedDoesNotFitTheSums() throws IOException {
    byte[] fits = ContentFiles.fits();
    fits[fits.length - 5000] ^= 1;
    assertThat(check("a.fits", fits).text())
        .startsWith("the data of HDU 1 (SCI) have changed: DATASUM is ");
    fits = ContentFiles.fits();
    fits[2880 - 1] = '.';
    assertThat(check("a.fits", fits).text())
        .isEqualTo("the header of HDU 0 has changed: CHECKSUM does not fit");
  }

  @Test
  void whatFollowsTheLastUnitIsMindedIfItCanBeSpecialRecords() throws IOException {
    byte[] fits = ContentFiles.fits();
    assertThat(check("a.fits", joined(fits, new byte[2 * 2880])).text())
        .isEqualTo("5760 bytes follow the last HDU");
    assertThat(check("a.fits", joined(fits, new byte[5])).kind()).isEqualTo(Kind.WARNING);
    fits[2880] = 'Y';
    assertThat(check("a.fits", fits).text())
        .isEqualTo("a header follows the last HDU that does not begin with XTENSION");
    fits[2880] = 'X';
    assertThat(check("a.fits", joined(fits, "XTENS".getBytes(US_ASCII))).kind())
        .isEqualTo(Kind.DAMAGED);
    assertThat(check("a.fits", joined(fits, "<html>".getBytes(US_ASCII))).text())
        .startsWith("6 bytes follow the last HDU that are neither");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NAXIS   = 1000           | impossible NAXIS: 1000
          NAXIS   = -1             | impossible NAXIS: -1
          NAXIS   = 999            | has no NAXIS2
          NAXIS   = 2.5            | NAXIS that is no number
          NAXIS1  = -5             | impossible NAXIS1: -5
          NAXIS1  = 9223372036854775807 | is cut off: 0 of 9223372036854775807 bytes
          NAXIS1  = 92233720368547758070 | NAXIS1 that is no number
          NAXIS1  = 4000000000     | is cut off: 0 of 4000000000 bytes
          BITPIX  = 12             | impossible BITPIX: 12
          BITPIX  = 'eight'        | BITPIX that is no number
          BITPIX  = 64             | is cut off: 0 of 800 bytes
          """)
  void aHeaderThatStatesNonsenseIsNotBelieved(String card, String reason) throws IOException {
    String keyword = card.substring(0, 8);
    String[] cards =
        Arrays.stream(IMAGE).map(c -> c.startsWith(keyword) ? card : c).toArray(String[]::new);
    assertThat(check("a.fits", ContentFiles.header(cards)).text()).contains(reason);
  }

  @Test
  void aProductOfAxesBeyondAllNumbersIsNotBelieved() throws IOException {
    byte[] header =
        ContentFiles.header(
            "SIMPLE  =                    T",
            "BITPIX  =                   64",
            "NAXIS   =                    3",
            "NAXIS1  =           4294967296",
            "NAXIS2  =           4294967296",
            "NAXIS3  =           4294967296");
    assertThat(check("a.fits", header).text())
        .isEqualTo("the header of HDU 0 states more data than a file can hold");
    String[] extension = {
      "XTENSION= 'BINTABLE'",
      "BITPIX  =                    8",
      "NAXIS   =                    2",
      "NAXIS1  =                    1",
      "NAXIS2  =                    1",
      "PCOUNT  =  9223372036854775807",
      "GCOUNT  =                    1"
    };
    byte[] empty =
        ContentFiles.header("SIMPLE  = T", "BITPIX  = 8", "NAXIS   =                    0");
    assertThat(check("a.fits", joined(empty, ContentFiles.header(extension))).text())
        .isEqualTo("the header of HDU 1 states more data than a file can hold");
    extension[5] = "PCOUNT  = -1";
    assertThat(check("a.fits", joined(empty, ContentFiles.header(extension))).text())
        .isEqualTo("the header of HDU 1 has an impossible PCOUNT: -1");
  }

  @Test
  void randomGroupsHaveNoFirstAxis() throws IOException {
    byte[] groups =
        ContentFiles.header(
            "SIMPLE  =                    T",
            "BITPIX  =                   16",
            "NAXIS   =                    2",
            "NAXIS1  =                    0",
            "NAXIS2  =                   10",
            "GROUPS  =                    T",
            "PCOUNT  =                    3",
            "GCOUNT  =                    5");
    assertThat(check("a.fits", joined(groups, new byte[2880])).kind()).isEqualTo(Kind.SOUND);
    assertThat(check("a.fits", joined(groups, new byte[129])).text()).contains("129 of 130 bytes");
  }

  @Test
  void aHeaderWithoutAnEndTakesNoMemory() throws IOException {
    Path file = folder.resolve("endless.fits");
    byte[] start = String.format("%-2880s", "SIMPLE  =                    T").getBytes(US_ASCII);
    Files.write(file, start);
    byte[] blanks = " ".repeat(2880 * 100).getBytes(US_ASCII);
    try (SeekableByteChannel out = Files.newByteChannel(file, StandardOpenOption.APPEND)) {
      for (int i = 0; i < 100; i++) {
        out.write(ByteBuffer.wrap(blanks));
      }
    }
    assertThat(new ContentChecks().check(file, "endless.fits").text())
        .isEqualTo("the header of HDU 0 is cut off at byte 28802880, before its END");
  }

  @Test
  void aSumThatIsNotSetIsNotJudged() throws IOException {
    List<String> cards =
        Stream.concat(
                Arrays.stream(IMAGE), Stream.of("DATASUM = ''", "CHECKSUM= '0000000000000000'"))
            .toList();
    byte[] header = ContentFiles.header(cards.toArray(String[]::new));
    assertThat(check("a.fits", joined(header, new byte[2880])).kind()).isEqualTo(Kind.SOUND);
  }

  @Test
  void charactersThatFitsForbidsAreMinded() throws IOException {
    byte[] header = ContentFiles.header("SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0", "COMMENT \t");
    assertThat(check("a.fits", header).text())
        .isEqualTo("the header of HDU 0 has characters that FITS forbids");
  }

  @Test
  void gzipIsJudgedToItsEnd() throws IOException {
    byte[] packed = ContentFiles.gzip(ContentFiles.fits());
    byte[] changed = packed.clone();
    changed[packed.length - 6] ^= 1;
    assertThat(check("a.fits.gz", changed).text()).contains("the sum of what they unpack to");
    changed = packed.clone();
    changed[packed.length - 2] ^= 1;
    assertThat(check("a.fits.gz", changed).text()).contains("does not unpack to the length");
    assertThat(check("a.gz", joined(packed, new byte[512])).text())
        .isEqualTo("512 zeros follow its packed data");
    assertThat(check("a.gz", joined(packed, "<html>".getBytes(UTF_8))).text())
        .contains("is no gzip");
    byte[] second = ContentFiles.gzip(new byte[9]);
    for (int length = 1; length < second.length; length++) {
      assertThat(check("a.gz", joined(packed, Arrays.copyOf(second, length))).kind())
          .as("second member cut to %d", length)
          .isEqualTo(Kind.DAMAGED);
    }
  }

  @Test
  void whatIsPackedIsJudgedAsWell() throws IOException {
    byte[] cut = ContentFiles.gzip(Arrays.copyOf(ContentFiles.fits(), 6000));
    assertThat(check("a.fits.gz", cut).text()).contains("HDU 1 (SCI)");
    assertThat(check("a.json.gz", ContentFiles.gzip("{".getBytes(UTF_8))).kind())
        .isEqualTo(Kind.DAMAGED);
  }

  @Test
  void zipEntriesThatShareTheirBytesAreRefused() throws IOException {
    byte[] zip = ContentFiles.zip(new byte[0], ContentFiles.fits());
    assertThat(check("a.zip", zip).kind()).isEqualTo(Kind.SOUND);
    // The list names the second entry's data for the first one as well.
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    int list = bytes.getInt(zip.length - 22 + 16);
    bytes.putInt(list + 20, zip.length);
    assertThat(check("a.zip", zip).kind()).isEqualTo(Kind.DAMAGED);
  }

  @Test
  void aChangedEntryOfAZipIsSeen() throws IOException {
    byte[] zip = ContentFiles.zip(new byte[0], ContentFiles.fits());
    zip[zip.length / 2] ^= 1;
    assertThat(check("a.zip", zip).text())
        .isEqualTo("entry 2 of the zip archive has changed: wrong length or sum");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{}{}",
        "[1,]",
        "{\"a\":1} x",
        "nul",
        "[1",
        "\"\u0001",
        "{]",
        "\uFEFF"
      })
  void brokenJsonIsDamaged(String text) throws IOException {
    assertThat(check("a.json", text.getBytes(UTF_8)).kind()).isEqualTo(Kind.DAMAGED);
  }

  @Test
  void jsonOfAnyDepthDoesNoHarm() throws IOException {
    assertThat(check("a.json", "[".repeat(1_000_000).getBytes(UTF_8)).kind())
        .isEqualTo(Kind.WARNING);
    assertThat(check("a.json", ("[\"" + "x".repeat(30_000_000) + "\"]").getBytes(UTF_8)).kind())
        .isEqualTo(Kind.SOUND);
    assertThat(check("a.json", new byte[] {'"', (byte) 0xC3, '"'}).kind()).isEqualTo(Kind.DAMAGED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3 M31\\n4\\n         | line 13 has 1 cells in place of 2
          3 M31 x\\n           | line 12 has 3 cells in place of 2
          3 "M\\n31\\n         | it is cut off in a cell that begins in line 12
          3 M31               | its last line has no end: something may be missing
          """)
  void rowsOfAnEcsvTableHaveACellForEachColumn(String end, String reason) throws IOException {
    String table = new String(ContentFiles.ecsv(), UTF_8);
    String changed = table.replace("\n3 M31\n", "\n" + end.strip().replace("\\n", "\n"));
    assertThat(check("a.ecsv", changed.getBytes(UTF_8)).text()).isEqualTo(reason);
  }

  @Test
  void ecsvKnowsCommasToo() throws IOException {
    String table =
        "# %ECSV 1.0\n# ---\n# delimiter: ','\n# datatype:\n# - {name: a}\n# - {name: b}\n";
    assertThat(check("a.ecsv", (table + "a,b\n,\n1,\n\"x,\"\"y\", 2\r\n").getBytes(UTF_8)).kind())
        .isEqualTo(Kind.SOUND);
    assertThat(check("a.ecsv", (table + "a,b,c\n").getBytes(UTF_8)).text())
        .isEqualTo("its header describes 2 columns, its line 7 names 3");
    assertThat(check("a.ecsv", table.getBytes(UTF_8)).text()).contains("no row of column names");
  }

  @Test
  void whatFollowsAPictureIsMinded() throws IOException {
    for (String kind : List.of("png", "jpg", "gif")) {
      assertThat(check("a." + kind, joined(ContentFiles.picture(kind), new byte[3])).text())
          .isEqualTo("3 bytes follow the end of the picture");
    }
  }

  @Test
  void oneReadingGivesTheHashOfAllBytesToo() throws Exception {
    byte[] plain = joined(ContentFiles.header(IMAGE), new byte[2880 * 50]);
    for (byte[] content : List.of(plain, ContentFiles.fits(), "<html>".getBytes(UTF_8))) {
      Path file = Files.write(folder.resolve("a.fits"), content);
      Inspected seen = new ContentChecks().inspect(file, "a.fits", new Cancellation());
      assertThat(seen.bytes()).isEqualTo(content.length);
      assertThat(seen.sha256())
          .isEqualTo(
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
      assertThat(seen.verdict()).isEqualTo(check("a.fits", content));
    }
  }

  @Test
  void calledOffItEnds() throws IOException {
    Path file = Files.write(folder.resolve("a.fits"), ContentFiles.fits());
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(() -> new ContentChecks().check(file, "a.fits", cancellation))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void aFileThatCannotBeReadIsNoDamage() {
    assertThatThrownBy(() -> new ContentChecks().check(folder.resolve("no.fits"), "no.fits"))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void everyKindIsTried() {
    EnumSet<ContentKind> tried = EnumSet.of(ContentKind.OTHER);
    wholeFiles().forEach(file -> tried.add(ContentKind.named((String) file.get()[0])));
    assertThat(tried).isEqualTo(EnumSet.allOf(ContentKind.class));
  }

  private ContentVerdict check(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("checked.part"), content);
    return new ContentChecks().check(file, name);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
