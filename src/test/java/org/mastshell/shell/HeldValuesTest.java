package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.demo.DemoArchive;
import org.mastshell.language.ArgumentParser;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CommandText;
import org.mastshell.language.CriteriaReader;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Predicate;
import org.mastshell.terminal.Candidates;
import org.mastshell.terminal.Candidates.Candidate;
import org.mastshell.terminal.ShellView;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/** What completion knows of the rows that are here: every value, with the rows that it keeps. */
@ExtendWith(DemoServer.class)
class HeldValuesTest {
  private static final ArgumentSpec CRITERIA = new ArgumentSpec(true, false, false, List.of());
  private static final int ENOUGH = 40;

  @TempDir Path folder;
  private WiredShell shell;
  private SessionView view;
  private Candidates candidates;

  @BeforeEach
  void open(DemoArchive archive) {
    shell = new WiredShell(folder, archive.url().toString());
    view = shell.view();
    candidates = shell.candidates();
  }

  @AfterEach
  void close() {
    shell.close();
  }

  private WorkingSet observations() {
    return shell.run("search mission=JWST,HST,TESS,Kepler --all");
  }

  private WorkingSet products() {
    return shell.run("search program=1073 filters=F277W; products");
  }

  private Field field(String name, WorkingSet set) {
    return shell.part(Fields.class).find(name, set.kind()).orElseThrow();
  }

  private int kept(WorkingSet set, String text) {
    CommandText command = CommandLines.split("filter " + text).get(0);
    Predicate predicate =
        shell
            .part(CriteriaReader.class)
            .readForRows(ArgumentParser.parse(command, CRITERIA), set.kind())
            .predicate();
    return set.table().where(predicate).size();
  }

  private void assertEveryCountIsThatOfTheRowsKept(WorkingSet set) {
    int fieldsWithValues = 0;
    for (Field field : view.fields("filter")) {
      List<Candidate> offered =
          candidates.at("filter " + field.name() + "=|").candidates().stream()
              .filter(candidate -> candidate.count() >= 0)
              .limit(ENOUGH)
              .toList();
      for (Candidate candidate : offered) {
        String criterion = field.name() + "=" + candidate.insert();
        assertThat(candidate.count()).as(criterion).isEqualTo(kept(set, criterion));
      }
      fieldsWithValues += offered.isEmpty() ? 0 : 1;
    }
    assertThat(fieldsWithValues).isGreaterThan(15);
  }

  @Test
  void everyCountOfObservationsIsExact() {
    assertEveryCountIsThatOfTheRowsKept(observations());
  }

  @Test
  void everyCountOfProductsIsExact() {
    assertEveryCountIsThatOfTheRowsKept(products());
  }

  private List<String> offered(String marked) {
    return candidates.at(marked).inserted();
  }

  @Test
  void theOtherCriteriaNarrowTheRows() {
    WorkingSet set = products();
    Candidate uncal = candidates.at("filter suffix=unc|").candidates().get(0);
    assertThat(uncal.count()).isEqualTo(kept(set, "suffix=uncal"));
    assertThat(uncal.meaning()).contains("Uncalibrated");
    for (String line :
        List.of(
            "filter suffix=uncal detector=nrca|",
            "filter detector=nrca| suffix=uncal",
            "filter suffix = uncal detector=nrca|",
            "filter SUFFIX=\"uncal\" size>1 detector=nrca|")) {
      Candidate detector = candidates.at(line).candidates().get(0);
      assertThat(detector.insert()).as(line).isEqualTo("nrcalong");
      assertThat(detector.count()).isEqualTo(kept(set, "suffix=uncal detector=nrcalong"));
    }
    assertThat(offered("filter suffix=uncal,ca| detector=nrcalong")).containsExactly("cal");
    assertThat(offered("download suffix=i2d extension=|")).contains("fits", "jpg");
    assertThat(candidates.at("values suffix |").candidates().get(0).count()).isPositive();
  }

  @Test
  void onlyColumnsThatAreHereAreOffered() {
    products();
    assertThat(offered("show |")).contains("productFilename", "suffix").doesNotContain("filters=");
    assertThat(offered("unique --by |")).contains("dataURI", "obsnum").doesNotContain("s_ra");
    assertThat(offered("show --sort -si|")).containsExactly("-size");
    assertThat(offered("filter par|")).containsExactly("parent_obsid=");
    shell.session().use("1");
    assertThat(offered("show distance|")).isEmpty();
    assertThat(offered("filter s_r|")).containsExactly("s_ra=", "s_region=");
    assertThat(offered("filter object|")).doesNotContain("object=");
    assertThat(offered("search obje|")).containsExactly("object=");
    assertThat(offered("pick |")).containsExactly("1-12", "last");
  }

  @Test
  void aHintTellsBetweenWhichValuesTheRowsLie() {
    WorkingSet set = products();
    Field size = field("size", set);
    assertThat(view.range(size, "search")).contains("at least 0");
    view.lineBegins();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> view.range(size, "filter").orElse(""), range -> range.startsWith("here "));
    assertThat(view.range(size, "filter")).contains("here 411 B … 23.0 kB");
    shell.session().use("1");
    view.lineBegins();
    Field start = field("start", shell.session().requireCurrent());
    await().atMost(Duration.ofSeconds(20)).until(() -> view.range(start, "filter").isPresent());
    assertThat(view.range(start, "filter")).contains("here 2022-05-02 … 2022-07-04");
    Field level = field("level", shell.session().requireCurrent());
    assertThat(view.range(level, "search")).contains("-1 … 4");
  }

  @Test
  void whatTheArchiveHasDependsOnTheLine() {
    assertThat(offered("search obs_collection=JWST instrument_name=|"))
        .contains("NIRCAM/IMAGE")
        .doesNotContain("ACS/WFC");
    assertThat(offered("search mission=jwst instrument=|"))
        .contains("NIRCAM/IMAGE")
        .doesNotContain("ACS/WFC");
    assertThat(offered("search mission=JWST,HST instrument=|")).contains("NIRCAM/IMAGE", "ACS/WFC");
    assertThat(offered("search instrument_name=NIRCAM/IMAGE filters=|"))
        .contains("F277W")
        .doesNotContain("F770W");
    assertThat(offered("search instrument_name=NIRCAM* filters=|"))
        .contains("F277W")
        .doesNotContain("F770W");
    assertThat(offered("search filters=f7| instrument=miri")).containsExactly("F770W");
    assertThat(offered("search level=calib|")).containsExactly("2");
    assertThat(offered("search mission=webb|")).containsExactly("JWST");
  }

  @Test
  void setsSettingsAndTopicsHaveTheirMeaning() {
    observations();
    shell.run("pick 1-3");
    assertThat(view.sets()).extracting(ShellView.Suggestion::meaning).contains("pick 1-3");
    assertThat(view.settingValues("theme"))
        .extracting(ShellView.Suggestion::meaning)
        .containsExactly("now, usual", "");
    assertThat(view.topics()).noneMatch(topic -> topic.meaning().isEmpty());
    assertThat(view.settings()).noneMatch(setting -> setting.meaning().isEmpty());
  }
}
