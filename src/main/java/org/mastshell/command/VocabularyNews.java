package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mastshell.output.Part;
import org.mastshell.table.ValueCounts.ValueCount;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;

/** Tells what an archive says that was not known before. */
final class VocabularyNews {
  private final ListedFields fields;
  private final KnownValues bundled;
  private final Optional<ArchiveWords> before;

  /**
   * @param before what it said the last time, if that is known
   */
  VocabularyNews(Fields fields, KnownValues bundled, Optional<ArchiveWords> before) {
    this.fields = new ListedFields(fields);
    this.bundled = bundled;
    this.before = before;
  }

  /** A table of its lists with what is new in each, and the sum of it. */
  List<Part> parts(ArchiveWords after, String host) {
    AnswerTable table =
        new AnswerTable()
            .text("field", "whose values they are")
            .whole("values", "that the archive lists")
            .whole("new", "values that were not known before")
            .text("which", "the new ones, the most frequent first");
    int values = 0;
    int news = 0;
    for (Map.Entry<String, List<ValueCount>> list : after.values().entrySet()) {
      List<String> unknown = unknown(fields.field(list.getKey()), list.getValue());
      table.row(list.getKey(), list.getValue().size(), unknown.size(), String.join(", ", unknown));
      values += list.getValue().size();
      news += unknown.size();
    }
    List<Part> parts = new ArrayList<>();
    parts.add(table.part());
    parts.add(
        new Part.Talk(
            String.format(
                Locale.ROOT,
                "%,d values of %d fields from %s, %,d of them new",
                values,
                after.values().size(),
                host,
                news)));
    List<String> columns = newColumns(after);
    if (!columns.isEmpty()) {
      parts.add(new Part.Talk("new fields: " + String.join(", ", columns)));
    }
    return parts;
  }

  private List<String> unknown(Field field, List<ValueCount> listed) {
    Set<String> known = new HashSet<>();
    bundled.of(field).forEach(value -> known.add(key(value.value())));
    before.ifPresent(words -> words.of(field).forEach(count -> known.add(key(count.value()))));
    return listed.stream()
        .map(ValueCount::value)
        .filter(value -> !value.isBlank() && !known.contains(key(value)))
        .toList();
  }

  private List<String> newColumns(ArchiveWords after) {
    Set<String> known = new HashSet<>();
    before.ifPresent(words -> words.columns().forEach(column -> known.add(column.name())));
    return fields.announced(after).stream().filter(name -> !known.contains(name)).toList();
  }

  private static String key(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}
