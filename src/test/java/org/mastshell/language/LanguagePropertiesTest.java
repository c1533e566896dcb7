package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mastshell.vocabulary.SetKind;

/** What holds for any line. */
class LanguagePropertiesTest {
  private static final List<String> PIECES =
      List.of(
          "search",
          " ",
          "  ",
          "=",
          "!=",
          "~",
          "!~",
          "<",
          "<=",
          ">",
          ">=",
          ",",
          ";",
          "; ",
          "#",
          "\"",
          "'",
          "\\",
          "*",
          "%",
          "..",
          "/",
          "@",
          "--",
          "-",
          "exact",
          "limit",
          "filters",
          "target",
          "date",
          "exptime",
          "level",
          "ra",
          "object",
          "radius",
          "coordinates",
          "moving",
          "suffix",
          "size",
          "program",
          "instrument",
          "null",
          "2022-07",
          "3um",
          "5min",
          "1e999",
          "0",
          "-1",
          "59772.4",
          "NIRCAM",
          "A;B",
          "last",
          "3-",
          "/a(/",
          "\u00a0",
          "\u00e9",
          "\n");

  @Property(tries = 2000)
  void nothingButASyntaxErrorComesOfAnyText(@ForAll String line) {
    readAll(line);
  }

  @Property(tries = 4000)
  void nothingButASyntaxErrorComesOfPieces(@ForAll("lines") String line) {
    readAll(line);
  }

  @Property(tries = 2000)
  void wordsAreWhatStandsInTheLine(@ForAll("lines") String line) {
    List<CommandText> commands;
    try {
      commands = CommandLines.split(line);
    } catch (SyntaxException unclosed) {
      assertThat(unclosed.getMessage()).contains("is not closed");
      return;
    }
    int from = 0;
    for (CommandText command : commands) {
      assertThat(command.words()).isNotEmpty();
      for (Word word : command.words()) {
        assertThat(word.start()).isGreaterThanOrEqualTo(from);
        assertThat(line.substring(word.start(), word.end())).isEqualTo(word.raw());
        from = word.end();
      }
      assertThat(command.text()).startsWith(command.name().raw());
    }
  }

  @Property(tries = 2000)
  void quotedTextIsOneWordAgain(@ForAll String text) {
    String quoted = Quoting.quote(text);
    List<CommandText> commands = CommandLines.split("x " + quoted + " y; z");
    assertThat(commands.get(0).words()).hasSize(3);
    assertThat(commands.get(0).words().get(1).text()).isEqualTo(text);
    assertThat(commands.get(1).name().text()).isEqualTo("z");
  }

  @Property(tries = 1000)
  void aQuotedValueIsOneValue(@ForAll("values") String text) {
    String quoted = Quoting.quote(text);
    Arguments arguments = Typed.arguments("search target=" + quoted + " mission=JWST");
    assertThat(arguments.criteria()).hasSize(2);
    assertThat(arguments.criteria().get(0).values()).extracting(Word::text).containsExactly(text);
  }

  private static void readAll(String line) {
    try {
      for (CommandText command : CommandLines.split(line)) {
        Arguments arguments = ArgumentParser.parse(command, Typed.SPEC);
        arguments.rows().ifPresent(rows -> RowSelections.resolve(rows, 5, line));
        for (SetKind kind : SetKind.values()) {
          Criteria criteria = Typed.read(arguments, kind);
          assertThat(criteria.predicate().toString()).isNotNull();
        }
      }
    } catch (SyntaxException expected) {
      assertThat(expected.line()).isEqualTo(line);
      assertThat(expected.start()).isBetween(0, line.length());
      assertThat(expected.end()).isBetween(expected.start(), line.length());
      assertThat(expected.getMessage()).isNotBlank();
      expected.correction().ifPresent(meant -> assertThat(meant.in(line)).isNotEqualTo(line));
    }
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(PIECES)
        .list()
        .ofMaxSize(14)
        .map(pieces -> pieces.stream().collect(Collectors.joining()));
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings().ofMinLength(1).filter(text -> !text.isBlank());
  }
}
