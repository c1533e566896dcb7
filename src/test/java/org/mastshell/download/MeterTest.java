package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mastshell.archive.Progress;

class MeterTest {

  private final AtomicLong now = new AtomicLong();

  @Test
  void saysFilesBytesAndNames() {
    Meter meter = meter(3, 3_000_000, 0);
    assertThat(meter.step()).isEqualTo(new Progress.Step(0, 3_000_000, "bytes", "0/3 files"));
    Flow first = meter.begin(file("a.fits", 1_000_000));
    first.received(500_000);
    assertThat(meter.step())
        .isEqualTo(new Progress.Step(500_000, 3_000_000, "bytes", "0/3 files · a.fits"));
    Flow second = meter.begin(file("b.fits", 1_000_000));
    assertThat(meter.step().detail()).matches("0/3 files · [ab]\\.fits \\+1");
    first.received(500_000);
    first.keep();
    first.close();
    second.close();
    meter.fileDone();
    assertThat(meter.step())
        .isEqualTo(new Progress.Step(1_000_000, 3_000_000, "bytes", "1/3 files"));
  }

  @Test
  void whatHasComeAndIsJudgedIsNotCountedAmongTheParallelOnes() {
    Meter meter = meter(3, 3_000_000, 0);
    Flow first = meter.begin(file("a.fits", 1_000_000));
    Flow second = meter.begin(file("b.fits", 1_000_000));
    meter.begin(file("c.fits", 1_000_000));
    first.arrived();
    assertThat(meter.step().detail()).matches("0/3 files · [bc]\\.fits \\+1");
    second.arrived();
    assertThat(meter.step().detail()).isEqualTo("0/3 files · c.fits");
  }

  @Test
  void takesTheStatedLengthForTheListedOneWhileATryLasts() {
    Meter meter = meter(1, 1_000_000, 0);
    Flow first = meter.begin(file("a.fits", 1_000_000));
    first.answered(4_000_000);
    first.received(1_000_000);
    assertThat(meter.step().total()).isEqualTo(4_000_000);
    first.close();
    assertThat(meter.step())
        .isEqualTo(new Progress.Step(1_000_000, 1_000_000, "bytes", "0/1 files"));
    Flow second = meter.begin(file("a.fits", 1_000_000));
    second.answered(4_000_000);
    second.begins(0);
    assertThat(meter.step().detail()).isEqualTo("0/1 files · a.fits · 1 begun anew");
    second.received(4_000_000);
    second.keep();
    second.close();
    assertThat(meter.step().done()).isEqualTo(meter.step().total()).isEqualTo(4_000_000);
  }

  @Test
  void whatIsListedWronglyOrLostDoesNotKeepTheBarFromItsEnd() {
    Meter meter = meter(2, 1_500_000, 0);
    Flow shorter = meter.begin(file("a.fits", 1_000_000));
    shorter.answered(-1);
    shorter.received(600_000);
    shorter.keep();
    shorter.close();
    meter.fileDone();
    meter.begin(file("b.fits", 500_000)).close();
    meter.fileLost(file("b.fits", 500_000));
    assertThat(meter.step())
        .isEqualTo(new Progress.Step(600_000, 600_000, "bytes", "2/2 files · 1 failed"));
  }

  @Test
  void countsFilesAndForetellsNothingWhileASizeIsNotKnown() {
    Meter meter = meter(2, 1_000_000, 1);
    Flow known = meter.begin(file("a.fits", 1_000_000));
    seconds(0, meter);
    known.received(50_000);
    seconds(5, meter);
    known.received(50_000);
    assertThat(seconds(5, meter))
        .isEqualTo(new Progress.Step(0, 2, "files", "100 kB so far · 10.0 kB/s · a.fits"));
    Flow unknown = meter.begin(file("b.fits", -1));
    unknown.answered(50_000);
    assertThat(meter.step().unit()).isEqualTo("bytes");
    assertThat(meter.step().secondsLeft()).isPositive();
    unknown.close();
    assertThat(meter.step().unit()).isEqualTo("files");
    meter.fileLost(file("b.fits", -1));
    assertThat(meter.step().unit()).isEqualTo("bytes");
  }

