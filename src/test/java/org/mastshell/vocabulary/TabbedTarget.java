package org.mastshell.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mastshell.fuzz.Claim;
import org.mastshell.fuzz.Target;

/** Vocabularies: a text has lines of so many cells or is refused, and every value is found. */
public final class TabbedTarget implements Target {
  private static final int MOST_CELLS = 9;

  @Override
  public void take(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int cells = 1 + Math.floorMod(input[0] - '1', MOST_CELLS);
    String text = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
    TabbedFile file;
    try {
      file = TabbedFile.parse(text, "x.tsv", cells);
    } catch (IllegalStateException refused) {
      Claim.that(refused.getMessage().contains("x.tsv has a line of "), "a refusal says why");
      return;
    }
    StringBuilder written = new StringBuilder("# date: " + file.date() + "\n");
    List<ValueList.Entry> entries = new ArrayList<>();
    for (List<String> row : file.rows()) {
      Claim.same(row.size(), cells, "as many cells as are asked for");
      written.append(
          String.join("\t", row.stream().map(cell -> cell.isEmpty() ? "-" : cell).toList()));
      written.append('\n');
      KnownValue value = new KnownValue(row.get(cells - 1), row.get(0), -1);
      entries.add(new ValueList.Entry(Set.of(row.get(0)), Set.of(row.get(cells / 2)), value));
    }
    Claim.same(TabbedFile.parse(written.toString(), "x.tsv", cells), file, "what was written");
    requireFound(new ValueList(file.date(), entries), entries);
  }

  private static void requireFound(ValueList list, List<ValueList.Entry> entries) {
    Claim.that(list.all().size() <= entries.size(), "each value once");
    for (ValueList.Entry entry : entries) {
      String value = entry.value().value();
      String found = list.find(value).orElseThrow().value();
      Claim.that(found.equalsIgnoreCase(value) || sameKey(found, value), "a value is found");
      Claim.that(list.all().stream().anyMatch(one -> one.value().equals(found)), "and listed");
      Claim.that(list.family(NamesWanted.family(value)).isPresent(), "a family is known");
    }
  }

  private static boolean sameKey(String one, String other) {
    return one.toLowerCase(java.util.Locale.ROOT).equals(other.toLowerCase(java.util.Locale.ROOT));
  }
}
