package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.archive.ColumnConfig;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

class LiveFieldsTest {
  private final Fields bundled = Fields.bundled();
  private Optional<ArchiveWords> words = Optional.empty();
  private final AtomicInteger asked = new AtomicInteger();
  private final Fields fields =
      new LiveFields(
          bundled,
          () -> {
            asked.incrementAndGet();
            return words;
          },
          Optional::empty);

  private void announce(String name, ColumnConfig column) {
    Map<String, ColumnConfig> columns = new LinkedHashMap<>();
    columns.put(name, column);
    words =
        Optional.of(new ArchiveWords(Instant.EPOCH, Map.of(), AnnouncedColumns.fields(columns)));
  }

  private static ColumnConfig column(String datatype, String unit) {
    return new ColumnConfig("A Label", datatype, unit, "What it is", "", "12.5");
  }

  @Test
  void aColumnThatTheArchiveAnnouncesIsAField() {
    assertThat(fields.find("s_seeing", SetKind.OBSERVATIONS)).isEmpty();

    announce("s_seeing", column("double", "arcsec"));

    Field seeing = fields.find("S_SEEING", SetKind.OBSERVATIONS).orElseThrow();
    assertThat(seeing.kind()).isEqualTo(ValueKind.DECIMAL);
    assertThat(seeing.unit()).isEqualTo("arcsec");
    assertThat(seeing.label()).isEqualTo("A Label");
    assertThat(seeing.meaning()).isEqualTo("What it is");
    assertThat(seeing.example()).isEqualTo("12.5");
    assertThat(fields.all(SetKind.OBSERVATIONS)).contains(seeing);
    assertThat(fields.nearest("s_seing", SetKind.OBSERVATIONS)).contains("s_seeing");
    assertThat(fields.find("s_seeing", SetKind.PRODUCTS)).isEmpty();

    words = Optional.empty();
    assertThat(fields.find("s_seeing", SetKind.OBSERVATIONS)).isEmpty();
    assertThat(fields.all(SetKind.OBSERVATIONS)).isEqualTo(bundled.all(SetKind.OBSERVATIONS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"t_min", "T_MIN", "mission", "date"})
  void whatTheDictionaryDescribesStays(String name) {
    announce(name, column("char", ""));

    assertThat(fields.find(name, SetKind.OBSERVATIONS))
        .isEqualTo(bundled.find(name, SetKind.OBSERVATIONS));
    assertThat(fields.all(SetKind.OBSERVATIONS)).isEqualTo(bundled.all(SetKind.OBSERVATIONS));
  }

  @Test
  void whatTheDictionaryKnowsIsFoundWithoutTheArchivesWords() {
    assertThat(fields.find("instrument", SetKind.OBSERVATIONS)).isPresent();
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"radius", "Object", "coordinates", "", "two words", "a=b", "9th", "a;b"})
  void aNameThatNoCriterionCanHaveIsPassedOver(String name) {
    announce(name, column("char", ""));

    assertThat(words.orElseThrow().columns()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "double, MJD, DATE",
    "double, deg, ANGLE",
    "float, nm, WAVELENGTH",
    "DOUBLE, sec, DURATION",
    "numeric, Jy, DECIMAL",
    "long, '', INTEGER",
    "boolean, '', FLAG",
    "char, '', TEXT",
    "'', '', TEXT",
  })
  void theKindIsThatOfTheType(String datatype, String unit, ValueKind kind) {
    announce("new_column", column(datatype, unit));

    assertThat(words.orElseThrow().columns()).extracting(Field::kind).containsExactly(kind);
  }

  @Test
  void listsAndPoorDescriptionsAreUnderstood() {
    announce("tags", new ColumnConfig("", "char", "", "", ";", "Ex. one of; many"));

    Field tags = words.orElseThrow().columns().get(0);
    assertThat(tags.kind()).isEqualTo(ValueKind.LIST);
    assertThat(List.of(tags.label(), tags.meaning(), tags.example()))
        .containsExactly("tags", "tags", "");
  }
}
