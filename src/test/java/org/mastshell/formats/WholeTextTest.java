package org.mastshell.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.table.TableBytes;

/** Halves of characters, which JSON can name and no file can hold. */
class WholeTextTest {
  @ParameterizedTest
  @CsvSource({
    "m, m",
    "\ud83d\ude00, \ud83d\ude00",
    "a\ud83d, a\ufffd",
    "\ude00b, \ufffdb",
    "\ude00\ud83d, \ufffd\ufffd",
    "\ud83d\ud83d\ude00, \ufffd\ud83d\ude00"
  })
  void halvesAreReplaced(String text, String whole) {
    assertThat(WholeText.of(text)).isEqualTo(whole);
  }

  @Property
  void whatIsWholeCanBeWrittenAndIsNotChanged(@ForAll String text) {
    String whole = WholeText.of(text);
    byte[] written = whole.getBytes(StandardCharsets.UTF_8);
    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(whole);
    assertThat(WholeText.of(whole)).isSameAs(whole);
    String halves =
        text.codePoints()
            .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    assertThat(whole).isEqualTo(halves);
  }

  // To look at each text of a reply would cost more than it is worth: what is written has a mark.
  @Test
  void aCellOfAReplyIsWrittenWithAQuestionMark() {
    TableBuilder builder = new TableBuilder();
    builder.set(builder.column("a", ColumnType.TEXT), "x\ud83d");
    builder.endRow();
    Table kept = TableBytes.table(TableBytes.of(builder.build()));
    assertThat(kept.text(0, "a")).isEqualTo("x?");
  }
}
