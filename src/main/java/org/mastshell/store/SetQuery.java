package org.mastshell.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.mastshell.store.SetQueryException.Reason;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.TableBuilder;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Asks a question in SQL of tables that are put into a database in memory, which is gone
 * afterwards. The statement can read those tables and nothing else: there is no file, no other
 * database can be attached, no library loaded, and nothing written once the tables are in.
 */
public final class SetQuery implements AutoCloseable {
  /** Cells that one insertion takes: more rows at once cost less each. */
  private static final int CELLS_AT_ONCE = 400;

  // A step may take as much memory as a value has.
  private static final int STEPS_BETWEEN_LOOKS = 1000;

  // Characters or bytes of a value, and of a pattern, which a hostile one could run for ages.
  private static final int LONGEST_VALUE = 1 << 24;
  private static final int LONGEST_PATTERN = 1000;

  private static final Pattern CODE =
      Pattern.compile("^\\[[A-Z_]+] *[^(]*\\((.*)\\)$", Pattern.DOTALL);

  private final Connection connection;
  private final BooleanSupplier stopped;
  private final MemoryTaken memory;
  private final List<String> columns = new ArrayList<>();

  private SetQuery(Connection connection, BooleanSupplier stopped, MemoryTaken memory) {
    this.connection = connection;
    this.stopped = stopped;
    this.memory = memory;
  }

  /**
   * A table that the statement can read.
   *
   * @param name by which it is named there
   * @param names of its columns; no two are the same, whatever the case; at least one
   * @param cells each column's
   * @param rows how many
   */
  public record Source(String name, List<String> names, List<Column> cells, int rows) {
    /** Keeps its own copies. */
    public Source {
      names = List.copyOf(names);
      cells = List.copyOf(cells);
    }
  }

  /**
   * What came of it.
   *
   * @param names of the columns, of which several may be the same
   * @param tables for each the name of the source whose column it is; empty for what was worked out
   * @param origins for each the name of that column in its source, whatever it is called here;
   *     empty for what was worked out
   * @param columns as many as names
   * @param rows how many
   */
  public record Answer(
      List<String> names,
      List<String> tables,
      List<String> origins,
      List<Column> columns,
      int rows) {
    /** Keeps its own copies. */
    public Answer {
      names = List.copyOf(names);
      tables = List.copyOf(tables);
      origins = List.copyOf(origins);
      columns = List.copyOf(columns);
    }
  }

  /**
   * Puts tables in. They, and what a statement sorts, may take as much memory as the program's own
   * objects may.
   *
   * @param sources no two of one name, whatever the case
   * @param stopped whether the work is called off; asked now and then, on this thread
   * @throws SetQueryException if it is called off, or takes too much
   */
  public static SetQuery over(List<Source> sources, BooleanSupplier stopped)
      throws SetQueryException {
    return over(sources, stopped, Runtime.getRuntime().maxMemory());
  }

  /**
   * Puts tables in.
   *
   * @param most bytes of memory that they and a statement may take
   */
  static SetQuery over(List<Source> sources, BooleanSupplier stopped, long most)
      throws SetQueryException {
    SetQuery query = null;
    try {
      query = new SetQuery(Database.inMemory(config()), stopped, new MemoryTaken(most));
      query.load(sources);
      return query;
    } catch (SQLException failure) {
      if (query != null) {
        query.close();
      }
      throw explained(failure);
    } catch (SetQueryException failure) {
      query.close();
      throw failure;
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.enableLoadExtension(false);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
    config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(LONGEST_VALUE));
    config.setPragma(
        SQLiteConfig.Pragma.LIMIT_LIKE_PATTERN_LENGTH, Integer.toString(LONGEST_PATTERN));
    return config;
  }

  private void load(List<Source> sources) throws SQLException, SetQueryException {
    Database.execute(connection, "PRAGMA journal_mode = OFF", "BEGIN");
    for (Source source : sources) {
      create(source);
      insert(source);
    }
    Database.execute(connection, "COMMIT", "PRAGMA query_only = ON", "PRAGMA trusted_schema = OFF");
  }

  private void create(Source source) throws SQLException {
    StringBuilder definitions = new StringBuilder();
    for (int i = 0; i < source.names().size(); i++) {
      definitions.append(i == 0 ? "" : ", ");
      definitions.append(TableDatabase.quoted(source.names().get(i))).append(' ');
      definitions.append(TableDatabase.typeWord(source.cells().get(i)));
      // The driver tells the declared type of a column that has another name in the answer, and
      // with it what stands in brackets, but not which column that was.
      columns.add(source.names().get(i));
      definitions.append('(').append(columns.size()).append(')');
    }
    Database.execute(
        connection,
        "CREATE TABLE " + TableDatabase.quoted(source.name()) + " (" + definitions + ")");
  }

  private void insert(Source source) throws SQLException, SetQueryException {
    int width = source.cells().size();
    int most = Math.max(1, CELLS_AT_ONCE / width);
    int row = 0;
    while (row < source.rows()) {
      int atOnce = Math.min(most, source.rows() - row);
      int last = row + (source.rows() - row) / atOnce * atOnce;
      try (PreparedStatement insert = connection.prepareStatement(insertion(source, atOnce))) {
        while (row < last) {
          requireWanted();
          int place = 1;
          for (int end = row + atOnce; row < end; row++) {
            for (Column cells : source.cells()) {
              TableDatabase.set(insert, place++, cells, row);
            }
          }
          insert.executeUpdate();
        }
      }
    }
  }

