package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowSelectionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | 2",
        "3-5 | 2 3 4",
        "1,4,9- | 0 3 8 9 10 11",
        "last | 11",
        "last,1 | 11 0",
        "3,1-4,3 | 2 0 1 3",
        "11-last | 10 11",
        "12- | 11",
        "5 2 | 4 1",
      })
  void findsRowsInTheOrderTyped(String rows, String expected) {
    StringBuilder found = new StringBuilder();
    for (int row : resolve("pick " + rows, 12)) {
      found.append(' ').append(row);
    }
    assertThat(found.toString().strip()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "13, 12, there are only 12 rows",
    "3-13, 12, there are only 12 rows",
    "13-, 12, there are only 12 rows",
    "2, 1, there is only 1 row",
  })
  void saysHowManyRowsThereAre(String rows, int size, String message) {
    String line = "show; pick " + rows;
    SyntaxException error = catchThrowableOfType(SyntaxException.class, () -> resolve(line, size));
    assertThat(error).hasMessage(message);
    assertThat(line.substring(error.start(), error.end())).isEqualTo(rows);
  }

  @Test
  void takesAListOfAnyLength() {
    String rows = "7,".repeat(20_000) + "9";
    assertThat(resolve("pick " + rows, 10)).containsExactly(6, 8);
  }

  @Test
  void keepsTheSelectionAsTyped() {
    String line = "pick 1, 4 9-";
    RowSelection selection = Typed.arguments(line).rows().orElseThrow();
    assertThat(selection.word().raw()).isEqualTo("1, 4 9-");
  }

  private static int[] resolve(String line, int size) {
    var commands = CommandLines.split(line);
    Arguments arguments = ArgumentParser.parse(commands.get(commands.size() - 1), Typed.SPEC);
    return RowSelections.resolve(arguments.rows().orElseThrow(), size, line);
  }
}
