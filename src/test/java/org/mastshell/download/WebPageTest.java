package org.mastshell.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebPageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "<HTML lang=en>",
        "<!DOCTYPE html>",
        "\uFEFF \r\n<!doctype HTML public>",
        "<!-- a --><!-- b -->\n<html>",
        "<?xml version='1.0'?><!DOCTYPE html>"
      })
  void isKnownByItsBeginning(String text) {
    assertThat(isPage("x.fits", "", text)).isTrue();
    assertThat(isPage("x.html", "", text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SIMPLE  =  T",
        "{}",
        "<VOTABLE>",
        "<?xml version='1.0'?><VOTABLE>",
        "<htmlx>"
      })
  void otherContentIsNone(String text) {
    assertThat(isPage("x.fits", "application/fits", text)).isFalse();
  }

  @Test
  void isKnownByItsType() {
    assertThat(isPage("x.jpg", "text/html; charset=utf-8", "x")).isTrue();
    assertThat(isPage("x.json", " Application/XHTML+xml", "x")).isTrue();
    assertThat(isPage("readme.HTM", "text/html", "x")).isFalse();
    assertThat(isPage("x.txt", "text/plain", "x")).isFalse();
  }

  @Test
  @Timeout(10)
  void noBeginningMakesItSlow() {
    assertThat(isPage("x.fits", "", "<!-- -->".repeat(128))).isFalse();
    assertThat(isPage("x.fits", "", " ".repeat(1024))).isFalse();
  }

  @Test
  void waitsGrowUpToAnEnd() {
    Backoff backoff = new Backoff(Duration.ofMillis(500));
    assertThat(backoff.after(1)).isBetween(Duration.ofMillis(375), Duration.ofMillis(625));
    assertThat(backoff.after(4)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
    assertThat(backoff.after(90)).isBetween(Duration.ofMillis(22_500), Duration.ofMillis(37_500));
  }

  @Test
  void sizesAreShort() {
    assertThat(Sizes.text(0)).isEqualTo("0 B");
    assertThat(Sizes.text(999)).isEqualTo("999 B");
    assertThat(Sizes.text(1_000)).isEqualTo("1.0 kB");
    assertThat(Sizes.text(999_700)).isEqualTo("1.0 MB");
    assertThat(Sizes.text(47_300_000)).isEqualTo("47.3 MB");
    assertThat(Sizes.text(410_000_000_000L)).isEqualTo("410 GB");
    assertThat(Sizes.part(9_100_000_000L, 26_400_000_000L)).isEqualTo("9.1 of 26.4 GB");
  }

  private static boolean isPage(String name, String type, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return WebPage.isInPlaceOf(name, type, bytes, bytes.length);
  }
}
