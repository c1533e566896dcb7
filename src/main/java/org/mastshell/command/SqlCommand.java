package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mastshell.archive.CancelledException;
import org.mastshell.archive.Progress;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandLines;
import org.mastshell.language.SqlText;
import org.mastshell.language.SqlToken;
import org.mastshell.language.SqlWords;
import org.mastshell.language.SyntaxException;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.store.SetQuery;
import org.mastshell.store.SetQueryException;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.NearestWords;

/** Asks a question in SQL of the sets; its answer is a set. */
public final class SqlCommand implements ShellCommand {
  static final String NAME = "sql";
  private static final int MOST_ROWS = 1_000_000;

  // Names that read from the database itself, and not from a set.
  private static final Pattern INNER =
      Pattern.compile("(?i)(pragma_|sqlite_|dbstat|bytecode|tables_used).*");
  // Functions that reach beyond the statement.
  private static final List<String> FUNCTIONS = List.of("load_extension", "fts3_tokenizer");
  // What SQLite would take for nothing, without a word.
  private static final List<String> PLACEHOLDERS = List.of("?", ":", "@");

  private static final Pattern NEAR =
      Pattern.compile("near \"(.*)\": syntax error", Pattern.DOTALL);
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?:no such|ambiguous) (column|table|function)(?: name)?: (.*)", Pattern.DOTALL);

  private final Fields fields;
  private final Supplier<InnerLines> lines;

  /**
   * @param fields what columns are called
   * @param lines put in what variables stand for
   */
  public SqlCommand(Fields fields, Supplier<InnerLines> lines) {
    this.fields = fields;
    this.lines = lines;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        NAME,
        List.of(),
        Groups.SETS,
        "ask a question in SQL of the sets; the answer is a set",
        "SELECT …",
        """
        Each set is a table: obs the observations, products the products, _ the current set, \
        any other by its name or as set3 by its number. Columns are those of the set and the aliases \
        and fields read from names that fields lists (suffix, detector, visit). rowid is the row's \
        number. The language is SQLite's: 'text' in single quotes, "column" in double ones; text \
        compares with regard to case, LIKE without. The statement ends with the line, or at ; before \
        a blank; $NAME stands for a variable.

        Rows with dataURI are products, others with obsid observations, so that products, filter and \
        download go on with them; rows with mission_search or keyword_table, and the name of a \
        dataset or file beside it, are datasets or rows of keywords; any others are plain rows, which show, sort, filter, group, facets, \
        describe, plot hist and export take. A column without a name of its own gets one: count(*) is \
        count, sum(size) is sum_size; AS gives another. Kind and unit (dates, seconds, bytes) go with \
        the archive's own name of a column: under another one its values are plain numbers, in the \
        column's unit where it is a column as it stands, and nothing stands behind UNION, INTERSECT or \
        EXCEPT. What is worked out has no unit.

        It only reads, and only the sets: no file, no other database. Ctrl-C ends it, and more than \
        1,000,000 rows are refused: LIMIT takes fewer. refresh makes it anew.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(
            new Example("search program=1073 instrument=NIRCAM", "some observations"),
            new Example(
                "sql SELECT filters, count(*) n, sum(t_exptime) total FROM obs GROUP BY 1 ORDER BY n DESC",
                "how many, and how long, by filter"),
            new Example("sort -total", "rows like any others"),
            new Example(
                "sql SELECT * FROM obs WHERE t_exptime = (SELECT max(t_exptime) FROM obs)",
                "the longest: observations, so that products goes on"),
            new Example(
                "products; sql SELECT * FROM products WHERE suffix = 'i2d' LIMIT 5", "files"),
            new Example(
                "sql SELECT obs.filters, sum(size) FROM products JOIN obs ON parent_obsid = obs.obsid GROUP BY 1",
                "two sets at once")));
  }

  @Override
  public boolean takesCommands() {
    return true;
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (arguments.values().isEmpty()) {
      throw MissingWord.behind(
          arguments, "sql needs a statement", "sql SELECT count(*) FROM obs    help sql");
    }
    SqlText typed = SqlText.ofCommand(arguments.command());
    String name = arguments.command().name().raw();
    String command = name + typed.withVariables(this::value);
    SqlText statement = SqlText.of(command.substring(name.length()));
    Statement read = new Statement(command, name.length(), statement);
    read.requireReading();
    SqlTables tables = new SqlTables(work.session(), fields);
    List<WorkingSet> parents = new ArrayList<>();
    List<SetQuery.Source> sources = new ArrayList<>();
    Map<String, Set<String>> hidden = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Map<String, Map<String, String>> units = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<Part> misread = new ArrayList<>();
    for (String table : statement.tables()) {
      WorkingSet set = tables.find(table).orElseThrow(() -> read.noTable(table, tables, work));
      parents.add(set);
      tables.hiddenBy(table).ifPresent(other -> misread.add(notThat(table, set, other)));
      hidden.put(table, hidden(set, tables, statement));
      // Of several queries SQLite tells only whose columns those of the first are.
      units.put(table, statement.isCompound() ? Map.of() : new ColumnUnits(fields).of(set));
      sources.add(tables.source(table, set, statement));
    }
    OneArchive.require(parents);
    SetQuery.Answer answer = ask(sources, read, parents, tables, work);
    SqlAnswer rows =
        SqlAnswer.of(
            answer,
            (table, column) -> hidden.getOrDefault(table, Set.of()).contains(column),
            (table, column) ->
                units
                    .getOrDefault(table, Map.of())
                    .getOrDefault(column.toLowerCase(Locale.ROOT), ""),
            fields);
    WorkingSet set = work.session().addQueried(rows.kind(), rows.table(), command.strip(), parents);
    List<Part> parts = new ArrayList<>(List.of(SetLine.of(set)));
    parts.addAll(misread);
    rows.notes().forEach(note -> parts.add(new Part.Talk("  " + note)));
    return CommandResult.done(parts);
  }

  private static Part notThat(String table, WorkingSet set, WorkingSet other) {
    return new Part.Talk(
        "  " + table + " is the set of that name, " + brief(set) + ", not " + brief(other));
  }

  private static String brief(WorkingSet set) {
    return Counts.text(set.size()) + " " + set.kind().word(set.size()) + "   #" + set.number();
  }

  // A star means the columns that the set has, though others are there to be named.
  private static Set<String> hidden(WorkingSet set, SqlTables tables, SqlText statement) {
    Set<String> hidden = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    tables.added(set, statement).stream()
        .filter(word -> !statement.selects(word))
        .forEach(hidden::add);
    return hidden;
  }

  private String value(String variable) {
    String filled = lines.get().fill(variable);
    return CommandLines.split(filled).stream().findFirst().map(one -> one.name().text()).orElse("");
  }

  private static SetQuery.Answer ask(
      List<SetQuery.Source> sources,
      Statement read,
      List<WorkingSet> parents,
      SqlTables tables,
      Work work) {
    try (Watch watch = work.watch("asking");
        SetQuery query = SetQuery.over(sources, work.cancellation()::isCancelled)) {
      watch.update(new Progress.Step(0, 0, "rows", "Ctrl-C ends it"));
      try {
        return query.ask(read.statement().text(), MOST_ROWS);
      } catch (SetQueryException failure) {
        throw switch (failure.reason()) {
          case FAULT -> read.fault(failure.getMessage(), query, parents, tables);
          case TOO_MANY ->
              new CommandException(
                  ExitCode.FAILED,
                  "sql gives more than " + Counts.text(MOST_ROWS) + " rows",
                  "LIMIT 1000 at its end takes fewer; a join needs ON");
          case TOO_LARGE ->
              new CommandException(
                  ExitCode.FAILED,
                  "sql cannot hold this: " + failure.getMessage(),
                  "WHERE and LIMIT make it smaller");
          case STOPPED -> new CancelledException();
        };
      }
    } catch (SetQueryException notLoaded) {
      if (notLoaded.reason() == SetQueryException.Reason.STOPPED) {
        throw new CancelledException();
      }
      throw new CommandException(
          ExitCode.FAILED,
          "the sets cannot be put into the database: " + notLoaded.getMessage(),
          "a set with fewer columns may do: sql SELECT COLUMN, … FROM obs");
    }
  }

  /** A statement in its command, for messages that point into it. */
  private record Statement(String command, int offset, SqlText statement) {

    void requireReading() {
      List<SqlToken> tokens = statement.tokens();
      if (!statement.reads()) {
        SqlToken first = tokens.get(0);
        if (isStatement(first)) {
          throw at(
                  first,
                  "the statement stands between quotes, as a name or a text does",
                  "without quotes: " + NAME + " " + first.name())
              .rightWith(first.name());
        }
        throw at(
            first,
            "sql only reads, and " + first.name() + " is no statement that does",
            "it begins with SELECT, WITH or VALUES: help sql");
      }
      for (SqlToken token : tokens) {
        if (token.kind() == SqlToken.Kind.OPEN) {
          throw at(token, "a quote or a comment is not closed", "close it");
        }
        if (token.is(";") && token.end() < tokens.get(tokens.size() - 1).end()) {
          throw at(token, "sql takes one statement", "; before a blank begins another command");
        }
        if (writes(token)) {
          throw at(token, "sql only reads", "results lists the sets; drop forgets one");
        }
        if (token.isOne(PLACEHOLDERS)) {
          throw at(
              token,
              "sql has no placeholders",
              "let pid=1073 makes a variable, and $pid stands for it; text stands in single quotes");
        }
        if (isInner(token)) {
          throw at(
              token,
              token.name() + " tells of the database, and sql reads sets and nothing else",
              "tables are sets: results lists them");
        }
      }
    }

    private static boolean isStatement(SqlToken token) {
      boolean quoted = token.kind() == SqlToken.Kind.QUOTED || token.kind() == SqlToken.Kind.TEXT;
      return quoted && SqlText.of(token.name()).reads();
    }

    // Behind a WITH another statement may stand than one that reads.
    private boolean writes(SqlToken token) {
      return List.of("INSERT", "DELETE", "UPDATE").stream().anyMatch(token::is)
          && statement.tokens().get(0).is("WITH");
    }

    private static boolean isInner(SqlToken token) {
      boolean name = token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED;
      return name
          && (INNER.matcher(token.name()).matches()
              || FUNCTIONS.stream().anyMatch(token.name()::equalsIgnoreCase));
    }

    SyntaxException noTable(String name, SqlTables tables, Work work) {
      List<String> known = tables.names();
      Optional<SyntaxException> unquoted =
          known.stream().flatMap(one -> unquoted(name, one).stream()).findFirst();
      if (unquoted.isPresent()) {
        return unquoted.get();
      }
      Optional<String> meant = NearestWords.only(name, known);
      SyntaxException fault =
          at(
              first(name, 0),
              work.session().sets().isEmpty() ? "there is no set yet" : "no set is called " + name,
              work.session().sets().isEmpty()
                  ? "search first"
                  : meant.map(near -> "did you mean " + near + "? ").orElse("")
                      + "there are "
                      + String.join(", ", known.subList(0, Math.min(8, known.size()))));
      return fault.rightWith(meant.map(SqlWords::name));
    }

    // A name with signs that SQL takes for the end of one.
    private Optional<SyntaxException> unquoted(String name, String known) {
      String quoted = SqlWords.name(known);
      return statement.tableTokens().stream()
          .filter(token -> token.name().equalsIgnoreCase(name) && known.length() > name.length())
          .filter(
              token ->
                  statement.text().regionMatches(true, token.start(), known, 0, known.length()))
          .findFirst()
          .map(
              token ->
                  new SyntaxException(
                          known + " has signs that SQL reads otherwise",
                          command,
                          offset + token.start(),
                          offset + token.start() + known.length(),
                          "it stands in double quotes: " + quoted)
                      .rightWith(quoted));
    }

    SyntaxException fault(
        String message, SetQuery query, List<WorkingSet> parents, SqlTables tables) {
      Matcher near = NEAR.matcher(message);
      if (near.matches()) {
        return at(
            syntax(near.group(1), query), "SQL does not go on like this", "help sql has examples");
      }
      Matcher unknown = NO_NAME.matcher(message);
      if (!unknown.matches()) {
        boolean end = message.equals("incomplete input");
        SqlToken last = statement.tokens().get(statement.tokens().size() - 1);
        return end
            ? at(last, "the statement is not complete", "help sql has examples")
            : at(statement.tokens().get(0), "SQLite says: " + message, "help sql has examples");
      }
      String name = unknown.group(2);
      String simple = name.substring(name.lastIndexOf('.') + 1);
      SqlToken token = first(simple, 0);
      if (message.startsWith("ambiguous")) {
        return at(
            token,
            "several tables have " + simple,
            "put the table before it: " + statement.tables().get(0) + "." + simple);
      }
      if (!unknown.group(1).equals("column")) {
        return at(token, "SQLite has no " + unknown.group(1) + " " + name, "help sql");
      }
      List<String> columns =
          parents.stream().flatMap(set -> tables.columns(set).stream()).distinct().toList();
      if (columns.stream().anyMatch(simple::equalsIgnoreCase) && !simple.equals(name)) {
        String table = name.substring(0, name.length() - simple.length() - 1);
        return at(
            first(table, 0),
            table + " is no table here with a column " + simple,
            "a table that has another name behind it (FROM obs o) is called by that: o." + simple);
      }
      Optional<String> meant = NearestWords.only(simple, columns);
      return at(
              token,
              "no column is called " + simple,
              meant.map(one -> "did you mean " + one + "? ").orElse("")
                  + "describe lists those of the current set; text stands in single quotes")
          .rightWith(meant.map(SqlWords::name));
    }

    // The parser stops at the first word that does not fit, of several that are the same.
    private SqlToken syntax(String word, SetQuery query) {
      for (SqlToken token : statement.tokens()) {
        String raw = statement.text().substring(token.start(), token.end());
        if (raw.equals(word)
            && query.faultOf(statement.text().substring(0, token.end())).startsWith("near ")) {
          return token;
        }
      }
      return first(word, 0);
    }

    private SqlToken first(String name, int otherwise) {
      return statement.tokens().stream()
          .filter(token -> token.name().equalsIgnoreCase(name))
          .findFirst()
          .orElse(statement.tokens().get(otherwise));
    }

    private SyntaxException at(SqlToken token, String message, String advice) {
      return new SyntaxException(
          message, command, offset + token.start(), offset + token.end(), advice);
    }
  }
}
