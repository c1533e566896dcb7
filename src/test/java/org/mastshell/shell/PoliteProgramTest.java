package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;

/** What downloads ask of an archive, all of one program together. */
class PoliteProgramTest extends DemoProgramTest {
  private static final String EIGHT = SEARCH + "; products 1 suffix=i2d visit=1,2; unique";
  private static final String DOWNLOADS = "/api/v0.1/Download/file";

  @Test
  void downloadsOfOneProgramShareWhatMayBeAskedAtOnce() throws Exception {
    CountDownLatch three = new CountDownLatch(3);
    try (FaultyArchive held = FaultyArchive.holding(archive.url(), DOWNLOADS, three)) {
      at(held)
          .command("set parallel 2; " + EIGHT)
          .command("download --background --dir a")
          .command("download --dir b")
          .run()
          .succeeds()
          .says("8 files fetched", "download 1 is done");
    }
    assertThat(three.getCount()).as("no third request came while two were under way").isPositive();
  }

  @Test
  void anArchiveThatAsksForALongRestIsLeftAloneAndThatIsSaid() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (FaultyArchive busy = FaultyArchive.busyFor(archive.url(), DOWNLOADS, "3600", asked)) {
      at(busy)
          .command("set parallel 2; " + EIGHT + "; download")
          .run()
          .exits(ExitCode.DOWNLOADS)
          .says("8 failed", "status 503", "asks to be left alone for 1 h", "resume 1");
      assertThat(asked.get()).as("no file more was asked for").isLessThanOrEqualTo(2);
    }
  }

  private AssertableProgram at(FaultyArchive faulty) {
    return AssertableProgram.in(folder).arguments("--server", faulty.url());
  }
}
