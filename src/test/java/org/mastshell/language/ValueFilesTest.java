package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mastshell.vocabulary.SetKind.OBSERVATIONS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;

class ValueFilesTest {
  private final TypedFiles files =
      TypedFiles.none()
          .with("list.txt", "01073", " 2731 ", "", "a..b")
          .with("my list.csv", "obs_id,note", "jw1,x", ",y", "jw2,z")
          .with("one.csv", "whatever", "jw1")
          .with("several.csv", "Target-Name,RA (deg),ra", "LMC,80,81")
          .with("C:\\data\\x.csv", "obs_id", "x")
          .with("2024:ids.txt", "jw7")
          .with("f", "one letter")
          .with("sectors.txt", "14", "fifteen")
          .with("none.txt", " ");

  @Test
  void takesEachValueOfAFile() {
    Criteria criteria = read("program=@list.txt");
    assertThat(criteria.all().get(0).predicate())
        .isEqualTo(
            Predicate.where(
                Subject.column("proposal_id"),
                List.of(
                    new Match.Equal("1073"), new Match.Equal("2731"), new Match.Equal("a..b"))));
    assertThat(criteria.all().get(0).text()).isEqualTo("proposal_id=@list.txt");
    assertThat(criteria.all().get(0).listed())
        .extracting(ListedValue::text)
        .containsExactly("01073", "2731", "a..b");
    assertThat(criteria.notes()).containsExactly("list.txt: 3 values");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id=\"@my list.csv:obs_id\" | jw1,jw2",
        "id=@\"my list.csv\" | jw1,jw2",
        "id='@my list.csv:OBS ID' | jw1,jw2",
        "id=@one.csv | jw1",
        "target=@several.csv | LMC",
        "target='@several.csv:RA (deg)' | 80",
        "target=@several.csv:ra | 81",
        "id=@C:\\data\\x.csv | x",
        "id=@2024:ids.txt | jw7",
        "id=@f | one letter",
        "id=@list.txt,jw9 | 01073,2731,a..b,jw9",
      })
  void findsTheFileAndTheColumn(String criterion, String values) {
    List<String> equal =
        ((Predicate.Condition) read(criterion).predicate())
            .matches().stream().map(Match::toString).toList();
    assertThat(String.join(",", equal)).isEqualTo(values);
  }

  @Test
  void saysWhichRowsHaveNone() {
    assertThat(read("id='@my list.csv'").notes())
        .containsExactly("my list.csv: 2 values of the column obs_id, 1 row without one");
  }

  @Test
  void mixesFilesAndValues() {
    files.with("../a.txt", "SMC", "say \"hi\\");
    Criteria criteria = read("target!=@../a.txt,LMC");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "target=@none.txt | none.txt holds no values | it needs one value a line",
        "target=@ | no file stands behind @ | write @FILE",
        "target=@list.txt: | no column stands behind the colon | write @FILE",
        "target=@gone.txt | gone.txt: there is no such file | write @FILE",
        "target=@../x/gone.txt:a | gone.txt: there is no such file | write @FILE",
        "id=@several.csv | several.csv has 3 columns, and none is called obs_id | @several.csv:COLUMN; it has the columns Target-Name, RA, ra",
        "id=@several.csv:targetname2 | several.csv has no column targetname2 | did you mean Target-Name?",
        "sector=@sectors.txt | sectors.txt line 2: fifteen is no whole number | sequence_number takes",
      })
  void saysWhatIsWrong(String criterion, String message, String advice) {
    SyntaxException error = catchThrowableOfType(SyntaxException.class, () -> read(criterion));
    assertThat(error).hasMessage(message);
    assertThat(error.advice()).contains(advice);
    assertThat(error.line().substring(error.start(), error.end())).startsWith("@");
  }

  private Criteria read(String criteria) {
    return Typed.reader(files).read(Typed.arguments("search " + criteria), OBSERVATIONS, false);
  }
}
