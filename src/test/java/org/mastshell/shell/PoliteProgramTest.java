package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @Test
  void aLongRestHoldsForTheDownloadsToComeToo() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (FaultyArchive busy = FaultyArchive.busyFor(archive.url(), DOWNLOADS, "3600", asked)) {
      at(busy)
          .command("set parallel 1; " + EIGHT + "; download 1-2 --dir a --background")
          .command("download 3-4 --dir b --background")
          .run()
          .exits(ExitCode.DOWNLOADS)
          .says("resume 1", "resume 2", "not asked for: ", "asks to be left alone for 1 h");
      assertThat(asked.get()).as("requests of all downloads").isEqualTo(1);
    }
    try (FaultyArchive busy = FaultyArchive.busyFor(archive.url(), DOWNLOADS, "3600", asked)) {
      at(busy)
          .command("set parallel 1; set on_error continue; " + EIGHT)
          .command("download 1-2 --dir c")
          .command("download 3-4 --dir d")
          .run()
          .exits(ExitCode.DOWNLOADS)
          .says("not asked for: ", "asks to be left alone for 1 h");
      assertThat(asked.get()).as("requests of all downloads").isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 408, 429})
  void aRestOfManyYearsIsARestAndNoFaultOfTheProgram(int status) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (FaultyArchive busy =
        FaultyArchive.restingFor(archive.url(), DOWNLOADS, status, "2147483648", asked)) {
      at(busy)
          .command("set parallel 1; set retries 0; " + EIGHT + "; download 1-2")
          .run()
          .exits(ExitCode.DOWNLOADS)
          .says("2 failed", "status " + status, "asks to be left alone for 365 days", "resume 1");
    }
    try (FaultyArchive busy =
        FaultyArchive.restingFor(archive.url(), "/invoke", status, "2147483648", asked)) {
      at(busy)
          .command(SEARCH)
          .run()
          .exits(ExitCode.ARCHIVE)
          .says("status " + status, "asks to be left alone for 365 days");
    }
  }

  private AssertableProgram at(FaultyArchive faulty) {
    return AssertableProgram.in(folder).arguments("--server", faulty.url());
  }
}