  private static String insertion(Source source, int rows) {
    String row = "(" + String.join(",", Collections.nCopies(source.cells().size(), "?")) + ")";
    return "INSERT INTO "
        + TableDatabase.quoted(source.name())
        + " VALUES "
        + String.join(",", Collections.nCopies(rows, row));
  }

  private void requireWanted() throws SetQueryException {
    if (memory.isTooMuch()) {
      throw tooLarge();
    }
    if (stopped.getAsBoolean()) {
      throw new SetQueryException(Reason.STOPPED, "it was called off", null);
    }
  }

  /**
   * Whether SQLite's parser finds fault with a text, and in which words.
   *
   * @return SQLite's message; empty if the text is right
   */
  public String faultOf(String statement) {
    try {
      connection.prepareStatement(statement).close();
      return "";
    } catch (SQLException fault) {
      return message(fault);
    }
  }

  /**
   * The rows that a statement gives.
   *
   * @param statement one that reads
   * @param most rows that are wanted
   * @throws SetQueryException if it gives none
   */
  public Answer ask(String statement, int most) throws SetQueryException {
    AtomicBoolean tooMuch = new AtomicBoolean();
    try {
      ProgressHandler.setHandler(
          connection,
          STEPS_BETWEEN_LOOKS,
          new ProgressHandler() {
            @Override
            protected int progress() {
              tooMuch.set(memory.isTooMuch());
              return tooMuch.get() || stopped.getAsBoolean() ? 1 : 0;
            }
          });
      try (Statement open = connection.createStatement();
          ResultSet rows = open.executeQuery(statement)) {
        return read(rows, most);
      } finally {
        ProgressHandler.clearHandler(connection);
      }
    } catch (SQLException failure) {
      // By now the memory is given back.
      if (tooMuch.get()) {
        throw tooLarge();
      }
      requireWanted();
      throw explained(failure);
    }
  }

  private SetQueryException tooLarge() {
    return new SetQueryException(
        Reason.TOO_LARGE, "it takes more than " + memory.most() + " of memory", null);
  }

  private Answer read(ResultSet rows, int most) throws SQLException, SetQueryException {
    ResultSetMetaData head = rows.getMetaData();
    int width = head.getColumnCount();
    List<String> names = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    List<String> origins = new ArrayList<>();
    List<Cells> cells = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      names.add(head.getColumnName(i));
      tables.add(Objects.requireNonNullElse(head.getTableName(i), ""));
      cells.add(new Cells(head.getColumnTypeName(i)));
      origins.add(tables.get(i - 1).isEmpty() ? "" : origin(head.getPrecision(i)));
    }
    int count = 0;
    while (rows.next()) {
      if (count++ == most) {
        throw new SetQueryException(
            Reason.TOO_MANY, String.format(Locale.ROOT, "it gives more than %,d rows", most), null);
      }
      if (count % 1000 == 0) {
        requireWanted();
      }
      for (int i = 0; i < width; i++) {
        cells.get(i).add(rows.getObject(i + 1));
      }
    }
    return new Answer(names, tables, origins, cells.stream().map(Cells::column).toList(), count);
  }

  private String origin(int number) {
    return number > 0 && number <= columns.size() ? columns.get(number - 1) : "";
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException leftOpen) {
      // Nobody else has it, and the memory is given back with the program.
      return;
    }
  }

  private static SetQueryException explained(SQLException failure) {
    Reason reason = Reason.FAULT;
    if (failure instanceof SQLiteException sqlite) {
      SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff);
      reason =
          switch (code) {
            case SQLITE_NOMEM, SQLITE_FULL, SQLITE_TOOBIG -> Reason.TOO_LARGE;
            case SQLITE_INTERRUPT -> Reason.STOPPED;
            default -> Reason.FAULT;
          };
    }
    return new SetQueryException(reason, message(failure), failure);
  }

  // The driver puts its own words for the code around those of SQLite.
  private static String message(SQLException failure) {
    String text = String.valueOf(failure.getMessage());
    var own = CODE.matcher(text);
    return own.matches() ? own.group(1) : text;
  }

  /** The cells of one column, whose type shows only in them where no table's column is meant. */
  private static final class Cells {
    private final boolean truths;
    private final ColumnType announced;
    private final TableBuilder builder = new TableBuilder();
    private int place = -1;

    Cells(String declared) {
      truths = declared.equals("BOOLEAN");
      announced =
          switch (declared) {
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            case "INTEGER" -> ColumnType.INTEGER;
            case "REAL" -> ColumnType.DECIMAL;
            default -> null;
          };
    }

    void add(Object cell) {
      if (cell != null && place < 0) {
        place = builder.column("", announced == null ? typeOf(cell) : announced);
      }
      if (cell instanceof Integer || cell instanceof Long) {
        long whole = ((Number) cell).longValue();
        if (truths && (whole == 0 || whole == 1)) {
          builder.set(place, whole == 1);
        } else {
          builder.set(place, whole);
        }
      } else if (cell instanceof Number number) {
        builder.set(place, number.doubleValue());
      } else if (cell instanceof byte[] bytes) {
        builder.setText(place, HexFormat.of().formatHex(bytes));
      } else if (cell != null) {
        builder.setText(place, cell.toString());
      }
      builder.endRow();
    }

    private static ColumnType typeOf(Object cell) {
      if (cell instanceof Integer || cell instanceof Long) {
        return ColumnType.INTEGER;
      }
      return cell instanceof Number ? ColumnType.DECIMAL : ColumnType.TEXT;
    }

    Column column() {
      if (place < 0) {
        builder.column("", announced == null ? ColumnType.TEXT : announced);
      }
      return builder.build().columnAt(0);
    }
  }
}
