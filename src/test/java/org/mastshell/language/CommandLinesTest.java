package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLinesTest {

  @Test
  void partsCommandsAtSemicolonsBeforeABlankOrTheEnd() {
    assertThat(words("search a=1; show ; count;"))
        .containsExactly(List.of("search", "a=1"), List.of("show"), List.of("count"));
    assertThat(words("show ;count")).containsExactly(List.of("show", ";count"));
    assertThat(words("search filters=A;B")).containsExactly(List.of("search", "filters=A;B"));
    assertThat(words("show ; ; count")).containsExactly(List.of("show"), List.of("count"));
  }

  @Test
  void leavesCommentsOut() {
    assertThat(words("count # and show; never")).containsExactly(List.of("count"));
    assertThat(words("# nothing")).isEmpty();
    assertThat(words("name#1 '#2' \"# 3\"")).containsExactly(List.of("name#1", "#2", "# 3"));
    assertThat(words("count # one\nshow")).containsExactly(List.of("count", "show"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\t\n", "# x", ";", " ; ;", "\u00a0"})
  void findsNothingInABlankLine(String line) {
    assertThat(CommandLines.split(line)).isEmpty();
  }

  @Test
  void holdsWordsTogetherInQuotes() {
    assertThat(words("a=\"b c\" 'd;  e' f\"g\"'h'"))
        .containsExactly(List.of("a=b c", "d;  e", "fgh"));
    assertThat(words("'; x' \"y; \"")).containsExactly(List.of("; x", "y; "));
  }

  @Test
  void takesSingleQuotesLiterally() {
    assertThat(words("'a\\b' 'a\\\\b' 'say \"hi\"'"))
        .containsExactly(List.of("a\\b", "a\\\\b", "say \"hi\""));
  }

  @Test
  void knowsTwoEscapesInDoubleQuotes() {
    assertThat(words("\"say \\\"hi\\\"\" \"a\\\\b\" \"a\\nb\" \"it's\""))
        .containsExactly(List.of("say \"hi\"", "a\\b", "a\\nb", "it's"));
  }

  @Test
  void leavesBackslashesOutsideQuotes() {
    assertThat(words("C:\\data\\x a\\*b")).containsExactly(List.of("C:\\data\\x", "a\\*b"));
  }

  @Test
  void saysWhereWordsAndCommandsStand() {
    String line = "  search a=\"b c\" ;  count # x";
    List<CommandText> commands = CommandLines.split(line);
    assertThat(commands).extracting(CommandText::text).containsExactly("search a=\"b c\"", "count");
    Word word = commands.get(0).words().get(1);
    assertThat(word.raw()).isEqualTo("a=\"b c\"");
    assertThat(line.substring(word.start(), word.end())).isEqualTo(word.raw());
    assertThat(commands.get(1).name().text()).isEqualTo("count");
    assertThat(commands.get(1).line()).isEqualTo(line);
  }

  @Test
  void pointsAtAQuoteThatIsNotClosed() {
    String line = "search target=Barnard's star";
    SyntaxException error =
        catchThrowableOfType(SyntaxException.class, () -> CommandLines.split(line));
    assertThat(error).hasMessage("the quote ' is not closed");
    assertThat(line.substring(error.start(), error.end())).isEqualTo("'s star");
    assertThat(error.advice()).contains("double quotes");
    SyntaxException escaped =
        catchThrowableOfType(SyntaxException.class, () -> CommandLines.split("x \"a\\\""));
    assertThat(escaped).hasMessage("the quote \" is not closed");
    assertThat(escaped.start()).isEqualTo(2);
  }

  private static List<List<String>> words(String line) {
    return CommandLines.split(line).stream()
        .map(command -> command.words().stream().map(Word::text).toList())
        .toList();
  }
}
