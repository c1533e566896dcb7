package org.mastshell.formats;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Rows with quotes, as others read them, and comments between them, as others do not. */
class QuotedRowsTest {
  private static final String[] PIECES = {"a", " ", ",", "\"", "\"\"", "\n", "\r", "\r\n", "é"};

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 1000)
  void withoutCommentsTheyAreThoseOfRfc4180(@ForAll("texts") String text) {
    Optional<List<List<String>>> read;
    try {
      read = Optional.of(cells(rows(text)));
    } catch (IOException refused) {
      assertThat(refused).hasMessageContaining("line ");
      read = Optional.empty();
    }
    assertThat(read).isEqualTo(byALibrary(text));
  }

  private static Optional<List<List<String>>> byALibrary(String text) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      reader.forEach(record -> rows.add(record.getFields()));
    } catch (IOException | RuntimeException refused) {
      return Optional.empty();
    }
    return Optional.of(rows);
  }

  @Property(tries = 500)
  void aCommentChangesNoOtherRow(@ForAll("texts") String comment, @ForAll("texts") String text)
      throws IOException {
    String line = " # " + comment.replaceAll("[\r\n]", "") + "\n";
    List<QuotedRow> alone;
    try {
      alone = rows(text);
    } catch (IOException refused) {
      return;
    }
    List<QuotedRow> both = rows(line + text);
    assertThat(both.get(0).isCommentLike()).isTrue();
    assertThat(cells(both.subList(1, both.size()))).isEqualTo(cells(alone));
    for (int row = 0; row < alone.size(); row++) {
      assertThat(both.get(row + 1).line()).isEqualTo(alone.get(row).line() + 1);
      assertThat(both.get(row + 1).isCommentLike()).isFalse();
    }
  }

  @Test
  void linesAreCountedAsEditorsDo() throws IOException {
    assertThat(rows("a\r\n\"b\r\rc\r\nd\ne\"\n\n# f\r\"#g\",1"))
        .extracting(QuotedRow::line)
        .containsExactly(1L, 2L, 8L, 9L);
  }

  private static List<QuotedRow> rows(String text) throws IOException {
    QuotedRows rows = new QuotedRows(text, ',', 0, 0);
    List<QuotedRow> all = new ArrayList<>();
    for (Optional<QuotedRow> next = rows.next(); next.isPresent(); next = rows.next()) {
      all.add(next.get());
    }
    return all;
  }

  // The library tells no missing cell from an empty one.
  private static List<List<String>> cells(List<QuotedRow> rows) {
    return rows.stream()
        .map(row -> row.cells().stream().map(cell -> cell == null ? "" : cell).toList())
        .toList();
  }
}
