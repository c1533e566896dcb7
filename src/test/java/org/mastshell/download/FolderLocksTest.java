package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Locks against other programs, while several downloads of this one use them. */
@Timeout(60)
class FolderLocksTest {
  @TempDir Path folder;

  @Test
  void theEndOfOneDownloadDoesNotGiveBackTheLocksOfAnother() throws Exception {
    try (FolderLocks running = FolderLocks.open(folder)) {
      FolderLocks.Held held = running.file("a.fits").orElseThrow();
      try (FolderLocks shorter = FolderLocks.open(folder)) {
        assertThat(shorter.file("a.fits")).isEmpty();
        shorter.file("b.fits").orElseThrow().release();
      }
      assertThat(anotherProgramMayWrite("a.fits")).isFalse();
      assertThat(anotherProgramMayWrite("b.fits")).isTrue();
      held.release();
      assertThat(anotherProgramMayWrite("a.fits")).isTrue();
    }
  }

  @Test
  void aFileThatIsStillWrittenIsHeldBeyondTheEndOfItsDownload() throws Exception {
    FolderLocks.Held writing;
    try (FolderLocks ended = FolderLocks.open(folder)) {
      writing = ended.file("a.fits").orElseThrow();
    }
    try (FolderLocks next = FolderLocks.open(folder)) {
      assertThat(next.file("a.fits")).isEmpty();
      assertThat(anotherProgramMayWrite("a.fits")).isFalse();
      writing.release();
      next.file("a.fits").orElseThrow().release();
    }
  }

  @Test
  void ofManyThatRaceForOneFileOneHasItAtATime() throws Exception {
    int racers = 8;
    int rounds = 200;
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger entered = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(racers);
    try {
      CyclicBarrier start = new CyclicBarrier(racers);
      List<Future<?>> ends = new ArrayList<>();
      for (int racer = 0; racer < racers; racer++) {
        ends.add(
            threads.submit(
                () -> {
                  start.await();
                  for (int round = 0; round < rounds; round++) {
                    // The channel is opened and closed anew by whoever comes first and goes last.
                    try (FolderLocks locks = FolderLocks.open(folder)) {
                      Optional<FolderLocks.Held> held = locks.file("a.fits");
                      if (held.isPresent()) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        entered.incrementAndGet();
                        inside.decrementAndGet();
                        held.get().release();
                      }
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get(50, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(most).hasValue(1);
    assertThat(entered.get()).isPositive();
    assertThat(anotherProgramMayWrite("a.fits")).isTrue();
  }

  @Test
  void whatIsClosedGivesNoMoreLocks() throws Exception {
    FolderLocks ended = FolderLocks.open(folder);
    ended.close();
    assertThat(ended.file("a.fits")).isEmpty();
  }

  private boolean anotherProgramMayWrite(String path) throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockProbe.class.getName(),
                folder.toString(),
                path)
            .inheritIO()
            .start();
    assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isIn(0, 3);
    return program.exitValue() == 0;
  }
}
