package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.vocabulary.SetKind;

/** What is written as the language has it is read as the same again. */
class QuotingTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "M 101",
          "5",
          "b",
          "_",
          "'",
          "\"",
          "$",
          "$5",
          "$b",
          "${b}",
          "*",
          "%",
          "\\",
          "\\\\",
          "@",
          ";",
          "; ",
          "#",
          " ",
          ",",
          "..",
          "-",
          "=",
          "!~",
          "/",
          "\u00e9",
          "\u65e5\u672c",
          "\u201c",
          "[",
          "(",
          "null",
          "\ud83d\ude00",
          "{",
          "}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NIRCAM | NIRCAM",
        "M 101 | \"M 101\"",
        "a$b | 'a$b'",
        "it's $5 | \"it's \\$5\"",
        "/uncal$/ | /uncal$/",
        "a$ | 'a$'",
        "it's \\* | \"it's \\*\"",
        "x\\ | \"x\\\\\"",
        "-x | \"-x\"",
      })
  void quotesOnlyWhereTheyAreNeeded(String text, String typed) {
    assertThat(Quoting.quote(text)).isEqualTo(typed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"F0* | 'F0\\*'", "@foo | \\@foo", "\\@foo | \\\\@foo", "5% | 5\\%", "a@b | a@b"})
  void whatAValueWouldMeanIsTakenBack(String text, String typed) {
    // No quotes are needed for a backslash.
    assertThat(Quoting.literal(text)).contains(typed.replace("'", ""));
  }

  @Test
  void whatNoValueSaysIsSaid() {
    assertThat(List.of("", "null", "NULL", " a", "a\u2003", "a\nb", "a\rb"))
        .allSatisfy(text -> assertThat(Quoting.literal(text)).isEmpty());
  }

  @Property(tries = 3000)
  void aQuotedTextIsOneWordAlsoInAScript(@ForAll("texts") String text) {
    String line = "show " + Quoting.quote(text) + " end";

    assertThat(wordsOf(line)).containsExactly("show", text, "end");
    assertThat(ScriptArguments.none().fill(line)).isEqualTo(line);
    assertThat(new LineJoiner().add(line)).isEqualTo(LineEnd.DONE);
    assertThat(new LineJoiner().add("show " + Quoting.quote(text))).isEqualTo(LineEnd.DONE);
  }

  @Property(tries = 3000)
  void aLiteralFindsJustItsText(@ForAll("texts") String text) {
    Optional<String> typed = Quoting.literal(text);
    if (typed.isEmpty()) {
      assertThat(text)
          .satisfiesAnyOf(
              one -> assertThat(one).isNotEqualTo(one.strip()),
              one -> assertThat(one).isEqualToIgnoringCase("null"),
              one -> assertThat(one).isEmpty());
      return;
    }
    String line = "search title=" + typed.get();
    Criterion criterion = criterion(line);

    assertThat(ScriptArguments.none().fill(line)).isEqualTo(line);
    assertThat(criterion.predicate()).isEqualTo(title(new Match.Equal(text)));
    assertThat(criterion("search title=x," + typed.get() + ",y").predicate().toString())
        .contains("x", "y");
  }

  @Property(tries = 3000)
  void anArgumentIsOneWordWhereverItStands(@ForAll("texts") String text) {
    ScriptArguments arguments = new ScriptArguments(List.of(text, "b"));

    assertThat(wordsOf(arguments.fill("show $1 end"))).containsExactly("show", text, "end");
    assertThat(wordsOf(arguments.fill("show \"$1\" end"))).containsExactly("show", text, "end");
    assertThat(wordsOf(arguments.fill("show a=$1")).get(1)).isEqualTo("a=" + text);
    assertThat(wordsOf(arguments.fill("show \"<$1>\"\"$$2\"$$2")).get(1))
        .isEqualTo("<" + text + ">$b$b");
    assertThat(wordsOf(arguments.fill("show $*"))).containsExactly("show", text, "b");
  }

  @Property(tries = 3000)
  void whatWasPutInStaysWhenTheLineIsFilledAgain(@ForAll("texts") String text) {
    ScriptArguments arguments = new ScriptArguments(List.of(text, "b"));
    for (String line : List.of("show $1", "show \"x$1y\"", "show x$1$2", "show \"$$2\" $$2 $*")) {
      String filled = arguments.fill(line);
      ScriptArguments others = new ScriptArguments(List.of("other", "others"));
      assertThat(others.fill(filled, Map.of("b", "another"))).isEqualTo(filled);
    }
  }

  @Property(tries = 3000)
  void aCriterionIsTheSameThroughAVariable(@ForAll("texts") String text) {
    // Commas and ranges keep their meaning in a variable, and a value begins no file.
    boolean meansMore = text.contains(",") || text.contains("..") || text.strip().startsWith("@");
    if (meansMore || text.isBlank()) {
      return;
    }
    Map<String, String> variables = Map.of("v", text);
    String typed = "search title=" + Quoting.enclose(text);
    Predicate expected = criterion(typed).predicate();

    for (String line : List.of("search title=$v", "search title=\"$v\"", "search title=${v}")) {
      String filled = ScriptArguments.none().fill(line, variables);
      assertThat(criterion(filled).predicate()).as(filled).isEqualTo(expected);
    }
  }

  @Property(tries = 1000)
  void aBackslashInAVariableTakesNothingBackThatFollows(@ForAll("texts") String text) {
    Map<String, String> variables = Map.of("v", text + "\\");
    for (String line : List.of("search title=x${v}*", "search title=\"x${v}*\"")) {
      if (!text.contains(",") && !text.contains("..")) {
        String filled = ScriptArguments.none().fill(line, variables);
        Predicate.Condition where = (Predicate.Condition) criterion(filled).predicate();
        assertThat(where.matches()).first().isInstanceOf(Match.Wildcard.class);
      }
    }
  }

  @Property(tries = 2000)
  void whatTheLanguageEchoesIsReadAsTheSame(@ForAll("texts") String text) {
    if (text.isBlank() || text.strip().startsWith("@")) {
      return;
    }
    for (String operator : List.of("=", "!=")) {
      Criterion first = criterion("search title" + operator + Quoting.enclose(text));
      Criterion again = criterion("search " + first.text());
      assertThat(again.predicate()).as(first.text()).isEqualTo(first.predicate());
    }
  }

  private static List<String> wordsOf(String line) {
    List<CommandText> commands = CommandLines.split(line);
    assertThat(commands).as(line).hasSize(1);
    return commands.get(0).words().stream().map(Word::text).toList();
  }

  private static Predicate title(Match match) {
    return Predicate.where(Subject.column("obs_title"), match);
  }

  private static Criterion criterion(String line) {
    Criteria criteria = Typed.read(Typed.arguments(line), SetKind.OBSERVATIONS);
    assertThat(criteria.all()).as(line).hasSize(1);
    return criteria.all().get(0);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES)
        .list()
        .ofMaxSize(7)
        .map(pieces -> pieces.stream().collect(Collectors.joining()));
  }
}
