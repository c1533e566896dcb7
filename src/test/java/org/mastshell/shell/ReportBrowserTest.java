package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Pages of {@code report} as the real browser shows them. */
@EnabledIf("browserIsHere")
class ReportBrowserTest extends DemoProgramTest {
  private static final String TAB = "\uE004";
  private static final String ENTER = "\uE007";
  private static final String ESCAPE = "\uE00C";
  private static final Path PICTURES = Path.of("target", "report");
  private static final String LEFT =
      "return Array.from(document.querySelectorAll('#rows tbody tr:not([hidden])'))"
          + ".map(row => row.cells[0].textContent).join(' ')";

  @TempDir static Path profile;
  private static Chromium browser;

  static boolean browserIsHere() {
    return Chromium.isInstalled();
  }

  @BeforeAll
  static void startBrowser() throws IOException {
    browser = Chromium.start(profile);
  }

  @AfterAll
  static void endBrowser() {
    browser.close();
  }

  private void show(String... lines) {
    run(lines).succeeds();
    view(folder.resolve("page.html"));
  }

  private static void view(Path page) {
    browser.prefer("prefers-color-scheme", "light");
    browser.resize(1280, 900, false);
    browser.requests();
    browser.complaints();
    browser.open(page.toUri());
  }

  private static String rows() {
    return browser.run(LEFT).asText();
  }

  private static String status() {
    return browser.run("return document.getElementById('status').textContent").asText();
  }

  private static void press(String heading) {
    browser.run(
        "for (const b of document.querySelectorAll('thead button'))"
            + " if (b.textContent === arguments[0]) b.id = 'pressed'; else b.removeAttribute('id')",
        heading);
    browser.click("#pressed");
  }

