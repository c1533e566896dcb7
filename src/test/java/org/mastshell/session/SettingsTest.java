package org.mastshell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.archive.ClientOptions;

class SettingsTest {
  private final Settings standard = Settings.standard();

  @ParameterizedTest
  @EnumSource
  void everyDefaultIsAccepted(Setting setting) {
    assertThat(setting.accept(setting.standard())).contains(setting.standard());
    assertThat(standard.get(setting)).isEqualTo(setting.standard());
    assertThat(standard.with(setting.word(), setting.standard()).get(setting))
        .isEqualTo(setting.standard());
  }

  @ParameterizedTest
  @EnumSource
  void everySettingIsExplainedAndFound(Setting setting) {
    assertThat(setting.word()).matches("[a-z]+([._][a-z]+)*");
    assertThat(setting.meaning()).isNotBlank();
    assertThat(setting.allowed()).isNotBlank();
    assertThat(Settings.named(setting.word())).isEqualTo(setting);
    assertThat(Settings.named(setting.word().toUpperCase(Locale.ROOT))).isEqualTo(setting);
  }

  @Test
  void namesAreDifferent() {
    assertThat(Arrays.stream(Setting.values()).map(Setting::word)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void everyChoiceIsAcceptedInAnyCaseAndNothingElse(Setting setting) {
    for (String word : setting.choices()) {
      // A template stands for itself.
      String typed = " " + (word.contains("{") ? word : word.toUpperCase(Locale.ROOT)) + " ";
      assertThat(standard.with(setting, typed).get(setting)).isEqualTo(word);
      assertThat(setting.allowed()).contains(word);
    }
    if (!setting.choices().isEmpty()) {
      assertThat(setting.choices()).contains(setting.standard());
      assertThatThrownBy(() -> standard.with(setting, "something"))
          .isInstanceOfSatisfying(
              SettingException.class,
              wrong -> {
                assertThat(wrong).hasMessage(setting.word() + " cannot be 'something'");
                assertThat(wrong.advice()).contains(setting.choices());
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "limt, limit",
    "colour, color",
    "paralel, parallel",
    "batchsize, batch_size",
    "columns.product, columns.products",
    "onerror, on_error",
    "tiemout, timeout",
    "download, download_dir",
    "guidestars, guide_stars"
  })
  void anUnknownNameNamesTheNearest(String typed, String meant) {
    assertThatThrownBy(() -> standard.with(typed, "1"))
        .isInstanceOfSatisfying(
            SettingException.class,
            wrong -> {
              assertThat(wrong).hasMessage("no setting is called " + typed);
              assertThat(wrong.advice()).startsWith("did you mean " + meant + "?");
            });
  }

  @Test
  void aNameLikeNoOtherPointsToTheList() {
    assertThatThrownBy(() -> Settings.named("xyzzy"))
        .isInstanceOfSatisfying(
            SettingException.class,
            wrong -> assertThat(wrong.advice()).isEqualTo("set lists them all"));
  }

  @ParameterizedTest
  @CsvSource({
    "parallel, 1, 8",
    "retries, 0, 20",
    "batch_size, 0, 1000",
    "timeout, 1, 86400",
    "limit, 1, 1000000",
    "row_limit, 1, 500000",
    "product_limit, 1, 100000000",
    "cache_age, 0, 3650"
  })
  void wholeNumbersWithinTheirBounds(String name, int low, int high) {
    Setting setting = Settings.named(name);
    assertThat(standard.with(name, " " + low + " ").whole(setting)).isEqualTo(low);
    assertThat(standard.with(name, "+" + high).get(setting)).isEqualTo(Integer.toString(high));
    for (String wrong :
        new String[] {
          Integer.toString(low - 1),
          Integer.toString(high + 1),
          "",
          "many",
          "1.5",
          "1e1",
          "99999999999999999999"
        }) {
      assertThatThrownBy(() -> standard.with(name, wrong))
          .as(wrong)
          .isInstanceOfSatisfying(
              SettingException.class,
              error -> assertThat(error.advice()).contains("from " + low + " to " + high));
    }
    assertThat(setting.choices()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://mast.stsci.edu, https://mast.stsci.edu",
    "https://mast.stsci.edu/, https://mast.stsci.edu",
    "' http://127.0.0.1:8080// ', http://127.0.0.1:8080",
    "HTTP://localhost:65535, HTTP://localhost:65535",
    "http://[::1]:80, http://[::1]:80"
  })
  void addresses(String typed, String kept) {
    assertThat(standard.with("server", typed).get(Setting.SERVER)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mast.stsci.edu",
        "ftp://mast.stsci.edu",
        "https://",
        "https:///x",
        "https://me:secret@mast.stsci.edu",
        "https://mast.stsci.edu?x=1",
        "https://mast.stsci.edu#x",
        "https://mast.stsci.edu/api/v0",
        "http://localhost:65536",
        "http://local host",
        "https:x",
        "file:/etc/passwd",
        "http://a\nb"
      })
  void whatIsNoAddress(String typed) {
    assertThatThrownBy(() -> standard.with("server", typed))
        .isInstanceOfSatisfying(
            SettingException.class, wrong -> assertThat(wrong.advice()).contains("https://"));
  }

  @Test
  void aChangeGivesOtherSettings() {
    Settings changed = standard.with("pager", "off").with("LIMIT", "5").with("limit", "6");
    assertThat(changed.isOn(Setting.PAGER)).isFalse();
    assertThat(changed.whole(Setting.LIMIT)).isEqualTo(6);
    assertThat(standard.isOn(Setting.PAGER)).isTrue();
    assertThat(standard.whole(Setting.LIMIT)).isEqualTo(40);
  }

  @Test
  void freeTextIsStripped() {
    assertThat(standard.with("download_dir", " data ").get(Setting.DOWNLOAD_DIR)).isEqualTo("data");
    assertThat(standard.with("columns.products", "").get(Setting.COLUMNS_PRODUCTS)).isEmpty();
  }

  @Test
  void whatTheClientNeeds() {
    ClientOptions options =
        standard
            .with("server", "http://127.0.0.1:9/")
            .with("timeout", "30")
            .with("retries", "2")
            .with("parallel", "3")
            .with("batch_size", "50")
            .clientOptions();
    assertThat(options)
        .isEqualTo(
            new ClientOptions(URI.create("http://127.0.0.1:9"), Duration.ofSeconds(30), 2, 3, 50));
  }
}
