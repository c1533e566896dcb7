package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectNamesTest {
  private static final ArgumentSpec SPEC =
      new ArgumentSpec(
          false, false, true, List.of(OptionSpec.valued("resolver", "NAME", "who knows")));

  private final List<String> notes = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "M 101 | M 101",
        "M 101, eta Car | M 101/eta Car",
        "M 101 ,eta Car , LMC | M 101/eta Car/LMC",
        "'M 101',\"eta, Car\" | M 101/eta, Car",
        "M 101, M 101 | M 101",
        "@names.txt | LMC/SMC",
        "@names.txt, M 101 | LMC/SMC/M 101",
        "M 101 @names.txt @more.csv:who | M 101/LMC/SMC/M 31",
        "@more.csv | M 31",
        "\"@my names.txt\" M 33 | M 5/M 33",
        "M 101, --resolver NED eta Car | M 101/eta Car",
      })
  void partsNames(String typed, String names) {
    assertThat(read(typed)).containsExactly(names.split("/", -1));
  }

  @Test
  void saysWhatWasRead() {
    read("@names.txt");
    assertThat(notes).containsExactly("names.txt: 2 values");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"M 101,", ",M 101", "M 101,,LMC", "M 101, ,LMC", "@names.txt,", "''", ","})
  void missesNames(String typed) {
    assertThat(error(typed)).hasMessage("a name is missing beside the comma");
  }

  @Test
  void pointsAtTheFileThatIsMissing() {
    SyntaxException error = error("M 101, @gone.txt");
    assertThat(error).hasMessage("gone.txt: there is no such file");
    assertThat(error.line().substring(error.start(), error.end())).isEqualTo("@gone.txt");
  }

  private SyntaxException error(String typed) {
    return catchThrowableOfType(SyntaxException.class, () -> read(typed));
  }

  private List<String> read(String typed) {
    Arguments arguments = ArgumentParser.parse(CommandLines.split("resolve " + typed).get(0), SPEC);
    TypedFiles files =
        TypedFiles.none()
            .with("names.txt", "LMC", "SMC")
            .with("more.csv", "who,name", "M 31,M 31")
            .with("my names.txt", "M 5");
    return ObjectNames.read(arguments.values(), arguments.command().line(), files, notes);
  }
}
