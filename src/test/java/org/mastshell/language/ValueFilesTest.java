package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mastshell.vocabulary.SetKind.OBSERVATIONS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;

class ValueFilesTest {
  private final List<String> asked = new ArrayList<>();

  @Test
  void takesEachValueOfAFile() {
    Criteria criteria = read("program=@list.txt", "01073", " 2731 ", "", "a..b");
    assertThat(criteria.all().get(0).predicate())
        .isEqualTo(
            Predicate.where(
                Subject.column("proposal_id"),
                List.of(
                    new Match.Equal("1073"), new Match.Equal("2731"), new Match.Equal("a..b"))));
    assertThat(criteria.all().get(0).text()).isEqualTo("proposal_id=@list.txt");
    assertThat(asked).containsExactly("list.txt -");
  }

  @Test
  void takesAColumnOfAFile() {
    read("id=\"@my list.csv:obs_id\" target=@C:\\data\\x.csv", "x");
    assertThat(asked).containsExactly("my list.csv obs_id", "C:\\data\\x.csv -");
  }

  @Test
  void takesAFileWhoseNameIsOneLetter() {
    read("id=@f program=@p:proposal_id", "x");
    assertThat(asked).containsExactly("f -", "p proposal_id");
  }

  @Test
  void mixesFilesAndValues() {
    Criteria criteria = read("target!=@../a.txt,LMC", "SMC", "say \"hi\\");
    assertThat(criteria.all().get(0).negative()).isTrue();
    assertThat(criteria.predicate())
        .isEqualTo(
            Predicate.not(
                Predicate.where(
                    Subject.column("target_name"),
                    List.of(
                        new Match.Equal("SMC"),
                        new Match.Equal("say \"hi\\"),
                        new Match.Equal("LMC")))));
  }

  @Test
  void refusesAnEmptyFile() {
    SyntaxException error =
        catchThrowableOfType(SyntaxException.class, () -> read("target=@none.txt", " "));
    assertThat(error).hasMessage("none.txt holds no values");
  }

  private Criteria read(String criteria, String... values) {
    ValueFiles files =
        (path, column) -> {
          asked.add(path + " " + column.orElse("-"));
          if (path.isEmpty()) {
            throw new IOException("no file");
          }
          return List.of(values);
        };
    return Typed.reader(files).read(Typed.arguments("search " + criteria), OBSERVATIONS, false);
  }
}
