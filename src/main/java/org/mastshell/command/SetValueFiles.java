package org.mastshell.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mastshell.language.FileReference;
import org.mastshell.language.MissingFileException;
import org.mastshell.language.ValueFile;
import org.mastshell.language.ValueFiles;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.NearestWords;

/**
 * Sets in the place of files: {@code @stars} is the set of that name where there is one, {@code @3}
 * the one of that number, {@code @_} the current one, and anything else a file.
 */
public final class SetValueFiles implements ValueFiles {
  /** The word for the current set. */
  static final String CURRENT = "_";

  private static final Pattern NUMBER = Pattern.compile("#?\\d{1,9}");
  // A name with a dot is hardly that of a set.
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_-]*");

  private final ValueFiles files;
  private final Function<String, Optional<WorkingSet>> sets;
  private final Supplier<? extends Collection<String>> names;
  private final Fields fields;

  /**
   * @param files what is no set
   * @param sets the set of a word, if there is one
   * @param names the names of sets, of which a mistyped one may be near
   * @param fields what columns are called in the archive
   */
  public SetValueFiles(
      ValueFiles files,
      Function<String, Optional<WorkingSet>> sets,
      Supplier<? extends Collection<String>> names,
      Fields fields) {
    this.files = files;
    this.sets = sets;
    this.names = names;
    this.fields = fields;
  }

  /** The same where another set is the current one, and sets have other names. */
  static ValueFiles at(
      WorkingSet current, Map<String, WorkingSet> named, ValueFiles files, Fields fields) {
    return new SetValueFiles(
        files,
        word -> Optional.ofNullable(word.equals(CURRENT) ? current : named.get(word)),
        named::keySet,
        fields);
  }

  // What is typed without @ may well be a number; but a set and its column come before a file
  // whose name has a colon.
  @Override
  public boolean isFile(String path) {
    FileReference parts = FileReference.in(path);
    boolean column = parts.column().isPresent() && sets.apply(parts.path()).isPresent();
    return !column && files.isFile(path);
  }

  @Override
  public ValueFile open(String path) throws IOException {
    Optional<WorkingSet> set = sets.apply(path);
    if (set.isEmpty() && path.equals(CURRENT) && !files.isFile(path)) {
      throw new IOException("there is no set yet: search first");
    }
    return set.isPresent() ? new Rows(set.get(), fields) : file(path);
  }

  private ValueFile file(String path) throws IOException {
    try {
      return files.open(path);
    } catch (MissingFileException missing) {
      if (NUMBER.matcher(path).matches()) {
        throw missing.norSet("no set " + path, Optional.empty());
      }
      if (NAME.matcher(path).matches()) {
        throw missing.norSet("no set of that name", NearestWords.only(path, names.get()));
      }
      throw missing;
    }
  }

  /** A set as the command language sees a file. */
  private record Rows(WorkingSet set, Fields fields) implements ValueFile {
    @Override
    public String rowWord() {
      return "row";
    }

    @Override
    public boolean isTable() {
      return true;
    }

    @Override
    public boolean isEmptySet() {
      return set.table().isEmpty();
    }

    @Override
    public boolean hasHeader() {
      return true;
    }

    @Override
    public List<Column> columns() {
      Fields known = LiveFields.of(set, fields.ofArchive());
      List<Column> columns = new ArrayList<>();
      for (var info : set.table().columns()) {
        Field field = known.of(info.name(), set.kind());
        columns.add(new Column(info.name(), field.unit(), content(field)));
      }
      return columns;
    }

    // Catalogues call the place of a source by names of their own.
    private static String content(Field field) {
      return is(field, "ra") ? "pos.eq.ra" : is(field, "dec") ? "pos.eq.dec" : field.content();
    }

    private static boolean is(Field field, String word) {
      return field.name().equals(word) || field.aliases().contains(word);
    }

    @Override
    public ValueFile.Rows rows(List<Integer> columns) {
      Table table = set.table();
      List<org.mastshell.table.Column> cells = columns.stream().map(table::columnAt).toList();
      return new ValueFile.Rows(
          IntStream.range(0, table.size())
              .mapToObj(
                  row ->
                      new Row(
                          row + 1L,
                          cells.stream()
                              .map(column -> column.isMissing(row) ? "" : column.text(row))
                              .toList()))
              .toList(),
          0);
    }

    @Override
    public ValueFile.Rows lines() throws IOException {
      throw new IOException("a set has columns, not lines");
    }
  }
}
