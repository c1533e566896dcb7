package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.language.Quoting;
import org.mastshell.language.Secrets;

/** What is told of a line as a whole: colours, hints, lines to run, secrets. */
class WholeLineTest {
  private final FixedView view = new FixedView();
  private final LinePainter painter = new LinePainter(view);
  private final Hints hints = new Hints(view);

  private String painted(String line) {
    return painter.paint(line).stream()
        .map(
            span ->
                line.substring(span.start(), span.end())
                    + ":"
                    + span.role()
                    + (span.wrong() ? "!" : ""))
        .collect(Collectors.joining(" "));
  }

  @Test
  void everyPieceHasItsRole() {
    assertThat(painted("search mission=JWST,'HST' filters != F1 --limit 5 # all"))
        .isEqualTo(
            "search:COMMAND mission:FIELD =:OPERATOR JWST:VALUE 'HST':VALUE filters:FIELD"
                + " !=:OPERATOR F1:VALUE --limit:OPTION 5:OPTION_VALUE # all:COMMENT");
    assertThat(painted("show size --sort -size; undo"))
        .isEqualTo("show:COMMAND size:FIELD --sort:OPTION -size:OPTION_VALUE undo:COMMAND");
  }

  @Test
  void unknownNamesAreWrongOnlyWhenTheyCannotBecomeRight() {
    assertThat(painted("sear")).isEqualTo("sear:COMMAND");
    assertThat(painted("sear ")).isEqualTo("sear:COMMAND!");
    assertThat(painted("serch")).isEqualTo("serch:COMMAND!");
    assertThat(painted("search filterz=1")).contains("filterz:FIELD!");
    assertThat(painted("search suffix=cal")).contains("suffix:FIELD!");
    assertThat(painted("search --lim")).contains("--lim:OPTION").doesNotContain("!");
    assertThat(painted("search --lim x")).contains("--lim:OPTION!");
    assertThat(painted("search --lum")).contains("--lum:OPTION!");
    assertThat(painted("show sizes name")).contains("sizes:FIELD! name:FIELD");
    assertThat(painted("show siz")).contains("siz:WORD").doesNotContain("!");
    assertThat(painted("show 1-3 last size,name")).doesNotContain("!");
    assertThat(painted("set color never")).isEqualTo("set:COMMAND color:FIELD never:WORD");
    assertThat(painted("set colour never")).contains("colour:FIELD!");
    assertThat(painted("search object=M31 RADIUS=3")).doesNotContain("!");
    assertThat(painted("filter object=M31")).contains("object:FIELD!");
    assertThat(painted("search mission=JWST; show mission ")).doesNotContain("!");
    assertThat(painted("search mission=JWST; filter suffix=cal")).contains("suffix:FIELD!");
    assertThat(painted("search mission=JWST; products; filter suffix=cal")).doesNotContain("!");
  }

