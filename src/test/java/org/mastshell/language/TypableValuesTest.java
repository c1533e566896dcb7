package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValue;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.SetKind;

/** Every value that comes with the program can be typed, and then means itself. */
class TypableValuesTest {

  @ParameterizedTest
  @EnumSource(SetKind.class)
  void everyKnownValueCanBeTyped(SetKind kind) {
    KnownValues known = KnownValues.bundled();
    for (String name : known.fields()) {
      Optional<Field> field = Fields.bundled().find(name, kind);
      if (field.isPresent()) {
        for (KnownValue value : known.of(field.get())) {
          String line = "search " + name + "=" + Quoting.quote(value.value());
          Criteria criteria = Typed.read(line, kind, true);
          if (!field.get().subject().isDerived()) {
            assertThat(Typed.fits(criteria, kind, name + "=" + value.value())).as(line).isTrue();
          }
        }
      }
    }
  }
}
