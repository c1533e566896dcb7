package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.PositionFields;
import org.mastshell.vocabulary.SetKind;

/** What is said of fields is what is read in criteria. */
class OperatorTest {
  private static final ArgumentSpec CRITERIA = new ArgumentSpec(true, false, false, List.of());

  private final Fields fields = Fields.bundled();
  private final CriteriaReader reader =
      new CriteriaReader(fields, KnownValues.bundled(), Clock.systemUTC(), TypedFiles.none());

  private boolean reads(Field field, Operator operator, SetKind kind) {
    String value = field.kind().name().equals("FLAG") ? "true" : "3";
    String position = field.name().equals("radius") ? " object=M31" : "";
    String line = "search " + field.name() + operator.symbol() + value + position;
    if (field.name().equals("coordinates")) {
      line = "search coordinates" + operator.symbol() + "\"1 2\"";
    }
    try {
      CommandText command = CommandLines.split(line).get(0);
      reader.read(ArgumentParser.parse(command, CRITERIA), kind, false);
      return true;
    } catch (SyntaxException refused) {
      return false;
    }
  }

  @Test
  void aFieldTakesJustTheOperatorsThatAreOffered() {
    for (SetKind kind : SetKind.values()) {
      List<Field> all = new ArrayList<>(fields.all(kind));
      if (kind == SetKind.OBSERVATIONS) {
        all.addAll(PositionFields.all());
      }
      for (Field field : all) {
        for (Operator operator : Operator.values()) {
          assertThat(Operator.of(field).contains(operator))
              .as(field.name() + operator.symbol())
              .isEqualTo(reads(field, operator, kind));
        }
      }
    }
  }

  @Test
  void aNumberCanHaveTheUnitsThatAreOffered() {
    for (SetKind kind : SetKind.values()) {
      for (Field field : fields.all(kind)) {
        for (String unit : FieldUnits.of(field)) {
          CommandText command = CommandLines.split("filter " + field.name() + "=3" + unit).get(0);
          Criteria criteria = reader.read(ArgumentParser.parse(command, CRITERIA), kind, false);
          assertThat(criteria.all()).as(field.name() + unit).hasSize(1);
        }
      }
    }
    assertThat(FieldUnits.of(fields.find("exptime", SetKind.OBSERVATIONS).orElseThrow()))
        .containsExactly("s", "min", "h", "d");
    assertThat(FieldUnits.of(fields.find("mission", SetKind.OBSERVATIONS).orElseThrow())).isEmpty();
  }

  @Test
  void theWordsForDatesAreDates() {
    Dates dates = new Dates(Clock.systemUTC());
    assertThat(Dates.words()).allMatch(word -> dates.parse(word).isPresent());
  }
}
