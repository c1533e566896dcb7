package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mastshell.vocabulary.SetKind.OBSERVATIONS;
import static org.mastshell.vocabulary.SetKind.PRODUCTS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each error points at the wrong word, says what is wrong with it, and what would be right. */
class CriteriaErrorsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "obs_colection=JWST | obs_colection | no field is called obs_colection | obs_collection",
        "mission=JWST filterz=F277W | filterz | no field is called filterz | did you mean filter?",
        "xyzzyx=3 | xyzzyx | no field is called xyzzyx | fields lists them all",
        "suffix=uncal | suffix | suffix is a field of products | search first, then products",
        "exptime=3um | 3um | um is a unit of wavelength | s min h d",
        "exptime=3foo | 3foo | no unit is called foo | s min h d",
        "exptime=3mim | 3mim | no unit is called mim | did you mean 3min?",
        "exptime=1,abc | abc | abc is no number | 5min",
        "wavelength=3min | 3min | min is a unit of duration | nm um mm A",
        "srcDen=3um | 3um | srcDen has no unit | 3",
        "exptime=5..1 | 5..1 | begins behind its end | t_exptime=1..5?",
        "date=2022-08..2022-07 | 2022-08..2022-07 | begins behind | date=2022-07..2022-08?",
        "exptime=.. | .. | the range has no end | 1..2",
        "exptime<1..2 | 1..2 | takes one value and no range | t_exptime=1..2",
        "exptime<1,2 | 2 | < takes one value | t_exptime<1",
        "exptime~3 | 3 | looks for a piece of text | t_exptime=1..2",
        "exptime<null | null | null has no order | null finds",
        "exptime=1e400 | 1e400 | 1e400 is too large | ``",
        "filters<3 | 3 | filters has no order | filters~3",
        "filters=1..3 | 1..3 | filters has no order | quote",
        "target='' | '' | the value is empty | null finds",
        "target~\"\" | \"\" | the value is empty | null finds",
        "target~/a(/ | /a(/ | the regular expression is wrong | plain text",
        "level=abc | abc | abc is no whole number | -1 planned",
        "level=2.5 | 2.5 | 2.5 is no whole number | 3 science",
        "moving=perhaps | perhaps | neither true nor false | true, false or null",
        "moving<true | true | either true or false | mtFlag=true",
        "ra=400 | 400 | no right ascension | 0 to 360",
        "ra=10..400 | 400 | no right ascension | 0 to 360",
        "dec>95 | 95 | no declination | -90 to 90",
        "date=soon | soon | soon is no date | 2022-07-12",
        "date=2022-13 | 2022-13 | 2022-13 is no date | 2022-07-12",
        "date=2022-02-30 | 2022-02-30 | 2022-02-30 is no date | 2022-02-28",
        "date=20220712 | 20220712 | 20220712 is no date | did you mean 2022-07-12?",
        "date=2022/07/12 | 2022/07/12 | is no date | did you mean 2022-07-12?",
        "date=2459772.5 | 2459772.5 | is no date | MJD is 59772.0",
        "start=2022-07..soon | soon | soon is no date | 2022-07-12",
        "object=M31 coordinates='1 2' | coordinates | two positions | take one",
        "radius=3arcmin | radius | a radius needs a position | object=",
        "object=M31 radius=0 | 0 | 0 is no radius | above 0",
        "object=M31 radius=-1deg | -1deg | -1deg is no radius | above 0",
        "object=M31 radius=3min | 3min | min is a unit of duration | deg arcmin arcsec",
        "object=M31 radius=wide | wide | wide is no number | 3arcmin",
        "object=M31 object=M32 | object | object is given twice | once",
        "object~M31 | object | object takes = alone | object=",
        "object=a,'' | '' | the object has no name | M 101",
        "object=@gone.txt | @gone.txt | gone.txt: there is no such file | @FILE",
        "coordinates=@gone.csv | @gone.csv | gone.csv: there is no such file | @FILE",
        "coordinates='1 2','3 95' | '3 95' | 95 is no declination | did you mean coordinates=\"95 3\"",
        "coordinates=1,2,3 | 3 | a position has two coordinates | quote each position",
        "object=M31,M33 coordinates=\"1 2\" | coordinates | object and coordinates are two positions | take one",
        "coordinates='400 2' | '400 2' | 400 is no right ascension | 0 to 360",
        "coordinates='25h00m00s 2d' | '25h00m00s 2d' | no right ascension | 0h to 24h",
        "coordinates='10 -92' | '10 -92' | -92 is no declination | -90 to 90",
        "coordinates='10h61m 2d' | '10h61m 2d' | 10h61m is no coordinate | below 60",
        "coordinates=M31 | M31 | these are no coordinates | 10h46m03s",
        "coordinates='1 b' | '1 b' | b is no coordinate | 161.26",
        "id=@nowhere.txt | @nowhere.txt | nowhere.txt: there is no such file | @FILE:COLUMN",
        "id=@ | @ | no file stands behind @ | @FILE",
        "date=2022 .. | .. | .. is no criterion | date=",
      })
  void pointsAtTheWordOfASearch(String criteria, String word, String message, String advice) {
    String line = "search " + criteria;
    SyntaxException error = error(line);
    assertThat(line.substring(error.start(), error.end())).isEqualTo(word);
    assertThat(error).hasMessageContaining(message);
    assertThat(error.getMessage()).doesNotEndWith(".");
    assertThat(error.advice()).contains(advice);
    assertThat(error.line()).isEqualTo(line);
  }

  @Test
  void explainsAFieldOfObservationsAmongProducts() {
    SyntaxException error =
        catchThrowableOfType(
            SyntaxException.class, () -> Typed.read("filter instrument=NIRCAM", PRODUCTS, false));
    assertThat(error).hasMessage("instrument is a field of observations, and these are products");
    assertThat(error.advice()).contains("search");
  }

  @Test
  void explainsAPositionAmongProducts() {
    SyntaxException error =
        catchThrowableOfType(
            SyntaxException.class, () -> Typed.read("filter object=M31", PRODUCTS, false));
    assertThat(error).hasMessageContaining("object is for search");
  }

  @Test
  void pointsIntoALineOfSeveralCommands() {
    String line = "count; search mission=JWST filterz=F277W; show";
    Arguments arguments = ArgumentParser.parse(CommandLines.split(line).get(1), Typed.SPEC);
    SyntaxException error =
        catchThrowableOfType(SyntaxException.class, () -> Typed.read(arguments, OBSERVATIONS));
    assertThat(error.line()).isEqualTo(line);
    assertThat(line.substring(error.start(), error.end())).isEqualTo("filterz");
    assertThat(error.start()).isEqualTo(line.indexOf("filterz"));
  }

  private static SyntaxException error(String line) {
    SyntaxException error =
        catchThrowableOfType(SyntaxException.class, () -> Typed.read(line, OBSERVATIONS, false));
    assertThat(error).as("the error of " + line).isNotNull();
    return error;
  }
}
