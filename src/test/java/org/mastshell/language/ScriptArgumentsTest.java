package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptArgumentsTest {
  private static final ScriptArguments ARGUMENTS =
      new ScriptArguments(List.of("1073", "M 101", "F277W,F356W", "a\"b;c"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "search program=$1 | search program=1073",
        "search object=$2 | search object=\"M 101\"",
        "search object=\"$2\" | search object=\"M 101\"",
        "search filters=$3 | search filters=F277W,F356W",
        "search target=$4 | search target='a\"b;c'",
        "costs \"\\$1\" | costs \"\\$1\"",
        "sort $2 | sort \"M 101\"",
        "show '$1' | show '$1'",
        "count # $9 is no argument | count # $9 is no argument",
        "filter name~/uncal$/ | filter name~/uncal$/",
        "filter name~\"\\\"$1\" | filter name~\"\\\"1073\"",
        "a$1b$1 | a1073b1073",
        "costs $ | costs $",
      })
  void putsArgumentsWhereTheyAreNamed(String line, String filled) {
    assertThat(ARGUMENTS.fill(line)).isEqualTo(filled);
  }

  @Test
  void anArgumentThatWasNotGivenIsAnErrorAtItsPlace() {
    assertThatThrownBy(() -> ARGUMENTS.fill("search program=$5 x"))
        .isInstanceOfSatisfying(
            SyntaxException.class,
            wrong -> {
              assertThat(wrong.start()).isEqualTo(15);
              assertThat(wrong.end()).isEqualTo(17);
              assertThat(wrong).hasMessage("the script was given no argument 5");
            });
    assertThatThrownBy(() -> ARGUMENTS.fill("$0")).isInstanceOf(SyntaxException.class);
    assertThatThrownBy(() -> ARGUMENTS.fill("$99999999999")).isInstanceOf(SyntaxException.class);
  }

  @Property
  void anArgumentIsOneWordWhateverItHolds(@ForAll String value) {
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      return;
    }
    List<CommandText> commands =
        CommandLines.split(new ScriptArguments(List.of(value)).fill("show \"$1\" end"));

    assertThat(commands).hasSize(1);
    assertThat(commands.get(0).words()).hasSize(3);
    assertThat(commands.get(0).words().get(1).text()).isEqualTo(value);
  }
}
