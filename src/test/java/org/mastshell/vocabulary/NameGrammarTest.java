package org.mastshell.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The grammar as regular expressions says what the parser of names says. */
class NameGrammarTest {

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "jw01073",
            "001001",
            "001",
            "-o001",
            "-c1001",
            "-a3001",
            "_02101",
            "_0210a",
            "_00003",
            "-seg001",
            "_nrca1",
            "_nrcalong",
            "_nis",
            "_o001",
            "_t001",
            "_s000012345",
            "_b012",
            "_nircam",
            "_clear-f277w",
            "_20220502t110224",
            "_image3",
            "_00012",
            "_uncal",
            "_i2d",
            "_crf",
            "_crfints",
            "_asn",
            "_thumb",
            "_",
            "-",
            ".",
            ".fits",
            ".fits.gz",
            ".gz",
            ".jpg",
            ".-.gz",
            "hlsp_x",
            "A",
            "é",
            "_gs-fg");
    return piece.list().ofMinSize(1).ofMaxSize(9).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 20_000)
  void agreesWithTheParser(@ForAll("names") String name) {
    FileName parsed = FileName.parse(name);
    Map<String, String> read = read(name.toLowerCase(Locale.ROOT));
    assertThat(read.get("extension")).isEqualTo(parsed.extension());
    assertThat(read.get("suffix")).isEqualTo(parsed.suffix());
    assertThat(number(read.get("obsnum"))).isEqualTo(parsed.obsnum());
    assertThat(number(read.get("visit"))).isEqualTo(parsed.visit());
    assertThat(number(read.get("exposure"))).isEqualTo(parsed.exposure());
    assertThat(number(read.get("segment"))).isEqualTo(parsed.segment());
    assertThat(read.get("detector")).isEqualTo(parsed.detector());
    assertThat(read.get("acid")).isEqualTo(parsed.acid());
    assertThat(read.get("asn_type")).isEqualTo(parsed.asnType());
    assertThat(read.get("source")).isEqualTo(parsed.source());
  }

  private static Map<String, String> read(String name) {
    Map<String, String> found = new HashMap<>();
    Matcher extension = Pattern.compile(NameGrammar.EXTENSION).matcher(name);
    String whole = name;
    if (extension.find()) {
      found.put("extension", extension.group(1));
      whole = name.substring(0, extension.start());
    }
    if (whole.endsWith(NameGrammar.THUMB)) {
      whole = whole.substring(0, whole.length() - NameGrammar.THUMB.length());
    }
    Matcher suffix = Pattern.compile(NameGrammar.SUFFIX).matcher(whole);
    if (found.containsKey("extension") && suffix.find()) {
      found.put("suffix", suffix.group(1));
    }
    Matcher visit = Pattern.compile(NameGrammar.OF_VISIT).matcher(whole);
    Matcher combined = Pattern.compile(NameGrammar.COMBINED).matcher(whole);
    if (visit.find()) {
      put(found, NameGrammar.partsOfVisit(), visit);
    } else if (combined.find()) {
      put(found, NameGrammar.partsOfCombined(), combined);
      if (found.get("acid").startsWith("o")) {
        found.put("obsnum", found.get("acid").substring(1));
      }
    }
    return found;
  }

  private static void put(Map<String, String> found, List<String> parts, Matcher match) {
    for (int i = 0; i < parts.size(); i++) {
      found.put(parts.get(i), match.group(i + 1));
    }
  }

  private static String number(String digits) {
    return digits == null ? null : Integer.toString(Integer.parseInt(digits));
  }
}
