package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mastshell.language.SqlText;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.store.SetQuery;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.IntegerColumn;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/**
 * The sets of a session as tables of a statement: which set a name stands for, and the columns of
 * it that the statement names.
 */
public final class SqlTables {
  private static final String CURRENT = "_";
  private static final String OBSERVATIONS = "obs";

  private final Session session;
  private final Fields fields;

  /**
   * @param session that has the sets
   * @param fields what columns are called
   */
  public SqlTables(Session session, Fields fields) {
    this.session = session;
    this.fields = fields;
  }

  /** The names that can be typed: {@code _ obs products}, those given, and {@code set3}. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    session.sets().stream().flatMap(set -> set.name().stream()).forEach(names::add);
    for (String usual : List.of(OBSERVATIONS, SetKind.PRODUCTS.plural(), CURRENT)) {
      if (names.stream().noneMatch(usual::equalsIgnoreCase) && find(usual).isPresent()) {
        names.add(usual);
      }
    }
    session.sets().forEach(set -> names.add("set" + set.number()));
    return names;
  }

  /** The set that a name stands for. */
  public Optional<WorkingSet> find(String name) {
    return named(name).or(() -> usual(name));
  }

  /** The set that a name would stand for were there no set that a person has called so. */
  Optional<WorkingSet> hiddenBy(String name) {
    return named(name).flatMap(set -> usual(name).filter(other -> other.number() != set.number()));
  }

  private Optional<WorkingSet> named(String name) {
    return session.sets().stream()
        .filter(set -> set.name().filter(name::equalsIgnoreCase).isPresent())
        .findFirst();
  }

  private Optional<WorkingSet> usual(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case CURRENT -> session.current();
      case OBSERVATIONS, "observations" -> observations();
      case "products" -> latest(SetKind.PRODUCTS);
      default -> numbered(name);
    };
  }

  // Rows of a question do not tell of which observations they are: the way to them does.
  private Optional<WorkingSet> observations() {
    return session.wayBack().stream()
        .flatMap(set -> observationsOf(set).stream())
        .findFirst()
        .or(() -> lastMade(SetKind.OBSERVATIONS));
  }

  private Optional<WorkingSet> observationsOf(WorkingSet set) {
    return set.kind() == SetKind.OBSERVATIONS
        ? Optional.of(set)
        : set.observations().flatMap(this::numbered);
  }

  private Optional<WorkingSet> latest(SetKind kind) {
    return session.wayBack().stream()
        .filter(set -> set.kind() == kind)
        .findFirst()
        .or(() -> lastMade(kind));
  }

  private Optional<WorkingSet> lastMade(SetKind kind) {
    return session.sets().stream().filter(set -> set.kind() == kind).reduce((one, next) -> next);
  }

  private Optional<WorkingSet> numbered(String name) {
    String digits = name.replaceFirst("(?i)^(set|#)", "");
    return session.sets().stream()
        .filter(set -> Integer.toString(set.number()).equals(digits))
        .findFirst();
  }

  private Optional<WorkingSet> numbered(int number) {
    return session.sets().stream().filter(set -> set.number() == number).findFirst();
  }

  // What the current set has of its own says nothing about another one.
  private Fields of(WorkingSet set) {
    return LiveFields.of(set, fields.ofArchive());
  }

  /** The names that can stand for columns of a set: its own, aliases, those read from names. */
  public List<String> columns(WorkingSet set) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<String> own = new ArrayList<>();
    for (ColumnInfo column : set.table().columns()) {
      if (names.add(column.name())) {
        own.add(column.name());
      }
    }
    for (Field field : of(set).all(set.kind())) {
      if (set.table().has(field.subject().source())) {
        List<String> words = new ArrayList<>(List.of(field.name()));
        words.addAll(field.aliases());
        words.stream().filter(names::add).forEach(own::add);
      }
    }
    return own;
  }

  /**
   * A set as a table of a statement, with the columns that it names; with all where it names all.
   *
   * @param name by which it is named
   */
  SetQuery.Source source(String name, WorkingSet set, SqlText statement) {
    Table table = set.table();
    List<String> names = new ArrayList<>();
    List<Column> cells = new ArrayList<>();
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    boolean all = statement.namesAllColumns();
    Fields own = of(set);
    for (int i = 0; i < table.columns().size(); i++) {
      String column = table.columns().get(i).name();
      if ((all || statement.names(column)) && taken.add(column)) {
        names.add(column);
        cells.add(table.columnAt(i));
      }
    }
    for (String word : added(set, statement)) {
      if (taken.add(word)) {
        names.add(word);
        cells.add(table.column(own.find(word, set.kind()).map(Field::subject).orElseThrow()));
      }
    }
    if (names.isEmpty()) {
      // A table without columns is none, and its rows may be counted.
      names.add(" ");
      cells.add(IntegerColumn.of(new long[table.size()]));
    }
    return new SetQuery.Source(name, names, cells, table.size());
  }

  /** The words of a statement that stand for columns which the set does not have by that name. */
  List<String> added(WorkingSet set, SqlText statement) {
    Table table = set.table();
    return columns(set).stream()
        .filter(word -> !table.has(word) && statement.names(word) && !statement.gives(word))
        .toList();
  }
}
