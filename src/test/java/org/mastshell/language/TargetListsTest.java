package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.mastshell.vocabulary.SetKind.OBSERVATIONS;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of targets: names and positions, typed and in files. */
class TargetListsTest {
  private static final double TINY = 1e-9;

  private final TypedFiles files = TypedFiles.none();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "161.5125 -59.8667 ~ 161.51250 -59.86670 ~ 161.5125 ~ -59.8667",
        "161.5125, -59.8667 ~ 161.51250 -59.86670 ~ 161.5125 ~ -59.8667",
        "161.5125,-59.8667,eta Car ~ eta Car ~ 161.5125 ~ -59.8667",
        "eta Car 161.5125 -59.8667 ~ eta Car ~ 161.5125 ~ -59.8667",
        "eta Car;10:46:03;-59:52:00 ~ eta Car ~ 161.5125 ~ -59.866666666667",
        "10 46 03 -59 52 00 eta Car ~ eta Car ~ 161.5125 ~ -59.866666666667",
        "HD 93308 10h46m03s -59d52m ~ HD 93308 ~ 161.5125 ~ -59.866666666667",
        "NGC 3372 | 10 46 03 | -59 52 00 ~ NGC 3372 ~ 161.5125 ~ -59.866666666667",
        "209458 330.795 18.884 ~ 209458 ~ 330.795 ~ 18.884",
        "3C 273 187.2779 +2.0524 ~ 3C 273 ~ 187.2779 ~ 2.0524",
        "M31 10.6847 41.2688 ~ M31 ~ 10.6847 ~ 41.2688",
        "83.63 \u221222.01 south ~ south ~ 83.63 ~ -22.01",
        "0 -0.5 ~ 0.00000 -0.50000 ~ 0 ~ -0.5",
      })
  void readsALineWithAPosition(String line, String name, double ra, double dec) {
    files.with("list.txt", line);
    Target target = targets("@list.txt").get(0);
    assertThat(target.name()).isEqualTo(name);
    assertThat(target.ra()).isCloseTo(ra, within(TINY));
    assertThat(target.dec()).isCloseTo(dec, within(TINY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ra,dec | 161.5,-59.9",
        "RA,Dec | 161.5,-59.9",
        "_RAJ2000,_DEJ2000 | 161.5,-59.9",
        "raj2000,decj2000 | 10:46:00,-59:54:00",
        "x,s_ra,s_dec | 1,161.5,-59.9",
        "RA_ICRS,DE_ICRS | 161.5,-59.9",
        "ra h,dec deg | 10.766666666666667,-59.9",
        "ra hourangle,dec | 10:46:00,-59.9",
        "ra rad,dec rad | 2.8187067419289,-1.0454522219446",
        "RA,DEC | 10 46 00,-59 54 00",
        "RA,DEC | 10h 46m 00s,-59d 54m 00s",
        "ra,dec | 1.615e2,-5.99E+01",
        "coordinates | 161.5 -59.9",
        "id,skycoord,z | 7,10h46m -59d54m,0.1",
      })
  void findsTheColumnsOfTheCoordinates(String header, String row) {
    files.with("t.csv", header, row);
    Target target = targets("@t.csv").get(0);
    assertThat(target.ra()).isCloseTo(161.5, within(1e-7));
    assertThat(target.dec()).isCloseTo(-59.9, within(1e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "name, A",
    "Target_Name, A",
    "MAIN_ID, A",
    "source, A",
    "TIC ID, A",
    "remark, 161.50000 -59.90000"
  })
  void findsTheColumnOfTheName(String header, String name) {
    files.with("t.csv", header + ",ra,dec", "A,161.5,-59.9");
    assertThat(targets("@t.csv")).containsExactly(new Target(name, 161.5, -59.9));
  }

  @Test
  void takesANamedColumnWithBothCoordinates() {
    files.with("t.csv", "name,where,ra,dec", "A,1 2,3,4");
    assertThat(targets("@t.csv:where")).containsExactly(new Target("A", 1, 2));
  }

  @Test
  void saysWhatWasRead() {
    files.with("t.csv", "name,ra,dec", "A,1,2", "B,,", "A,1,2", "C,1,2");
    assertThat(criteria("coordinates=@t.csv").notes())
        .containsExactly(
            "t.csv: 2 targets (columns name, ra, dec), 1 row without a position, 1 row that came"
                + " before");
    assertThat(targets("@t.csv")).containsExactly(new Target("A", 1, 2), new Target("C", 1, 2));
  }

  @Test
  void joinsFilesAndTypedPositions() {
    files.with("a.txt", "1 2 one").with("b.txt", "3 4");
    assertThat(targets("@a.txt,\"5 6\",@b.txt"))
        .containsExactly(
            new Target("one", 1, 2),
            new Target("5.00000 +6.00000", 5, 6),
            new Target("3.00000 +4.00000", 3, 4));
    assertThat(targets("\"1 2\",'3, 4'")).extracting(Target::ra).containsExactly(1.0, 3.0);
  }

  @Test
  void aListOfOneTargetIsAList() {
    files.with("one.txt", "1 2");
    assertThat(criteria("coordinates=@one.txt radius=2arcmin").position())
        .hasValueSatisfying(
            position -> {
              assertThat(position).isInstanceOf(Position.Targets.class);
              assertThat(position.radiusDegrees()).isCloseTo(1 / 30.0, within(TINY));
            });
  }

  @Test
  void readsNames() {
    files
        .with("names.txt", "M 101", "Barnard's star", "M 101")
        .with("names.csv", "no,Target", "1,LMC", "2,");
    assertThat(names("object=@names.txt")).containsExactly("M 101", "Barnard's star");
    assertThat(names("object=@names.csv,\"eta Car\"")).containsExactly("LMC", "eta Car");
    assertThat(names("object=M101, M51")).containsExactly("M101", "M51");
    assertThat(criteria("object=M101").position().orElseThrow())
        .isEqualTo(new Position.Name("M101", 0.2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "161.5 -59.9;210.8 95.2 M 101 | t.txt line 2: 95.2 is no declination | -90 to 90",
        "161.5 -59.9;M 101;370 0 | t.txt line 2: it holds no position (to mend: lines 2 and 3) | 10:46:03",
        "1 45.0 20.0 | t.txt line 1: it can be read as two positions | name,ra,dec",
        "10:61:00 -59:52:00 | t.txt line 1: 10:61:00 is no coordinate | below 60",
      })
  void namesTheLineThatIsWrong(String lines, String message, String advice) {
    files.with("t.txt", lines.split(";", -1));
    SyntaxException error = error("coordinates=@t.txt");
    assertThat(error).hasMessage(message);
    assertThat(error.advice()).contains(advice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name,ra,dec;A,1,2;B,400,2 | t.csv line 3 (B): 400 is no right ascension | 0 to 360",
        "name,ra,dec;B,4, | t.csv line 2 (B): there is no declination | has both",
        "name,ra,dec;B,-4,1 | t.csv line 2 (B): -4 is no right ascension, which comes first | did you mean coordinates=\"1 -4\"",
        "name,ra,dec;B,4x,1 | t.csv line 2 (B): 4x is no coordinate | coordinates are like",
        "name,ra,dec;B,, | t.csv holds no positions | a line with a position",
        "name,alpha,delta;B,4,1 | t.csv has no columns ra and dec | @t.csv:COLUMN",
        "name,ra arcsec,dec;B,4,1 | the column ra of t.csv is in arcsec | degrees, hours or radians",
      })
  void namesTheRowThatIsWrong(String lines, String message, String advice) {
    files.with("t.csv", lines.split(";", -1));
    SyntaxException error = error("coordinates=@t.csv");
    assertThat(error).hasMessage(message);
    assertThat(error.advice()).contains(advice);
    assertThat(error.line().substring(error.start(), error.end())).isEqualTo("@t.csv");
  }

  @Property
  void readsBackWhatIsWritten(
      @ForAll @DoubleRange(min = 0, max = 359.9) double ra,
      @ForAll @DoubleRange(min = -89.9, max = 89.9) double dec,
      @ForAll @IntRange(min = 0, max = 5) int form) {
    String line = written(ra, dec, form);
    TypedFiles one = TypedFiles.none().with("t.txt", line);
    Criteria read =
        Typed.reader(one).read(Typed.arguments("search coordinates=@t.txt"), OBSERVATIONS, false);
    Target target = ((Position.Targets) read.position().orElseThrow()).targets().get(0);
    assertThat(target.ra()).as(line).isCloseTo(ra, within(2e-4));
    assertThat(target.dec()).as(line).isCloseTo(dec, within(2e-4));
  }

  @Property
  void neverFailsOtherwiseThanWithItsLine(@ForAll @Size(max = 4) List<String> lines) {
    String[] texts = lines.stream().map(line -> line.replaceAll("\\R", " ")).toArray(String[]::new);
    TypedFiles odd = TypedFiles.none().with("t.txt", texts.length == 0 ? new String[] {""} : texts);
    SyntaxException error =
        catchThrowableOfType(
            SyntaxException.class,
            () ->
                Typed.reader(odd)
                    .read(Typed.arguments("search coordinates=@t.txt"), OBSERVATIONS, false));
    if (error != null) {
      assertThat(error.getMessage()).containsAnyOf("t.txt line ", "t.txt holds no positions");
    }
  }

  private static String written(double ra, double dec, int form) {
    return switch (form) {
      case 0 -> String.format(Locale.ROOT, "%.6f %.6f", ra, dec);
      case 1 -> String.format(Locale.ROOT, "some name, %.6f, %+.6f", ra, dec);
      case 2 -> sexagesimal(ra / 15, ":", ":", "", 4) + " " + sexagesimal(dec, ":", ":", "", 3);
      case 3 -> sexagesimal(ra / 15, "h", "m", "s", 4) + " " + sexagesimal(dec, "d", "m", "s", 3);
      case 4 -> sexagesimal(ra / 15, " ", " ", "", 4) + " " + sexagesimal(dec, " ", " ", "", 3);
      default -> "star " + sexagesimal(ra / 15, ":", ":", "", 4) + " " + dec;
    };
  }

  private static String sexagesimal(
      double value, String first, String second, String third, int digits) {
    double unit = Math.pow(10, digits);
    long parts = Math.round(Math.abs(value) * 3600 * unit);
    long seconds = parts / (long) unit;
    return String.format(
        Locale.ROOT,
        "%s%02d%s%02d%s%02d.%0" + digits + "d%s",
        value < 0 ? "-" : "",
        seconds / 3600,
        first,
        seconds / 60 % 60,
        second,
        seconds % 60,
        parts % (long) unit,
        third);
  }

  private List<String> names(String typed) {
    return ((Position.Names) criteria(typed).position().orElseThrow()).objects();
  }

  private List<Target> targets(String value) {
    Position position = criteria("coordinates=" + value).position().orElseThrow();
    return ((Position.Targets) position).targets();
  }

  private SyntaxException error(String typed) {
    return catchThrowableOfType(SyntaxException.class, () -> criteria(typed));
  }

  private Criteria criteria(String typed) {
    return Typed.reader(files).read(Typed.arguments("search " + typed), OBSERVATIONS, false);
  }
}
