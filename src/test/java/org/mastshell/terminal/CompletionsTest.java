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
import org.junit.jupiter.params.provider.CsvSource;

class CompletionsTest {
  private final Completions completions = new Completions(new FixedView(), new FixedFiles());

  /** The bar is the cursor; proposals as inserted, a low line where a blank follows. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "|                                                   ¦ search_ products_ pick_ show_ fields_ values_ use_ filter_ download_ set_ source_ help_ undo_",
        "se|                                                 ¦ search_ set_",
        "SE|                                                 ¦ search_ set_",
        "sea|                                                ¦ search_",
        "sea|rch mission=JWST                                ¦ search_",
        "fin|                                                ¦ find_",
        "nload|                                              ¦ download_",
        "serach|                                             ¦ search_",
        "xyz|                                                ¦ ``",
        "products; sh|                                       ¦ show_",
        "products;|                                          ¦ search_ products_ pick_ show_ fields_ values_ use_ filter_ download_ set_ source_ help_ undo_",
        "search |                                            ¦ obs_collection= instrument_name= filters= proposal_id= proposal_pi= target_name= t_exptime= t_min= t_max=",
        "search instr|                                       ¦ instrument_name=",
        "search INSTR|                                       ¦ instrument_name=",
        "search prop|                                        ¦ proposal_id= proposal_pi=",
        "search mis|                                         ¦ mission=",
        "search pi|                                          ¦ pi=",
        "search exp|                                         ¦ t_exptime=",
        "search instumrent_name|                             ¦ instrument_name=",
        "search suff|                                        ¦ ``",
        "search filt|=F277W                                  ¦ filters",
        "search miss|ion=JWST                                ¦ mission",
        "search mission=|                                    ¦ JWST HST TESS",
        "search mission=j|                                   ¦ JWST",
        "search mission = j|                                 ¦ JWST",
        "search mission =j|                                  ¦ JWST",
        "search mission= j|                                  ¦ JWST",
        "search mission!=t|                                  ¦ TESS",
        "search mission=JWST,|                               ¦ HST TESS",
        "search mission=JWST, t|                             ¦ TESS",
        "search mission=JWST,t|,HST                          ¦ TESS",
        "search mission=hst instrument_name=|                ¦ ACS/WFC WFC3/UVIS",
        "search mission=JWST instrument_name=|               ¦ NIRCAM/IMAGE NIRCAM/GRISM MIRI/IMAGE",
        "search instrument_name=mir|                         ¦ MIRI/IMAGE",
        "search instrument_name=image|                       ¦ NIRCAM/IMAGE MIRI/IMAGE",
        "search instrument_name=*gri|                        ¦ NIRCAM/GRISM",
        "search instrument=MIRI/IMAGE filters=|              ¦ F770W F1000W",
        "search filters=| instrument_name=MIRI/IMAGE         ¦ F770W F1000W",
        "search filters=f277|                                ¦ F277W",
        "search filters=277|                                 ¦ F277W",
        "search filters=F444W;f|            ¦ F444W;F405N",
        "search filters=F444W;|F            ¦ F444W;F405N",
        "search target=m|                                    ¦ \"M 31\" \"M 33\"",
        "search target=\"m 31|                               ¦ \"M 31\"",
        "search target='M 3|                                 ¦ 'M 31' 'M 33'",
        "search target=\"M 3|1\"                             ¦ \"M 31\"",
        "search target=\"M 31\",NGC|                         ¦ \"NGC 104\"",
        "search target=obr|                                  ¦ ``",
        "search target=O\\'|                                 ¦ ``",
        "search start=yest|                                  ¦ yesterday",
        "search start=2022..to|                              ¦ today",
        "search start=yes|..today                            ¦ yesterday",
        "search mission==j|                                         ¦ JWST",
        "search mission=JWST ,t|                                    ¦ TESS",
        "search mission=JWST , t|                                   ¦ TESS",
        "search mission= --c|                                       ¦ --count_",
        "search \"mission\"=j|                                      ¦ JWST",
        "search nothing=|                                    ¦ ``",
        "search mission |                                    ¦ = != ~ !~ < <= > >=",
        "search mission !|                                   ¦ != !~",
        "search mission=JWST |                               ¦ obs_collection= instrument_name= filters= proposal_id= proposal_pi= target_name= t_exptime= t_min= t_max=",
        "search # mis|                                       ¦ ``",
        "search target=@n|                                  ¦ @night.mast @notes/",
        "search -|                                           ¦ --count_ --limit_ --include_",
        "search --c|                                         ¦ --count_",
        "search --count --|                                  ¦ --limit_ --include_",
        "search --cuont|                                     ¦ --count_",
        "search -n|                                          ¦ --limit_",
        "search --limit |                                    ¦ ``",
        "search --include |                                  ¦ planned ffi",
        "search --include=planned,f|                         ¦ ffi",
        "filter |                                            ¦ productFilename= suffix= detector=",
        "filter suffix=|                                     ¦ uncal rate cal",
        "filter suffix~unc|                                  ¦ uncal",
        "filter --guide-stars o|                             ¦ only_",
        "filter --guide-stars=|                              ¦ yes_ no_ only_",
        "products 1|                                         ¦ 1-90",
        "products de|                                        ¦ detector=",
        "pick |                                              ¦ 1-90 last",
        "pick 1,4,8-|                                        ¦ 8-90",
        "pick la|                                            ¦ last",
        "show |                                              ¦ productFilename_ size_ dataURI_",
        "show size d|                                        ¦ dataURI_",
        "show size size size d|                                     ¦ dataURI_",
        "show --columns |                                           ¦ all productFilename size dataURI",
        "show --columns=size,d|                                     ¦ dataURI",
        "fields det|                                                ¦ detector_",
        "show --sort |                                       ¦ productFilename size dataURI",
        "show --sort -s|                                     ¦ -size",
        "show 1|                                             ¦ 1-90",
        "values fil|                                         ¦ productFilename_",
        "values suffix r|                                    ¦ rate",
        "use |                                               ¦ 1_ 2_ lmc_",
        "set |                                               ¦ format_ color_ columns.products_ columns.observations_",
        "set obs|                                            ¦ columns.observations_",
        "set color a|                                        ¦ auto_ always_",
        "source n|                                           ¦ night.mast_ notes/",
        "source notes/|                                      ¦ \"notes/a list.txt\"_ notes/tic.txt_",
        "source \"notes/a|                                   ¦ \"notes/a list.txt\"_",
        "source .|                                           ¦ .hidden_",
        "source my|                                          ¦ \"my data/",
        "download --dir |                                    ¦ \"my data/ notes/",
        "download --curl ni|                                 ¦ night.mast_",
        "download --curl suf|                                ¦ suffix=",
        "help da|                                            ¦ dates_",
        "help pro|                                           ¦ products_",
        "undo |                                              ¦ --all_",
        "nonsense |                                          ¦ ``",
      })
  void candidates(String marked, String expected) {
    int cursor = marked.indexOf('|');
    Completion completion = completions.at(marked.replace("|", ""), cursor);
    List<String> inserted =
        completion.proposals().stream().map(p -> p.insert() + (p.blank() ? "_" : "")).toList();
    assertThat(String.join(" ", inserted)).isEqualTo(expected);
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
    if (completion.proposals().isEmpty()) {
      assertThat(expected).isEqualTo(marked);
      return;
    }
    String taken =
        line.substring(0, completion.start())
            + completion.proposals().get(0).insert()
            + line.substring(completion.end());
    assertThat(taken).isEqualTo(expected);
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
    assertThat(completions.at("sea", 3).proposals().get(0))
        .isEqualTo(new Proposal("search ".strip(), "search", "Explore", "Does search.", -1, true));
    assertThat(completions.at("search instrument_name=nircam/i", 31).proposals().get(0))
        .isEqualTo(
            new Proposal(
                "NIRCAM/IMAGE",
                "NIRCAM/IMAGE",
                "values of instrument_name",
                "imaging",
                19_388,
                false));
    assertThat(completions.at("search t_e", 10).proposals().get(0).meaning())
        .isEqualTo("Exposure time, s");
    assertThat(completions.at("search miss", 11).proposals().get(0).meaning())
        .isEqualTo("obs_collection: Mission");
    assertThat(completions.at("show --s", 8).proposals().get(0).shown())
        .isEqualTo("--sort [-]COLUMN");
  }

  @Test
  void whatCannotBeTypedIsNotProposedAndMeaningsAreClean() {
    Proposal clean = new Proposal("a", "a", "g", "red \u001b[31malert", -1, false);
    Proposal escape = new Proposal("b\u001b[31m", "b", "g", "", -1, false);
    assertThat(clean.meaning()).doesNotContain("\u001b");
    assertThat(new Completion(0, 0, "", List.of(clean, escape)).proposals()).containsExactly(clean);
  }

  @Test
  void goesOnToTheCommonBeginningInItsOwnCase() {
    assertThat(common("search instrument_name=nirc")).contains("NIRCAM/");
    assertThat(common("search prop")).contains("proposal_");
    assertThat(common("search target=m")).contains("\"M 3");
    assertThat(common("search instrument_name=image")).isEmpty();
    assertThat(common("search mission=")).isEmpty();
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
        assertThat(line.substring(completion.start(), completion.end()))
            .isEqualTo(completion.typed());
      }
    }
  }
}
