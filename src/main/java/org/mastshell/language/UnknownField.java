package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.NearestWords;
import org.mastshell.vocabulary.SetKind;

/** Says why a word is no field of a kind of set, and which field may be meant. */
final class UnknownField {
  private final Fields fields;
  private final SetKind kind;
  private final String line;

  UnknownField(Fields fields, SetKind kind, String line) {
    this.fields = fields;
    this.kind = kind;
    this.line = line;
  }

  SyntaxException fault(Word word) {
    List<Field> elsewhere = fields.elsewhere(word.text(), kind);
    if (!elsewhere.isEmpty()) {
      return ofTheOtherKind(word);
    }
    List<String> near = new ArrayList<>(fields.nearest(word.text(), kind));
    if (kind == SetKind.OBSERVATIONS) {
      near.addAll(0, NearestWords.to(word.text(), PositionReader.words()));
    }
    String advice =
        near.isEmpty()
            ? "fields lists them all"
            : "did you mean " + String.join(", ", near) + "? fields lists them all";
    return word.fault(line, "no field is called " + word.text(), advice);
  }

  private SyntaxException ofTheOtherKind(Word word) {
    if (kind == SetKind.OBSERVATIONS) {
      return word.fault(
          line,
          word.text() + " is a field of products, and these are observations",
          "search first, then products " + word.text() + "=…");
    }
    return word.fault(
        line,
        word.text() + " is a field of observations, and these are products",
        "give it to search, or observations goes back to the observations");
  }
}
