package org.mastshell.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mastshell.shell.BenchShell;
import org.mastshell.table.Table;
import org.mastshell.terminal.Typing;

/** All workloads that run in processes of their own. */
final class Workloads {
  private static final Optional<Duration> COMPLETION = Optional.of(Duration.ofMillis(20));
  private static final Optional<Duration> KEY = Optional.of(Duration.ofMillis(2));
  private static final Optional<Duration> AT_ONCE = Optional.of(Duration.ofMillis(50));
  private static final int LINE = 500;

  // Of each row one cell of every column goes in, and one number comes out.
  private static final String LOADING = "sql SELECT count(*) FROM (SELECT * FROM obs)";

  private Workloads() {}

  /** Completions, which are measured at their first time too. */
  static List<Workload> completions() {
    return List.of(
        new Workload(
            "fields",
            "complete a field: search instr",
            COMPLETION,
            shell -> Typing.completing(shell.view(), "search instr")),
        known("known-all", "20,000 known values, all: target=", "search target="),
        known(
            "known-prefix", "20,000 known values, a beginning: target=ngc1", "search target=ngc1"),
        known("known-part", "20,000 known values, a part: target=offset", "search target=offset"),
        known(
            "known-error",
            "20,000 known values, mistyped: target=feild-00012",
            "search target=feild-00012"),
        rows("rows-few", "300,000 rows, 30 values: filters=", "filter filters="),
        rows("rows-part", "300,000 rows, 30 values, a part: filters=20", "filter filters=20"),
        rows("rows-many", "300,000 rows, 100,000 values: target=", "filter target="),
        rows(
            "rows-many-prefix",
            "300,000 rows, 100,000 values, a beginning: target=hd-1",
            "filter target=hd-1"));
  }

  /** Completions of what has not been counted yet, which happen but once. */
  static List<Workload> atOnce() {
    return List.of(
        new Workload(
            "rows-at-once",
            "300,000 rows, 100,000 values, while they are counted: target=",
            COMPLETION,
            shell -> {
              shell.add(LargeSet.observations());
              return Typing.completing(shell.view(), "filter target=");
            }));
  }

  /** What happens at every key, so that only many times count. */
  static List<Workload> keys() {
    return List.of(
        new Workload(
            "highlight",
            "highlight a line of 500 characters, a key",
            KEY,
            shell -> Typing.highlighting(shell.view(), longLine())),
        new Workload(
            "hint",
            "hint below a line of 500 characters, a key",
            KEY,
            shell -> Typing.hinting(shell.view(), longLine())));
  }

  /** What sessions and sets of 300,000 rows cost. */
  static List<Workload> sessions() {
    return List.of(
        new Workload(
            "session-keep",
            "300,000 rows: keep a session as a whole",
            Optional.empty(),
            shell -> LargeSession.keeping(shell.folder())),
        algebra("union", "union 1 2"),
        algebra("intersect", "intersect 1 2"),
        algebra("minus", "minus 1 2"),
        algebra("diff", "diff 1 2"));
  }

  /** What a set of 300,000 rows holds: every column, and the usual facets. */
  static List<Workload> understanding() {
    return List.of(
        looking("describe", "describe", false),
        looking("describe-part", "describe", true),
        looking("facets", "facets", false),
        looking("facets-part", "facets", true),
        looking("facets-many", "facets target_name --limit 20", false),
        looking("stats-all", "stats --all", false),
        looking("group", "group instrument_name filters --sum t_exptime", false),
        looking(
            "sql",
            "sql SELECT instrument_name, count(*) n, sum(t_exptime) FROM obs GROUP BY 1",
            false),
        looking("sql-load", LOADING, false),
        looking("sql-all", "sql SELECT * FROM obs", false));
  }

  private static Workload looking(String id, String line, boolean part) {
    return new Workload(
        id,
        (part ? "200,000 of 300,000 rows: " : "300,000 rows: ") + line,
        promise(line),
        shell -> {
          Table all = LargeSet.observations();
          int[] some = IntStream.range(0, all.size()).filter(row -> row % 3 != 0).toArray();
          shell.add(part ? all.select(some) : all);
          return () -> shell.run(line);
        });
  }

  private static Optional<Duration> promise(String line) {
    // Of a statement, the set's way into the database.
    return switch (line) {
      case "describe", "facets", "facets target_name --limit 20" -> AT_ONCE;
      case LOADING -> Optional.of(Duration.ofSeconds(1));
      default -> Optional.empty();
    };
  }

  /** What a person does with a set of 300,000 rows. */
  static List<Workload> rows() {
    return List.of(
        step("show", "show --limit 40", AT_ONCE),
        step("show-sorted", "show --limit 40 --sort -exptime", AT_ONCE),
        step("show-where", "show --limit 40 --where filters=F70W", AT_ONCE),
        step("sort", "sort -exptime", AT_ONCE),
        step("filter", "filter filters=F70W", AT_ONCE),
        step("unique", "unique", AT_ONCE),
        new Workload(
            "undo",
            "300,000 rows: undo",
            Optional.of(Duration.ofMillis(5)),
            shell -> {
              shell.add(LargeSet.observations());
              return after(shell, "filter filters=F70W", "undo");
            }),
        step("export", "export rows.csv --force", Optional.of(Duration.ofSeconds(1))));
  }

  // One that makes a set is taken back before it runs again.
  private static Workload step(String id, String line, Optional<Duration> target) {
    return new Workload(
        id,
        "300,000 rows: " + line,
        target,
        shell -> {
          shell.add(LargeSet.observations());
          return after(shell, "use 1", line);
        });
  }

  private static Task after(BenchShell shell, String before, String line) {
    return new Task() {
      @Override
      public void before() {
        shell.run(before);
      }

      @Override
      public Object run() {
        return shell.run(line);
      }
    };
  }

  // The second set is two thirds of the first.
  private static Workload algebra(String id, String line) {
    return new Workload(
        id,
        "300,000 rows and 200,000 of them: " + line,
        Optional.empty(),
        shell -> {
          Table all = LargeSet.observations();
          shell.add(all);
          int[] some = IntStream.range(0, all.size()).filter(row -> row % 3 != 0).toArray();
          shell.add(all.select(some));
          return () -> shell.run(line);
        });
  }

  static Workload byId(String id) {
    return Stream.of(completions(), atOnce(), keys(), sessions(), understanding(), rows())
        .flatMap(List::stream)
        .filter(workload -> workload.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Workload known(String id, String what, String line) {
    return new Workload(
        id,
        what,
        COMPLETION,
        shell -> {
          // Asks the archive for its values, as the person would who wants to see them.
          shell.run("values target_name");
          shell.view().lineBegins();
          return Typing.completing(shell.view(), line);
        });
  }

  private static Workload rows(String id, String what, String line) {
    return new Workload(
        id,
        what,
        COMPLETION,
        shell -> {
          shell.add(LargeSet.observations());
          shell.awaitCounts();
          return Typing.completing(shell.view(), line);
        });
  }

  // Criteria of every kind, one of them unknown, a list, quotes, a second command.
  private static String longLine() {
    StringBuilder line =
        new StringBuilder(
            "search mission=JWST program=1073 nosuch=3 target=\"NGC 104\" start=2022..2023 ");
    while (line.length() < LINE) {
      line.append("filters=F277W,F356W exptime>5min instrument_name=NIRCAM* ");
    }
    line.setLength(LINE - "; show --limit 40".length());
    return line + "; show --limit 40";
  }
}
