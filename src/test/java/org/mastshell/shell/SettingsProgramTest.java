package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;
import org.mastshell.session.Setting;

class SettingsProgramTest extends DemoProgramTest {

  @Test
  void setListsEverySettingWithValueDefaultAndMeaning() {
    List<String> rows = data("csv", "set limit 17", "set").out().lines().toList();
    assertThat(rows).hasSize(Setting.values().length + 1);
    assertThat(rows.get(0)).isEqualTo("setting,value,default,meaning,allowed");
    assertThat(rows).anyMatch(row -> row.startsWith("limit,17,40,"));
    for (Setting setting : Setting.values()) {
      assertThat(rows).anyMatch(row -> row.startsWith(setting.word() + ","));
    }
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void everySettingTakesItsDefaultAndEachOfItsChoices(Setting setting) {
    AssertableProgram program = AssertableProgram.in(folder);
    String standard = setting.standard().isEmpty() ? "\"\"" : setting.standard();
    program.command("set " + setting.word() + " " + standard);
    for (String choice : setting.choices()) {
      program.command("set " + setting.word().toUpperCase(java.util.Locale.ROOT) + " " + choice);
    }
    program.run().succeeds();
  }

  @ParameterizedTest
  @CsvSource({
    "format,xml",
    "limit,0",
    "limit,many",
    "limit,1.5",
    "pager,maybe",
    "color,blue",
    "theme,grey",
    "hints,1",
    "highlight,x",
    "autosuggest,x",
    "keys,wordstar",
    "server,mast.stsci.edu",
    "server,file:///etc/passwd",
    "server,https://user:secret@mast.stsci.edu",
    "source,moon",
    "cloud_endpoint,http://example.org",
    "cloud_endpoint,https://user:secret@example.org",
    "timeout,0",
    "timeout,-3",
    "retries,99",
    "parallel,9",
    "parallel,0",
    "batch_size,-1",
    "row_limit,0",
    "layout,tree",
    "guide_stars,maybe",
    "cache_age,-1",
    "on_error,ignore",
  })
  void aBadValueIsOneErrorThatSaysWhatIsAllowedAndChangesNothing(String setting, String value) {
    AssertableProgram.Ended ended =
        AssertableProgram.in(folder)
            .arguments("--on-error", "continue", "--format", "csv")
            .command("set " + setting + " " + value)
            .command("set " + setting)
            .run()
            .exits(ExitCode.USAGE)
            .reportsOneError()
            .says(setting + " cannot be '", setting + " is ");
    Setting known = Setting.of(setting).orElseThrow();
    boolean byOption = known == Setting.FORMAT || known == Setting.ON_ERROR;
    if (!byOption) {
      ended.shows(setting + "," + known.standard() + "," + known.standard() + ",");
    }
  }

  @ParameterizedTest
  @CsvSource({"limt,limit", "sever,server", "guidestars,guide_stars", "downloaddir,download_dir"})
  void anUnknownNameIsAnErrorThatNamesTheNearest(String wrong, String right) {
    run("set " + wrong + " 3")
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("no setting is called " + wrong, "did you mean " + right + "?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit", "LIMIT"})
  void oneSettingIsShownByItsName(String name) {
    assertThat(data("csv", "set " + name).out().lines()).hasSize(2);
  }

  @Test
  void formatTakesEffectAtOnce() {
    run("set format csv", SEARCH, "show obs_id --limit 1")
        .succeeds()
        .prints("obs_id\njw01073-o001_t001_nircam_clear-f277w");
  }

  @Test
  void anotherServerIsAskedFromThenOn() {
    run(SEARCH, "set retries 0", "set server http://127.0.0.1:1", "products")
        .exits(ExitCode.ARCHIVE)
        .reportsOneError()
        .says("127.0.0.1");
  }

  @Test
  void batchSizeBoundsWhatARequestAsksFor() {
    int before = archive.requests("/api/v0/invoke");
    run("set batch_size 1", SEARCH, "products", "count").succeeds().prints("4908");
    assertThat(archive.requests("/api/v0/invoke") - before).isGreaterThanOrEqualTo(13);
    run("set parallel 1", "set batch_size 5", SEARCH, "products", "count")
        .succeeds()
        .prints("4908");
  }
}