  @Test
  void theTimeLeftIsToldOnceTheRateIsKnownAndIsSteady() {
    Meter meter = meter(1, 10_000_000, 0);
    Flow flow = meter.begin(file("a.fits", 10_000_000));
    seconds(0, meter);
    for (int second = 1; second <= 40; second++) {
      // One second in four brings nothing: the rate of the moment jumps, the time left does not.
      flow.received(second % 4 == 0 ? 0 : 100_000);
      Progress.Step step = seconds(1, meter);
      if (second < 3) {
        assertThat(step.secondsLeft()).isEqualTo(-1);
      } else {
        long left = (10_000_000 - step.done()) / 75_000;
        assertThat((double) step.secondsLeft()).isBetween(left * 0.7, left * 1.3);
      }
    }
  }

  @Test
  void theRateIsOfAllThatCameAndABurstForetellsNothing() {
    Meter meter = meter(1, 1_000_000, 0);
    Flow flow = meter.begin(file("a.fits", 1_000_000));
    // Before anybody has looked.
    flow.received(70_000);
    for (int second = 1; second <= 12; second++) {
      flow.received(second == 1 ? 0 : 5_000);
      Progress.Step step = seconds(1, meter);
      if (second == 4) {
        assertThat(step.detail()).contains(Sizes.text((70_000 + 15_000) / 4) + "/s");
      }
      if (second <= 5) {
        assertThat(step.secondsLeft()).as("second " + second).isEqualTo(-1);
      }
      if (second > 8) {
        long left = (1_000_000 - step.done()) / 5_000;
        assertThat((double) step.secondsLeft()).isBetween(left * 0.7, left * 1.3);
      }
    }
  }

  @Test
  void onlyFilesThatAreToComeAreCounted() {
    Meter meter = meter(5, 1_000, 0);
    meter.notToCome();
    meter.notToCome();
    assertThat(meter.step()).isEqualTo(new Progress.Step(0, 1_000, "bytes", "0/3 files"));
  }

  @Test
  void aTransferThatStandsStillForetellsNothing() {
    Meter meter = meter(1, Long.MAX_VALUE, 0);
    Flow flow = meter.begin(file("a.fits", Long.MAX_VALUE));
    seconds(0, meter);
    assertThat(seconds(60, meter).secondsLeft()).isEqualTo(-1);
    flow.received(1);
    assertThat(seconds(60, meter).secondsLeft()).isEqualTo(-1);
  }

  private Progress.Step seconds(int more, Meter meter) {
    now.addAndGet(TimeUnit.SECONDS.toNanos(more));
    return meter.step();
  }

  @Test
  void saysForHowLongNothingHasCome() {
    Meter meter = meter(2, 2_000_000, 0);
    Flow first = meter.begin(file("a.fits", 1_000_000));
    Flow second = meter.begin(file("b.fits", 1_000_000));
    first.asks();
    second.asks();
    first.answered(1_000_000);
    first.received(1_000);
    now.addAndGet(TimeUnit.SECONDS.toNanos(4));
    assertThat(meter.step().pause()).isEmpty();
    now.addAndGet(TimeUnit.SECONDS.toNanos(36));
    assertThat(meter.step().pause()).isEqualTo("no bytes for 40 s");
    second.answered(1_000_000);
    second.received(1_000);
    assertThat(meter.step().pause()).as("one of them gets on").isEmpty();
  }

  private Meter meter(int files, long bytes, int unknown) {
    return new Meter(files, bytes, unknown, now::get);
  }

  @Test
  void endsATryOnlyWhenNoByteCameForTooLong() {
    Meter meter = meter(1, 0, 2);
    Flow waiting = meter.begin(file("a.fits", -1));
    Flow reading = meter.begin(file("b.fits", -1));
    reading.answered(-1);
    meter.endStalled(Duration.ofMinutes(1));
    assertThat(reading.isStalled()).isFalse();
    long later = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    waiting.endIfStalled(later, Duration.ofMinutes(1));
    reading.endIfStalled(later, Duration.ofMinutes(1));
    assertThat(waiting.isStalled()).isFalse();
    assertThat(reading.isStalled()).isTrue();
    assertThat(reading.cancellation().isCancelled()).isTrue();
  }

  private static PlannedFile file(String name, long listed) {
    FileToFetch file = new FileToFetch("mast:" + name, "JWST", "o", name, listed, false);
    return new PlannedFile(file, Path.of(name), PlannedFile.State.TO_FETCH, "", Standing.nothing());
  }
}
