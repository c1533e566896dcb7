package org.mastshell.language;

import java.util.List;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** Says why a word is no field of a kind of set, and which field may be meant. */
final class UnknownField {
  private static final int SHOWN = 8;

  private final Fields fields;
  private final SetKind kind;
  private final String line;
  private final boolean column;

  private UnknownField(Fields fields, SetKind kind, String line, boolean column) {
    this.fields = fields;
    this.kind = kind;
    this.line = line;
    this.column = column;
  }

  /** For a word that begins a criterion. */
  static UnknownField ofCriterion(Fields fields, SetKind kind, String line) {
    return new UnknownField(fields, kind, line, false);
  }

  /** For a word that names a column. */
  static UnknownField ofColumn(Fields fields, SetKind kind, String line) {
    return new UnknownField(fields, kind, line, true);
  }

  SyntaxException fault(Word word) {
    List<Field> elsewhere = fields.elsewhere(word.text(), kind);
    if (!elsewhere.isEmpty()) {
      return ofTheOtherKind(word);
    }
    String[] positions =
        kind == SetKind.OBSERVATIONS && !column
            ? PositionReader.words().toArray(String[]::new)
            : new String[] {};
    List<String> near = fields.nearest(word.text(), kind, positions);
    if (near.isEmpty() && kind.hasOwnColumns()) {
      return ofTheOtherKind(word);
    }
    if (near.isEmpty()) {
      return perhapsOfTheOtherKind(word);
    }
    return word.fault(
            line,
            "no field is called " + word.text(),
            "did you mean " + String.join(", ", near) + "? fields lists them all")
        .rightWith(fields.meant(word.text(), kind, positions));
  }

  private SyntaxException perhapsOfTheOtherKind(Word word) {
    SetKind other = kind == SetKind.OBSERVATIONS ? SetKind.PRODUCTS : SetKind.OBSERVATIONS;
    String near =
        fields
            .meant(word.text(), other)
            .map(name -> "did you mean " + name + ", a field of " + other.plural() + "? ")
            .orElse("");
    return word.fault(line, "no field is called " + word.text(), near + "fields lists them all");
  }

  private SyntaxException ofTheOtherKind(Word word) {
    if (kind.hasOwnColumns()) {
      List<String> own = fields.all(kind).stream().map(Field::name).limit(SHOWN).toList();
      return word.fault(
          line,
          (kind == SetKind.ROWS ? "these rows" : "these " + kind.plural())
              + " have no column "
              + word.text(),
          "they have " + String.join(", ", own) + "; " + wayToColumns());
    }
    if (kind == SetKind.OBSERVATIONS) {
      return word.fault(
          line,
          word.text() + " is a field of products, and these are observations",
          column
              ? "products lists the files of these observations, and they have it"
              : "search first, then products " + word.text() + "=…");
    }
    return word.fault(
        line,
        word.text() + " is a field of observations, and these are products",
        column
            ? "observations goes back to the observations, and they have it"
            : "give it to search, or observations goes back to the observations");
  }

  private String wayToColumns() {
    return switch (kind) {
      case DATASETS -> "datasets … --columns all fetches every column";
      case KEYWORDS -> "keywords … --columns all fetches every column";
      case CATALOG -> "catalog … --columns all fetches every column";
      default -> "sql can select it, undo goes back";
    };
  }
}
