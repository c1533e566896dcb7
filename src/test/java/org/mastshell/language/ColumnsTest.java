package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

class ColumnsTest {
  private final Fields fields = Fields.bundled();

  @Test
  void readsNamesAndAliases() {
    assertThat(read("show name,size LEVEL, detector", fields))
        .extracting(Field::name)
        .containsExactly("productFilename", "size", "calib_level", "detector");
  }

  @Test
  void readsColumnsThatTheSetBringsAlong() {
    List<Field> brought =
        List.of(fields.of("newColumn", SetKind.PRODUCTS), fields.of("SIZE", SetKind.PRODUCTS));
    Fields extended = fields.including(SetKind.PRODUCTS, brought);
    assertThat(read("show newcolumn,size", extended))
        .extracting(Field::name)
        .containsExactly("newColumn", "size");
    assertThat(fields.find("newColumn", SetKind.PRODUCTS)).isEmpty();
    assertThat(extended.find("newColumn", SetKind.OBSERVATIONS)).isEmpty();
  }

  @Test
  void pointsAtAnUnknownColumn() {
    String line = "show name,filenam size";
    SyntaxException error = catchThrowableOfType(SyntaxException.class, () -> read(line, fields));
    assertThat(error).hasMessage("no field is called filenam");
    assertThat(line.substring(error.start(), error.end())).isEqualTo("filenam");
    SyntaxException other =
        catchThrowableOfType(SyntaxException.class, () -> read("show exptime", fields));
    assertThat(other).hasMessageStartingWith("exptime is a field of observations");
  }

  private static List<Field> read(String line, Fields fields) {
    List<Word> words = CommandLines.split(line).get(0).words();
    return Columns.read(words.subList(1, words.size()), SetKind.PRODUCTS, fields, line);
  }
}