  @Test
  void anOpenQuoteAndAStrangeUnitAreWrong() {
    assertThat(painted("search target=\"M 31")).endsWith("=:OPERATOR \":VALUE! M 31:VALUE");
    assertThat(painted("search target=\"M 31\"")).doesNotContain("!");
    assertThat(painted("search target=O'Brien")).endsWith("O:VALUE ':VALUE! Brien:VALUE");
    assertThat(painted("search exptime>5mn ")).contains("5mn:VALUE!");
    assertThat(painted("search exptime=1..5nm ")).contains("1..5nm:VALUE!");
    for (String right : List.of("5min", "5 min", "1..5MIN", "5", "2h..3h", "5mn", "null", "abc")) {
      String end = right.equals("5mn") ? "" : " ";
      assertThat(painted("search exptime>'" + right + "'" + end)).as(right).doesNotContain("!");
    }
    assertThat(painted("search target=5mn ")).doesNotContain("!");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ";;", "\"", "search a=\"", "=", "search =", "\\", "#", "a\nb"})
  void awkwardLinesArePaintedToo(String line) {
    List<Span> spans = painter.paint(line);
    for (Span span : spans) {
      assertThat(span.start()).isBetween(0, line.length());
      assertThat(span.end()).isBetween(span.start(), line.length());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "search mission=       ¦ obs_collection=1 · What obs_collection means",
        "search mission=JWST,  ¦ obs_collection=1 · What obs_collection means",
        "search exptime        ¦ t_exptime=1 · What t_exptime means (s)",
        "search --limit        ¦ --limit N: at most so many",
        "search --limit 5      ¦ --limit N: at most so many",
        "search                ¦ search CRITERION… [--count] [--limit N] · Does search.",
        "search mi             ¦ search CRITERION… [--count] [--limit N] · Does search.",
        "show si               ¦ show [ROWS] [COLUMN…] [--sort [-]COLUMN] [--columns all] · Does show.",
        "sea                   ¦ ``",
        "search nothing=1      ¦ ``",
        "search object=        ¦ object=\"M 101\" · Name of an object, whose position the archive looks up",
        "search radius=        ¦ radius=3arcmin · How far from object or coordinates to look; 0.2 degrees if it is not given (deg)",
        "search level>         ¦ calib_level=1 · What calib_level means · -1 … 4",
        "show size             ¦ size=1 · What size means (B)",
        "values suffix         ¦ suffix=1 · What suffix means",
        "set color             ¦ color: what color does",
        "set color n           ¦ color: what color does",
        "set zzz               ¦ set [NAME [VALUE]] · Does set.",
        "products; sea         ¦ ``",
        "products; show        ¦ show [ROWS] [COLUMN…] [--sort [-]COLUMN] [--columns all] · Does show.",
        "search inst=ni        ¦ no field inst · instrument_name?",
        "search prop=          ¦ no field prop · proposal_id or proposal_pi?",
        "search a=1; show exptime  ¦ t_exptime=1 · What t_exptime means (s)",
        "search # x            ¦ ``",
        "``                    ¦ ``",
      })
  void hintsExplainWhatIsUnderTheCursor(String line, String expected) {
    assertThat(hints.at(line, line.length()).orElse("")).isEqualTo(expected);
  }

  @Test
  void quotesAndBackslashesWantAnotherLine() {
    assertThat(LogicalLines.of("search target=\"M").open()).isTrue();
    assertThat(LogicalLines.of("search target='M").open()).isTrue();
    assertThat(LogicalLines.of("search \\").open()).isTrue();
    assertThat(LogicalLines.of("search target=\"M\\\"").open()).isTrue();
    assertThat(LogicalLines.of("search target=\"M\\\"\"").open()).isFalse();
    assertThat(LogicalLines.of("show # don't \\").open()).isFalse();
    assertThat(LogicalLines.of("").open()).isFalse();
  }

  @Test
  void linesAreJoinedOrRunOneByOne() {
    assertThat(LogicalLines.of("search \\\n mission=JWST").lines())
        .containsExactly("search  mission=JWST");
    assertThat(LogicalLines.of("search target=\"M\n31\"").lines())
        .containsExactly("search target=\"M 31\"");
    assertThat(LogicalLines.of("search a=1\n\nproducts # it's\nunique\n").lines())
        .containsExactly("search a=1", "products # it's", "unique");
    assertThat(LogicalLines.of("show # a \\\ncount").lines())
        .containsExactly("show # a \\", "count");
    assertThat(LogicalLines.of("search target=\"M\\\n 31\"").lines())
        .containsExactly("search target=\"M 31\"");
    assertThat(LogicalLines.of(" ").lines()).containsExactly("");
  }

  @Test
  void aLoginWithAnArgumentIsASecret() {
    assertThat(Secrets.mayHold("login test-token-not-a-secret")).isTrue();
    assertThat(Secrets.mayHold("show; LOGIN --token=test-token-not-a-secret")).isTrue();
    assertThat(Secrets.mayHold("\"login\" x")).isTrue();
    assertThat(Secrets.mayHold("lgoin test-token-not-a-secret")).isTrue();
    assertThat(Secrets.mayHold("show; logn test-token-not-a-secret")).isTrue();
    assertThat(Secrets.mayHold("login")).isFalse();
    assertThat(Secrets.mayHold("log night.txt")).isFalse();
    assertThat(Secrets.mayHold("download --dir jw01073001001_02101_00001_nrca1")).isFalse();
    assertThat(Secrets.mayHold("login; search mission=JWST")).isFalse();
    assertThat(Secrets.mayHold("search target=login x")).isFalse();
    assertThat(Secrets.mayHold("search target=0123456789abcdef0123456789abcdef")).isTrue();
  }

  @Test
  void aTokenInThePlaceOfACommandIsASecret() {
    assertThat(Secrets.mayHold("0123456789abcdef0123456789abcdef")).isTrue();
    assertThat(Secrets.mayHold("show; '0123456789ABCDEF0123456789ABCDEF' x")).isTrue();
    assertThat(Secrets.mayHold("export MAST_API_TOKEN=test-token-not-a-secret")).isTrue();
    assertThat(Secrets.mayHold("MAST_TOKEN=test-token-not-a-secret")).isTrue();
    assertThat(Secrets.mayHold("log in 0123456789abcdef0123456789abcdef")).isTrue();
    assertThat(Secrets.mayHold("supercalifragilisticexpialidocious")).isFalse();
    assertThat(Secrets.mayHold("search proposal_pi=token")).isFalse();
  }

  @Test
  void quotesArePutWhereTheyAreNeededAndTakenOff() {
    List<String> texts =
        List.of("M 31", "a,b", "a\"b", "it's", "x;", "#1", "1..2", "a\\", "", "a$b", "-x", "'$b");
    for (String text : texts) {
      String quoted = TypedQuotes.quoted(text, "", true);
      assertThat(quoted).matches("\".*\"|'.*'");
      assertThat(Quoting.resolve(quoted)).isEqualTo(text);
    }
    assertThat(TypedQuotes.quoted("F444W;F405N", "", true)).isEqualTo("F444W;F405N");
    assertThat(TypedQuotes.quoted("M 31", "'M", true)).isEqualTo("'M 31'");
    assertThat(TypedQuotes.quoted("my data/", "", false)).isEqualTo("\"my data/");
  }
}
