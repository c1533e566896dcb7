package org.mastshell.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestWordsTest {
  private static final List<String> WORDS =
      List.of(
          "search",
          "products",
          "unique",
          "filter",
          "show",
          "download",
          "proposal_id",
          "obs_collection",
          "calib_level",
          "productFilename",
          "batch_size",
          "color");

  @ParameterizedTest
  @CsvSource({
    "serach, search",
    "saerch, search",
    "prodcuts, products",
    "unqiue, unique",
    "proposalid, proposal_id",
    "propsal_id, proposal_id",
    "calib-level, calib_level",
    "caliblevel, calib_level",
    "filtre, filter",
    "fliter, filter",
    "shwo, show",
    "dwonload, download",
    "colour, color",
    "PROPOSAL_IDD, proposal_id",
    "productfilname, productFilename",
    "product, products",
    "collection, obs_collection",
    "filename, productFilename",
    "size, batch_size",
    "calib, calib_level",
    "' searhc ', search",
  })
  void smallMistakesAreFound(String typed, String meant) {
    assertThat(NearestWords.to(typed, WORDS)).first().isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "zz", "qwerty", "telescope", "_", "ow"})
  void nothingIsNear(String typed) {
    assertThat(NearestWords.to(typed, WORDS)).isEmpty();
  }

  @Test
  void theBestComesFirstAndThreeAreEnough() {
    assertThat(NearestWords.to("t_mix", List.of("em_min", "t_max", "t_min", "t_maxi", "t_mini")))
        .containsExactlyInAnyOrder("t_max", "t_min");
    assertThat(NearestWords.to("colu", List.of("cola", "colb", "colc", "cold"))).hasSize(3);
    assertThat(NearestWords.to("obs_id", List.of("obsid", "OBS_ID", "obsID"))).startsWith("OBS_ID");
    assertThat(NearestWords.to("filter", List.of("filters", "filter", "filters")))
        .containsExactly("filter", "filters");
    assertThat(NearestWords.to("search", List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "isntrument, instrument intent, instrument",
    "t_mn, t_min t_max, t_min",
    "fliter, filter filters, filter",
    "clor, color, color",
    "t_mix, t_min t_max, ''",
    "colo, cola colb, ''",
    "telescope, mission, ''",
  })
  void oneIsMeantWhereOneIsNearest(String typed, String known, String meant) {
    Optional<String> only = NearestWords.only(typed, List.of(known.split(" ", -1)));
    assertThat(only.orElse("")).isEqualTo(meant);
  }

  @Test
  void whatIsMuchFartherAwayIsNotNamedBesideTheNearest() {
    assertThat(NearestWords.to("isntrument", List.of("intent", "instrument")))
        .containsExactly("instrument");
  }

  @Property
  void theOneMeantIsTheFirstNamed(@ForAll String typed) {
    assertThat(NearestWords.only(typed, WORDS))
        .satisfiesAnyOf(
            only -> assertThat(only).isEmpty(),
            only -> assertThat(NearestWords.to(typed, WORDS)).startsWith(only.orElseThrow()));
  }

  @Test
  void fieldsAreNamedOnceByWhatIsNearest() {
    Fields fields = Fields.bundled();
    assertThat(fields.nearest("instrment_name", SetKind.OBSERVATIONS))
        .first()
        .isEqualTo("instrument_name");
    assertThat(fields.nearest("porposal_id", SetKind.OBSERVATIONS))
        .first()
        .isEqualTo("proposal_id");
    assertThat(fields.nearest("sufix", SetKind.PRODUCTS)).first().isEqualTo("suffix");
    assertThat(fields.nearest("xyzzy", SetKind.PRODUCTS)).isEmpty();
  }

  @Property
  void oneWrongLetterIsFound(@ForAll("words") String word, @ForAll @IntRange(max = 20) int at) {
    int place = at % word.length();
    assertFinds(word.substring(0, place) + "#" + word.substring(place + 1), word);
    assertFinds(word.substring(0, place) + "#" + word.substring(place), word);
    assertFinds(word.substring(0, place) + word.substring(place + 1), word);
  }

  @Property
  void swappedNeighboursAreFound(@ForAll("words") String word, @ForAll @IntRange(max = 20) int at) {
    int place = at % (word.length() - 1);
    String swapped =
        word.substring(0, place)
            + word.charAt(place + 1)
            + word.charAt(place)
            + word.substring(place + 2);
    assertFinds(swapped, word);
  }

  @Property
  void whateverIsTypedTheAnswerIsShortAndKnown(@ForAll String typed) {
    assertThat(NearestWords.to(typed, WORDS))
        .hasSizeLessThanOrEqualTo(3)
        .doesNotHaveDuplicates()
        .isSubsetOf(WORDS);
  }

  private static void assertFinds(String typed, String word) {
    assertThat(NearestWords.to(typed, WORDS)).as(typed).first().isEqualTo(word);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(WORDS);
  }
}
