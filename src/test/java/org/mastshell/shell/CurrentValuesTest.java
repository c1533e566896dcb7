package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.mastshell.command.LocalPaths;
import org.mastshell.command.SafeMode;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.RowValues;
import org.mastshell.session.Session;
import org.mastshell.session.Settings;
import org.mastshell.session.WorkingSet;
import org.mastshell.shell.CurrentValues.Wanted;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Subject;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

class CurrentValuesTest {
  private static final ArgumentSpec CRITERIA = new ArgumentSpec(true, false, false, List.of());

  private final Fields fields = Fields.bundled();
  private final Session session = new Session(Clock.systemUTC(), Settings.standard());
  private final CurrentValues values =
      new CurrentValues(
          () ->
              new CriteriaReader(
                  fields,
                  KnownValues.bundled(),
                  Clock.systemUTC(),
                  new LocalValueFiles(
                      new LocalPaths(Path.of(""), Optional.of(Path.of("")), SafeMode.off()),
                      () -> false)));

  private WorkingSet set(String... targets) {
    TableBuilder builder = new TableBuilder();
    int target = builder.column("target_name", ColumnType.TEXT);
    int level = builder.column("calib_level", ColumnType.INTEGER);
    for (int i = 0; i < targets.length; i++) {
      builder.set(target, targets[i]);
      builder.set(level, (long) i);
      builder.endRow();
    }
    return session.addFetched(builder.build(), "search");
  }

  private Field field(String name) {
    return fields.find(name, SetKind.OBSERVATIONS).orElseThrow();
  }

  private Wanted wanted(Field field, String... criteria) {
    return new Wanted(field, new Narrowing(CRITERIA, false, List.of(criteria), session.settings()));
  }

  private RowValues counted(WorkingSet set, Field field, String... criteria) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> values.of(set, wanted(field, criteria)), Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void whatIsAskedForIsCountedAndTheOtherCriteriaNarrowIt() {
    WorkingSet set = set("LMC", "LMC", "M 31");
    assertThat(counted(set, field("target")).count(0)).isEqualTo(2);
    assertThat(counted(set, field("target"), "level>0").count(0)).isEqualTo(1);
    assertThat(counted(set, field("target"), "level>0", "target!=LMC").value(0)).isEqualTo("M 31");
    assertThat(counted(set, field("target"), "level=", "nothing=1", "level=x").count(0))
        .isEqualTo(2);
  }

  @Test
  void anotherSetIsCountedAnew() {
    WorkingSet first = set("LMC");
    WorkingSet second = set("M 31");
    assertThat(counted(first, field("target")).value(0)).isEqualTo("LMC");
    assertThat(counted(second, field("target")).value(0)).isEqualTo("M 31");
    assertThat(values.known(first, wanted(field("target")))).isEmpty();
  }

  @Test
  void whatIsPreparedIsKnownWithoutBeingAskedFor() {
    WorkingSet set = set("LMC", "M 31");
    assertThat(values.known(set, wanted(field("level")))).isEmpty();
    values.prepare(set, List.of(wanted(field("target")), wanted(field("level"))));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> values.known(set, wanted(field("level"))), Optional::isPresent);
    assertThat(values.known(set, wanted(field("level"))).orElseThrow().highest()).isEqualTo(1);
    assertThat(values.known(set, wanted(field("filters")))).isEmpty();
  }

  /** A field that takes its time keeps nobody waiting, and other fields do not wait for it. */
  @Test
  void nobodyWaitsForALongCount() {
    CountDownLatch go = new CountDownLatch(1);
    Field slow =
        new Field(
            "slow",
            List.of(),
            Set.of(SetKind.OBSERVATIONS),
            ValueKind.TEXT,
            "",
            "",
            "",
            "",
            Subject.derived("slow", "target_name", text -> waited(go, text)));
    WorkingSet set = set("LMC", "M 31");
    values.prepare(set, List.of(wanted(slow), wanted(field("level"))));
    long start = System.nanoTime();
    assertThat(values.of(set, wanted(slow))).isEmpty();
    assertThat(values.known(set, wanted(slow))).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(counted(set, field("target")).size()).isEqualTo(2);
    go.countDown();
    assertThat(counted(set, slow).size()).isEqualTo(2);
  }

  private static String waited(CountDownLatch go, String text) {
    try {
      go.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return text;
  }
}
