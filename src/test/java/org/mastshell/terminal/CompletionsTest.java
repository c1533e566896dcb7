package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionsTest {
  private final Completions completions = new Completions(new FixedView(), new FixedFiles());

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/golden/completions.txt",
      delimiter = '¦',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true)
  void candidates(String marked, String expected) {
    int cursor = marked.indexOf('|');
    Completion completion = completions.at(marked.replace("|", ""), cursor);
    StringBuilder shown = new StringBuilder();
    shown.append(completion.offer().guessed() ? "? " : "");
    shown.append(completion.offer().counting() ? "…" : "");
    for (Proposal proposal : completion.proposals()) {
      shown.append(completion.taken(proposal)).append(proposal.blank() ? "_ " : " ");
    }
    assertThat(shown.toString().strip()).isEqualTo(expected);
  }

  /** What the line becomes when the first proposal is taken. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "search instr|                                       ¦ search instrument_name=",
        "search filt|=F277W                                  ¦ search filters=F277W",
        "search filters=F277W, f4|                           ¦ search filters=F277W, F444W",
        "search target=m|,TESS                               ¦ search target=\"M 31\",TESS",
        "search target=\"m 3|9\" x                           ¦ search target=\"M 31\" x",
        "search start=2022..to|                              ¦ search start=2022..today",
        "search start=yes|..today                            ¦ search start=yesterday..today",
        "search --include=pl|,ffi                            ¦ search --include=planned,ffi",
        "pick 1,8-|,3                                        ¦ pick 1,8-90,3",
        "products; sh|; undo                                 ¦ products; show; undo",
      })
  void replacesJustThePartUnderTheCursor(String marked, String expected) {
    int cursor = marked.indexOf('|');
    String line = marked.replace("|", "");
    Completion completion = completions.at(line, cursor);
    String taken =
        line.substring(0, completion.start())
            + completion.proposals().get(0).insert()
            + line.substring(completion.end());
    assertThat(taken).isEqualTo(expected);
  }

  private Proposal first(String line) {
    return completions.at(line, line.length()).proposals().get(0);
  }

  @Test
  void onTheEmptyLineTheCorrectedOneIsProposed() {
    FixedView mistaken = new FixedView(Optional.of("search mission=JWST; show"));
    Completions corrected = new Completions(mistaken, new FixedFiles());
    for (String line : List.of("", "  ")) {
      Completion completion = corrected.at(line, line.length());
      assertThat(completion.proposals())
          .extracting(Proposal::insert)
          .containsExactly("search mission=JWST; show");
      assertThat(completion.proposals().get(0).blank()).isFalse();
      assertThat(completion.start()).isZero();
      assertThat(completion.end()).isEqualTo(line.length());
      assertThat(new Hints(mistaken).at(line, 0)).contains("Tab: search mission=JWST; show");
    }
    assertThat(corrected.at("sea", 3).proposals()).extracting(Proposal::insert).contains("search");
    assertThat(new Hints(new FixedView()).at("", 0)).isEmpty();
  }

  @Test
  void proposalsCarryMeaningGroupAndCount() {
    assertThat(first("sea"))
        .isEqualTo(new Proposal("search", "search", "Explore", "Does search.", -1, true, false));
    assertThat(first("search instrument_name=nircam/i"))
        .isEqualTo(
            new Proposal(
                "NIRCAM/IMAGE",
                "NIRCAM/IMAGE",
                "values of instrument_name",
                "imaging",
                19_388,
                false,
                false));
    assertThat(first("filter suffix="))
        .isEqualTo(
            new Proposal("uncal", "uncal", "values of suffix", "Raw ramps", 60, false, false));
    assertThat(first("search t_e").meaning()).isEqualTo("Exposure time, s · duration · exptime");
    assertThat(first("search em").meaning()).isEqualTo("Shortest wavelength, nm · wavelength");
    assertThat(first("search miss").meaning()).isEqualTo("obs_collection: Mission · text");
    assertThat(first("search obj").group()).isEqualTo("where on the sky");
    assertThat(first("filter su").group()).isEqualTo("fields of products, read from names");
    assertThat(first("show --s").shown()).isEqualTo("--sort [-]COLUMN");
    assertThat(first("search mission !").meaning()).isEqualTo("none of these values");
  }

  @Test
  void whatSurelyFollowsIsListedAtOnce() {
    assertThat(first("search miss").goesOn()).isTrue();
    assertThat(first("show --so").goesOn()).isTrue();
    assertThat(first("search mission !").goesOn()).isTrue();
    assertThat(first("source notes").goesOn()).isTrue();
    assertThat(first("search mission=J").goesOn()).isFalse();
    assertThat(first("download --cu").goesOn()).isFalse();
    assertThat(first("sea").goesOn()).isFalse();
  }

  @Test
  void whatCannotBeTypedIsNotProposedAndWhatIsShownIsClean() {
    Proposal clean = Proposal.word("a", "a\u001b[31m", "g", "red \u001b[31malert");
    Proposal escape = Proposal.word("b\u001b[31m", "b", "g", "");
    assertThat(clean.meaning()).doesNotContain("\u001b");
    assertThat(clean.shown()).doesNotContain("\u001b");
    Offer offer = Offer.beginning(List.of(clean, escape), "");
    assertThat(offer.proposals()).containsExactly(clean);
    assertThat(offer.count()).isEqualTo(1);
  }

  /** The bar of a line stands for its end. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "search mission=JWST \\│inst          ¦ search mission=JWST \\│instrument_name=",
        "search mission=JWST \\│filters=f27   ¦ search mission=JWST \\│filters=F277W",
        "search mission=HST \\│ instrument=wfc3 ¦ search mission=HST \\│ instrument=WFC3/UVIS",
        "search filters=F277W, \\│f44         ¦ search filters=F277W, \\│F444W",
        "search mission=HST \\│--lim          ¦ search mission=HST \\│--limit",
        "search target=\"NGC│1                ¦ search target=\"NGC 104\"",
        "search target='M│31                  ¦ search target='M 31'",
        "undo│sea                             ¦ undo│search",
        "search target=\"M│31\" inst           ¦ search target=\"M│31\" instrument_name=",
        "undo; \\│sea                         ¦ undo; \\│search",
      })
  void aLineThatGoesOnIsCompletedAsOne(String typed, String expected) {
    String line = typed.replace('│', '\n');
    Completion completion = completions.at(line, line.length());
    String taken = line.substring(0, completion.start()) + completion.proposals().get(0).insert();
    assertThat(taken.replace('\n', '│')).isEqualTo(expected);
  }

  @Test
  void goesOnToTheCommonBeginningInItsOwnCase() {
    assertThat(common("search instrument_name=nirc")).contains("NIRCAM/");
    assertThat(common("search prop")).contains("proposal_");
    assertThat(common("search target=m")).contains("\"M 3");
    assertThat(common("search instrument_name=image")).isEmpty();
    assertThat(common("search mission=")).isEmpty();
    assertThat(common("search filters=")).isEmpty();
    assertThat(common("search target")).isEmpty();
    assertThat(common("search targ")).contains("target_");
    assertThat(common("search instrument_name=NIRCMA")).isEmpty();
    assertThat(common("search instrument_name=NIRCAM/")).isEmpty();
  }

  private java.util.Optional<String> common(String line) {
    return completions.at(line, line.length()).common();
  }

  @Property
  void everyLineHasACompletionWithinIt(
      @ForAll
          @StringLength(max = 40)
          @CharRange(from = 'a', to = 'f')
          @Chars({' ', '=', ',', '"', '\'', '\\', ';', '#', '.', '-', '!', '~', '*', '@', '\n'})
          String rest) {
    for (String command : List.of("", "search ", "pick ", "show ", "download --curl ")) {
      String line = command + rest;
      for (int cursor = 0; cursor <= line.length(); cursor++) {
        Completion completion = completions.at(line, cursor);
        assertThat(completion.start()).isBetween(0, cursor);
        assertThat(completion.end()).isBetween(cursor, line.length());
        assertThat(line.substring(completion.start(), completion.end()).replace('\n', ' '))
            .startsWith(completion.typed().replace('\n', ' '));
      }
    }
  }
}