  private static void asksForNothing(Path page) {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests())
        .filteredOn(address -> !address.startsWith("data:"))
        .allMatch(address -> address.equals(page.toUri().toString()));
  }

  @Test
  void rowsAreSortedAndFiltered() {
    show(SEARCH, "report page.html");
    assertThat(rows()).isEqualTo("1 2 3 4 5 6 7 8 9 10 11 12");
    assertThat(status()).isEqualTo("12 of 12 rows");
    press("row");
    press("row");
    assertThat(rows()).isEqualTo("12 11 10 9 8 7 6 5 4 3 2 1");
    assertThat(status()).isEqualTo("12 of 12 rows, sorted by row, descending");
    press("obs_id");
    String byName =
        "return Array.from(document.querySelectorAll('#rows tbody th'))"
            + ".map(cell => cell.textContent)";
    List<String> names = new ArrayList<>();
    browser.run(byName).forEach(name -> names.add(name.asText()));
    assertThat(names).hasSize(12).isSorted();
    browser.click("#words");
    browser.type("O001 nircam -nosuch");
    assertThat(rows()).isEqualTo("1");
    assertThat(status()).startsWith("1 of 12 rows");
    browser.type(ESCAPE);
    assertThat(status()).startsWith("12 of 12 rows");
    browser.type("nosuch");
    assertThat(rows()).isEmpty();
    asksForNothing(folder.resolve("page.html"));
  }

  @Test
  void numbersAreSortedByTheirExactValuesAndMissingOnesComeLast() throws IOException {
    Files.writeString(
        folder.resolve("sizes.csv"),
        """
        dataURI,productFilename,size
        mast:X/a,a,1000000
        mast:X/b,b,
        mast:X/c,c,999
        mast:X/d,d,1000001
        mast:X/e,e,20000
        """);
    show("import sizes.csv", "report page.html name size");
    press("size");
    assertThat(rows()).isEqualTo("3 5 1 4 2");
    press("size");
    assertThat(rows()).isEqualTo("4 1 5 3 2");
    // What only one column holds is not found in another.
    browser.run(
        "const c = document.getElementById('column'); c.value = '2';"
            + " c.dispatchEvent(new Event('change'))");
    browser.click("#words");
    browser.type("b");
    assertThat(rows())
        .as("what holds a number of bytes, not what is called b")
        .isEqualTo("4 1 5 3");
    assertThat(status()).isEqualTo("4 of 5 rows, sorted by size, descending");
  }

  @Test
  void theKeyboardIsEnough() {
    show(SEARCH, "report page.html");
    browser.type(TAB);
    assertThat(focus()).isEqualTo("Skip to the table");
    browser.type(ENTER + TAB);
    assertThat(focus()).isEqualTo("row");
    assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle").asText())
        .isEqualTo("solid");
    browser.type(ENTER + ENTER);
    assertThat(rows()).startsWith("12 11");
    browser.type(TAB + " ");
    assertThat(status()).endsWith("sorted by obs_id, ascending");
  }

  @Test
  void theNameStaysInSightAndTheTableCanBePassed() throws IOException {
    show(SEARCH, "report page.html --columns all");
    browser.resize(800, 700, false);
    browser.run("document.querySelector('.scroll').scrollLeft = 1500");
    assertThat(
            browser
                .run(
                    "const box = document.querySelector('.scroll').getBoundingClientRect();"
                        + " const names = ['#rows tbody th', '#rows thead .k'].map(one =>"
                        + " document.querySelector(one).getBoundingClientRect());"
                        + " return names.every(name => Math.abs(name.left - box.left) < 3"
                        + " && name.width < 300)")
                .asBoolean())
        .isTrue();
    browser.screenshot(PICTURES.resolve("sideways.png"));
    browser.run("document.querySelector('.past').focus()");
    browser.type(ENTER);
    assertThat(focus()).isEqualTo("On the sky");
  }

  private static String focus() {
    return browser.run("return document.activeElement.textContent").asText();
  }

  @Test
  void aScreenReaderIsToldWhatThereIs() {
    show(SEARCH, "report page.html");
    press("obs_id");
    assertThat(roles("table", "name")).anyMatch(name -> name.startsWith("12 observations"));
    assertThat(roles("columnheader", "name")).contains("row", "obs_id", "t_exptime", "dataRights");
    assertThat(roles("rowheader", "name")).contains("jw01073-o001_t001_nircam_clear-f277w");
    assertThat(roles("searchbox", "name")).containsExactly("Filter rows");
    assertThat(roles("link", "name"))
        .contains("Skip past the table", "portal, jw01073-o001_t001_nircam_clear-f277w")
        .doesNotContain("portal", "doi", "program")
        .doesNotHaveDuplicates();
    assertThat(roles("cell", "name")).contains("10m 44s exactly 644.208");
    assertThat(roles("status", "live")).containsExactly("polite");
    assertThat(roles("image", "name")).anyMatch(name -> name.contains("12 observations around"));
    assertThat(roles("heading", "name"))
        .contains("How these rows were found", "Rights", "Table", "On the sky");
    assertThat(browser.run("return document.documentElement.lang + ' ' + document.title").asText())
        .isEqualTo("en 12 observations from the MAST archive");
    assertThat(
            browser
                .run(
                    "return Array.from(document.querySelectorAll('[aria-sort]'))"
                        + ".map(h => h.getAttribute('aria-sort')).join(' ')")
                .asText())
        .startsWith("none ascending none");
    assertThat(
            browser
                .run(
                    "const ids = Array.from(document.querySelectorAll('[id]')).map(e => e.id);"
                        + " return ids.length - new Set(ids).size")
                .asInt())
        .isZero();
  }

  /** A property of all that have a role in the tree that a screen reader gets. */
  private static List<String> roles(String role, String property) {
    List<String> found = new ArrayList<>();
    for (JsonNode node : browser.command("Accessibility.getFullAXTree", Map.of()).get("nodes")) {
      if (!node.path("ignored").asBoolean() && node.at("/role/value").asText().equals(role)) {
        if (property.equals("name")) {
          found.add(node.at("/name/value").asText());
        } else {
          for (JsonNode one : node.path("properties")) {
            if (one.get("name").asText().equals(property)) {
              found.add(one.at("/value/value").asText());
            }
          }
        }
      }
    }
    return found;
  }

  @Test
  void itCanBeReadInLightAndDarkWideAndNarrow() throws IOException {
    show(SEARCH, "report page.html --thumbnails");
    for (String scheme : List.of("light", "dark")) {
      browser.prefer("prefers-color-scheme", scheme);
      for (int width : List.of(1280, 390)) {
        browser.resize(width, width == 390 ? 844 : 1000, width == 390);
        String name = scheme + "-" + width;
        browser.run("window.scrollTo({top: 0, behavior: 'instant'})");
        browser.screenshot(PICTURES.resolve(name + "-1.png"));
        browser.run("document.querySelector('.scroll').scrollIntoView({behavior: 'instant'})");
        browser.screenshot(PICTURES.resolve(name + "-2.png"));
        browser.run("document.querySelector('figure').scrollIntoView({behavior: 'instant'})");
        browser.screenshot(PICTURES.resolve(name + "-3.png"));
        assertThat(browser.run("return document.documentElement.scrollWidth").asInt())
            .as("nothing but the table is wider than the window")
            .isLessThanOrEqualTo(width);
      }
      browser.run(Files.readString(Path.of("src/test/resources/contrast.js")));
      JsonNode pale = browser.run("return window.pale");
      assertThat(pale).as(scheme + ": " + pale).isEmpty();
    }
    asksForNothing(folder.resolve("page.html"));
  }

  @Test
  void filesCanBeReadToo() throws IOException {
    show(SEARCH, "products 1-2", "report page.html --title 'Files of two fields'");
    press("size");
    browser.screenshot(PICTURES.resolve("products.png"));
    assertThat(roles("heading", "name")).contains("Files of two fields", "Sizes and rights");
    asksForNothing(folder.resolve("page.html"));
  }

  @Test
  void withoutItsScriptItIsStillATable() {
    run(SEARCH, "report page.html").succeeds();
    browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      view(folder.resolve("page.html"));
      assertThat(roles("columnheader", "name")).contains("obs_id");
      assertThat(roles("searchbox", "name")).isEmpty();
    } finally {
      browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void whatCellsHoldIsNothingButText() throws IOException {
    List<String> hostile =
        List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(2)>",
            "\"><svg/onload=alert(3)>",
            "' onmouseover='alert(4)",
            "]]></td></tr></table><h1>forged</h1>",
            "{{script}} {{rows}}",
            "<!-- --><style>*{display:none}</style>",
            "&lt;b&gt; &#0; \u202Eevil\u2066 \u0007 \u001B]0;t\u0007",
            "</title></textarea><iframe src=https://example.org>",
            "javascript:alert(5)");
    String rows =
        hostile.stream()
            .map(text -> "\"" + text.replace("\"", "\"\"") + "\"")
            .map(cell -> cell + "," + cell + "," + cell + "," + cell + "," + cell)
            .collect(Collectors.joining("\n"));
    Files.writeString(
        folder.resolve("hostile.csv"),
        "dataURI,productFilename,dataRights,obs_id,description\n" + rows + "\n");
    show(
        "import hostile.csv",
        "name \"set-of-names\"",
        "report page.html name uri rights obs_id description"
            + " --title \"</title><script>alert(6)</script>\"");
    assertThat(browser.hasDialog()).isFalse();
    assertThat(browser.run("return document.scripts.length").asInt()).isEqualTo(1);
    assertThat(
            browser
                .run(
                    "return document.querySelectorAll('iframe, img, #rows svg, #rows style').length")
                .asInt())
        .isZero();
    assertThat(browser.run("return document.querySelectorAll('h1').length").asInt()).isEqualTo(1);
    assertThat(browser.run("return document.title").asText())
        .isEqualTo("</title><script>alert(6)</script>");
    assertThat(
            browser
                .run(
                    "return Array.from(document.querySelectorAll('*')).flatMap(e =>"
                        + " e.getAttributeNames()).filter(n => n.startsWith('on')"
                        + " || n === 'style').length")
                .asInt())
        .isZero();
    assertThat(
            browser
                .run(
                    "return Array.from(document.querySelectorAll('#rows a')).map(a => a.protocol)"
                        + ".filter(p => p !== 'http:' && p !== 'https:').length")
                .asInt())
        .isZero();
    JsonNode cells =
        browser.run(
            "return Array.from(document.querySelectorAll('#rows tbody th')).map(c => c.textContent)");
    assertThat(cells.get(0).asText()).isEqualTo(hostile.get(0));
    assertThat(cells.get(5).asText()).isEqualTo(hostile.get(5));
    assertThat(cells.get(7).asText()).doesNotContain("\u202E", "\u2066", "\u0007", "\u001B");
    assertThat(rows()).isEqualTo("1 2 3 4 5 6 7 8 9 10");
    asksForNothing(folder.resolve("page.html"));
  }

  @Test
  void thePolicyStopsWhatIsPutIntoThePage() throws IOException {
    run(SEARCH, "report page.html").succeeds();
    Path page = folder.resolve("page.html");
    Path forged = folder.resolve("forged.html");
    Files.writeString(
        forged,
        Files.readString(page)
            .replace(
                "<main>",
                "<main><script>document.title = 'forged'</script>"
                    + "<img src=x onerror=\"document.title = 'forged'\">"
                    + "<img src=\"https://example.org/x.png\"><p style=\"color:red\">x</p>"));
    view(forged);
    assertThat(browser.run("return document.title").asText()).doesNotContain("forged");
    assertThat(browser.complaints()).anyMatch(line -> line.contains("Content Security Policy"));
    assertThat(browser.requests()).noneMatch(address -> address.contains("example.org/x.png"));
  }

  @Test
  void threeThousandRowsOpenAtOnce() throws IOException {
    String rows =
        IntStream.rangeClosed(1, 3000)
            .mapToObj(
                n -> "mast:X/f" + n + ",jw01073_f" + n + "_cal.fits," + n * 7919L % 3001 + "," + n)
            .collect(Collectors.joining("\n"));
    Files.writeString(
        folder.resolve("many.csv"), "dataURI,productFilename,size,obs_id\n" + rows + "\n");
    run("import many.csv", "report page.html").succeeds();
    view(folder.resolve("page.html"));
    assertThat(status()).isEqualTo("3,000 of 3,000 rows");
    press("size");
    browser.click("#words");
    browser.type("f29");
    assertThat(status()).startsWith("111 of 3,000 rows");
    double ready =
        browser
            .run("return performance.timing.domComplete - performance.timing.navigationStart")
            .asDouble();
    assertThat(ready).as("milliseconds until the page is there").isLessThan(15_000);
  }
}
