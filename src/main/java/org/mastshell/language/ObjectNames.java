package org.mastshell.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads names of objects, typed or in files, outside of criteria. */
public final class ObjectNames {
  private ObjectNames() {}

  /**
   * The names, each once. A comma parts them, a blank does not: {@code M 101, eta Car, @more.txt}.
   *
   * @param words the words that a command was given, at least one
   * @param line the whole line
   * @param notes is told what was read from files, for people
   * @throws SyntaxException if a file cannot be read, or nothing stands between commas
   */
  public static List<String> read(
      List<Word> words, String line, ValueFiles files, List<String> notes) {
    Set<String> names = new LinkedHashSet<>();
    for (List<Word> pieces : parted(words, line)) {
      String text = pieces.stream().map(Word::text).collect(Collectors.joining(" "));
      add(names, new ValueText(line, pieces.get(0)).quoted(text), files, notes);
    }
    return List.copyOf(names);
  }

  /** Adds the name that a value is, or those in the file that it speaks of. */
  static void add(Set<String> names, ValueText value, ValueFiles files, List<String> notes) {
    if (FileReference.isOne(value)) {
      new FileValues(files, notes)
          .read(value, TargetFile.NAMES)
          .forEach(each -> names.add(each.text().text()));
    } else {
      names.add(value.text());
    }
  }

  // Options may stand among the words, so that a name need not be one piece of the line.
  private static List<List<Word>> parted(List<Word> words, String line) {
    List<List<Word>> names = new ArrayList<>();
    List<Word> current = new ArrayList<>();
    for (Word word : words) {
      QuotedText text = QuotedText.of(word.raw());
      int from = 0;
      for (int i = 0; i <= text.length(); i++) {
        boolean end = i == text.length();
        if (end || text.isBare(i, ',')) {
          int to = end ? word.raw().length() : text.offset(i);
          if (to > from) {
            current.add(word.part(from, to));
          }
          if (!end) {
            names.add(required(current, word, line));
            current = new ArrayList<>();
          }
          from = to + 1;
        }
      }
    }
    names.add(required(current, words.get(words.size() - 1), line));
    return names;
  }

  private static List<Word> required(List<Word> name, Word near, String line) {
    if (name.stream().allMatch(word -> word.text().isBlank())) {
      throw near.fault(line, "a name is missing beside the comma", "take the comma away");
    }
    return name;
  }
}
