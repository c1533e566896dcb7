package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mastshell.archive.Progress;

class MeterTest {

  @Test
  void saysFilesBytesAndNames() {
    Meter meter = new Meter(3, 3_000_000);
    assertThat(meter.step()).isEqualTo(new Progress.Step(0, 3, "files", "0.0 of 3.0 MB"));
    Flow first = meter.begin(file("a.fits", 1_000_000));
    first.received(500_000);
    assertThat(meter.step().detail()).isEqualTo("0.5 of 3.0 MB · a.fits");
    Flow second = meter.begin(file("b.fits", 1_000_000));
    assertThat(meter.step().detail()).startsWith("0.5 of 3.0 MB · ").endsWith(".fits +1");
    first.received(500_000);
    first.keep();
    first.close();
    second.close();
    meter.fileDone();
    assertThat(meter.step()).isEqualTo(new Progress.Step(1, 3, "files", "1.0 of 3.0 MB"));
  }

  @Test
  void takesTheStatedLengthForTheListedOneWhileATryLasts() {
    Meter meter = new Meter(1, 1_000_000);
    Flow first = meter.begin(file("a.fits", 1_000_000));
    first.begins(4_000_000, 0);
    first.received(1_000_000);
    assertThat(meter.step().detail()).startsWith("1.0 of 4.0 MB");
    first.close();
    assertThat(meter.step().detail()).startsWith("0.0 of 1.0 MB");
    Flow second = meter.begin(file("a.fits", 1_000_000));
    second.begins(4_000_000, 0);
    second.received(4_000_000);
    second.keep();
    second.close();
    assertThat(meter.step().detail()).startsWith("4.0 of 4.0 MB");
  }

  @Test
  void endsATryOnlyWhenNoByteCameForTooLong() {
    Meter meter = new Meter(1, 0);
    Flow waiting = meter.begin(file("a.fits", -1));
    Flow reading = meter.begin(file("b.fits", -1));
    reading.begins(-1, 0);
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
    return new PlannedFile(file, Path.of(name), PlannedFile.State.TO_FETCH, "");
  }
}
