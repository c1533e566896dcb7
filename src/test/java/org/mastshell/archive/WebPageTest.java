package org.mastshell.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WebPageTest {

  @Test
  void isKnownByItsBeginning() {
    assertThat(WebPageCases.all())
        .allSatisfy(
            one ->
                assertThat(isPage(one.name(), "application/fits", one.text()))
                    .isEqualTo(one.page()));
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

  private static boolean isPage(String name, String type, String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    return WebPage.isInPlaceOf(name, type, bytes, bytes.length);
  }
}
