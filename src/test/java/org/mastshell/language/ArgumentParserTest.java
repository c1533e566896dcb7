package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.language.RowSelection.Range;

class ArgumentParserTest {
  private static final ArgumentSpec WORDS =
      new ArgumentSpec(
          false,
          true,
          true,
          List.of(OptionSpec.valued("sort", "COLUMN", "order"), OptionSpec.flag("all", "all")));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "search a=1 | a = 1",
        "search a = 1 | a = 1",
        "search a= 1 | a = 1",
        "search a =1 | a = 1",
        "search a==1 | a = 1",
        "search a!=1 | a != 1",
        "search a !~ 1 | a !~ 1",
        "search a~1 | a ~ 1",
        "search a<1 | a < 1",
        "search a <= 1 | a <= 1",
        "search a>-5 | a > -5",
        "search a >= -5 | a >= -5",
        "search a=1,2 | a = 1 2",
        "search a=1, 2,  3 | a = 1 2 3",
        "search a=1 ,2 , 3 | a = 1 2 3",
        "search a='1,2',3 | a = '1,2' 3",
        "search a=\"x y\",z | a = \"x y\" z",
        "search a='b=c' | a = 'b=c'",
        "search a=b=c | a = b=c",
        "search a~/x{2,3}/,y | a ~ /x{2,3}/ y",
        "search a~/x/,/y,z/ | a ~ /x/ /y,z/",
        "search a~/x,y | a ~ /x y",
        "search a=@f.txt:c | a = @f.txt:c",
        "search a=..3 | a = ..3",
        "search 'a'=1 | 'a' = 1",
      })
  void readsACriterion(String line, String expected) {
    Arguments arguments = Typed.arguments(line);
    assertThat(arguments.criteria()).hasSize(1);
    CriterionText criterion = arguments.criteria().get(0);
    StringBuilder text = new StringBuilder(criterion.field().raw());
    text.append(' ').append(criterion.operator().symbol());
    criterion.values().forEach(value -> text.append(' ').append(value.raw()));
    assertThat(text).hasToString(expected);
    for (Word value : criterion.values()) {
      assertThat(line.substring(value.start(), value.end())).isEqualTo(value.raw());
    }
  }

  @Test
  void readsCriteriaInOrder() {
    Arguments arguments = Typed.arguments("search proposal_id = '1073' filters=F277W, F356W x~y");
    assertThat(arguments.criteria())
        .extracting(criterion -> criterion.field().text())
        .containsExactly("proposal_id", "filters", "x");
    assertThat(arguments.criteria().get(1).values())
        .extracting(Word::text)
        .containsExactly("F277W", "F356W");
  }

  @Test
  void readsOptions() {
    Arguments arguments =
        Typed.arguments("search --exact a=1 --limit=5 --sort -size --curl 'my file.sh'");
    assertThat(arguments.has("exact")).isTrue();
    assertThat(arguments.has("all")).isFalse();
    assertThat(arguments.option("limit")).contains("5");
    assertThat(arguments.option("sort")).contains("-size");
    assertThat(arguments.option("curl")).contains("my file.sh");
    assertThat(arguments.criteria()).hasSize(1);
    assertThat(arguments.rows()).isEmpty();
  }

  @Test
  void readsShortOptions() {
    Arguments arguments = Typed.arguments("search -n 5 -a 3");
    assertThat(arguments.option("limit")).contains("5");
    assertThat(arguments.has("all")).isTrue();
    assertThat(arguments.rows().orElseThrow().ranges()).containsExactly(new Range(3, 3));
  }

  @Test
  void leavesOutAValueThatMayBeLeftOut() {
    assertThat(Typed.arguments("download --curl").option("curl")).contains("--curl");
    Arguments before = Typed.arguments("download --curl suffix=uncal");
    assertThat(before.option("curl")).contains("--curl");
    assertThat(before.criteria()).hasSize(1);
    assertThat(Typed.arguments("download --curl suffix = uncal").criteria()).hasSize(1);
    assertThat(Typed.arguments("download --curl 1-3").rows()).isPresent();
    assertThat(Typed.arguments("download --curl --all").has("all")).isTrue();
    assertThat(Typed.arguments("download --curl=a=b").option("curl")).contains("a=b");
  }

  @Test
  void endsOptionsAtTwoDashes() {
    Arguments arguments = parse("show -- --all -5 -", WORDS);
    assertThat(arguments.values()).extracting(Word::text).containsExactly("--all", "-5", "-");
    assertThat(arguments.options()).isEmpty();
  }

  @Test
  void takesNegativeNumbersAndDashedWordsForValues() {
    Arguments arguments = parse("sort -size -5 '--all' a=b", WORDS);
    assertThat(arguments.values())
        .extracting(Word::text)
        .containsExactly("-size", "-5", "--all", "a=b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | 3-3",
        "3-7 | 3-7",
        "1,4,9- | 1-1 4-4 9-2147483647",
        "1, 4 | 1-1 4-4",
        "1 4 | 1-1 4-4",
        "last | 0-0",
        "LAST,2 | 0-0 2-2",
        "3-last | 3-0",
      })
  void readsRows(String rows, String expected) {
    List<String> ranges =
        Typed.arguments("pick " + rows).rows().orElseThrow().ranges().stream()
            .map(range -> range.first() + "-" + range.last())
            .toList();
    assertThat(String.join(" ", ranges)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "search --exat a=1 | --exat | search has no option --exat | did you mean --exact?",
        "search --zzz=3 | --zzz | search has no option --zzz | --exact, --all, --limit",
        "search -x | -x | search has no option -x | --exact",
        "search --limit | --limit | --limit needs a value | --limit N",
        "search --limit --all | --limit | --limit needs a value | --limit N",
        "search --limit= | --limit= | --limit needs a value | --limit N",
        "search --exact=yes | --exact=yes | --exact takes no value | write --exact",
        "search --limit 3 -n 4 | -n | --limit is given twice | once",
        "search a= | = | no value stands behind a= | filters=F277W",
        "search a = --all | = | no value stands behind a= | filters=F277W",
        "search a=1, | , | behind the last comma | filters",
        "search a=1,,2 | , | a value is missing between commas | comma",
        "search =3 | =3 | no field before =3 | filters=F277W",
        "search LMC | LMC | LMC is no criterion | filters=F277W",
        "search target=LMC N | N | N is no criterion | target=\"LMC N\"",
        "search radius=3 arcmin | arcmin | arcmin is no criterion | radius=\"3 arcmin\"",
        "search \"filters=F277W\" | \"filters=F277W\" | is no criterion | take the quotes off",
        "pick 0 | 0 | 0 is no row number | counted from 1",
        "pick 7-3 | 7-3 | comes after the last | 3-7",
        "pick 1,0-3 | 0-3 | no row number | counted from 1",
        "pick -3 | -3 | -3 is no row number | 1,4,9-",
        "pick 1..3 | 1..3 | 1..3 is no row number | did you mean 1-3",
        "pick 1, | 1, | behind the last comma | comma",
      })
  void pointsAtTheWrongWord(String line, String word, String message, String advice) {
    SyntaxException error =
        catchThrowableOfType(SyntaxException.class, () -> Typed.arguments(line));
    assertThat(error).as("the error of " + line).isNotNull();
    assertThat(line.substring(error.start(), error.end())).isEqualTo(word);
    assertThat(error).hasMessageContaining(message);
    assertThat(error.advice()).contains(advice);
  }

  @Test
  void refusesWordsWhereNoneAreTaken() {
    ArgumentSpec nothing = new ArgumentSpec(false, false, false, List.of());
    SyntaxException error =
        catchThrowableOfType(SyntaxException.class, () -> parse("undo now", nothing));
    assertThat(error).hasMessage("undo does not take now");
    SyntaxException option =
        catchThrowableOfType(SyntaxException.class, () -> parse("undo --now", nothing));
    assertThat(option.advice()).isEqualTo("it has no options");
  }

  private static Arguments parse(String line, ArgumentSpec spec) {
    return ArgumentParser.parse(CommandLines.split(line).get(0), spec);
  }
}
