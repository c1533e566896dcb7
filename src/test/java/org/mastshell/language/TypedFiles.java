package org.mastshell.language;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Files that a test writes down: tables where the name ends with {@code .csv}, commas between their
 * cells and units behind the names ({@code ra deg}); lines of text elsewhere.
 */
final class TypedFiles implements ValueFiles {
  private final Map<String, List<String>> files = new LinkedHashMap<>();

  /** There is no file at all. */
  static TypedFiles none() {
    return new TypedFiles();
  }

  /** The same with one more file. */
  TypedFiles with(String path, String... lines) {
    files.put(path, List.of(lines));
    return this;
  }

  @Override
  public boolean isFile(String path) {
    return files.containsKey(path);
  }

  @Override
  public ValueFile open(String path) throws IOException {
    if (!isFile(path)) {
      throw new IOException("there is no such file");
    }
    return new Text(files.get(path), path.endsWith(".csv"));
  }

  private record Text(List<String> texts, boolean isTable) implements ValueFile {
    @Override
    public String rowWord() {
      return "line";
    }

    @Override
    public boolean hasHeader() {
      return !texts.get(0).matches(".*\\d.*") || isTable;
    }

    @Override
    public List<Column> columns() {
      return cells(texts.get(0)).stream()
          .map(
              cell -> {
                String[] words = cell.split(" ", -1);
                return new Column(words[0], words.length > 1 ? words[1] : "", "");
              })
          .toList();
    }

    @Override
    public Rows rows(List<Integer> columns) {
      return new Rows(
          IntStream.range(1, texts.size())
              .mapToObj(
                  line -> {
                    List<String> cells = cells(texts.get(line));
                    return new Row(line + 1L, columns.stream().map(cells::get).toList());
                  })
              .toList(),
          0);
    }

    @Override
    public Rows lines() {
      List<Row> rows = new ArrayList<>();
      for (int line = 0; line < texts.size(); line++) {
        if (!texts.get(line).isBlank()) {
          rows.add(new Row(line + 1L, List.of(texts.get(line).strip())));
        }
      }
      return new Rows(rows, 0);
    }

    private static List<String> cells(String line) {
      return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }
  }
}
