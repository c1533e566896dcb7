package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/** The clock is set, and the network goes and comes back, while a session lasts. */
class ChangedWorldTest {
  private static final String SEARCH = "search program=1073 filters=F277W";

  @TempDir Path folder;

  private AssertableProgram program(DemoArchive archive, String time) {
    return AssertableProgram.in(folder)
        .arguments("--server", archive.url().toString(), "--session", "long")
        .at(time);
  }

  @Test
  void aClockThatIsPutBackCostsNothing() throws Exception {
    try (DemoArchive archive = DemoArchive.start(DemoOptions.standard())) {
      program(archive, "2036-01-01T00:00:00Z")
          .command(SEARCH + "; products suffix=i2d obsnum=1; unique")
          .command("vocabulary refresh; searches save one; download")
          .run()
          .succeeds();
      program(archive, "2016-01-01T00:00:00Z")
          .command("verify; download; download --update; jobs; cache; session list; results")
          .command("count")
          .run()
          .succeeds()
          .says("13 files checked, 262 kB · 13 good", "0 files fetched, 0 B · 13 here already")
          .shows("\n13\n");
      int asked = archive.requests("/api/v0/invoke");
      program(archive, "2016-01-01T00:00:01Z")
          .command("searches run one; refresh; vocabulary")
          .run()
          .succeeds()
          .says("nothing new, gone or changed since 2016-01-01 00:00: still 13 products");
      // What is kept from a time that has not come is no newer than today's.
      assertThat(archive.requests("/api/v0/invoke")).isGreaterThan(asked);
    }
  }

  @Test
  void anArchiveThatWasAwayIsAskedAgain() throws Exception {
    DemoArchive archive = DemoArchive.start(DemoOptions.standard());
    int port = archive.url().getPort();
    try (PersonAtShell person = new PersonAtShell(folder, archive.url().toString())) {
      person.type("set retries 0");
      person.type(SEARCH);
      archive.close();
      assertThat(person.type("products")).contains("error: ").contains("127.0.0.1");
      assertThat(person.code()).isEqualTo(ExitCode.ARCHIVE);
      assertThat(person.type("count")).isEqualTo("12\n");
      try (DemoArchive back = DemoArchive.start(new DemoOptions(port, 0, Duration.ZERO, 0))) {
        assertThat(back.url()).isEqualTo(archive.url());
        person.type("products suffix=i2d obsnum=1; unique; download");
        assertThat(person.code()).isEqualTo(ExitCode.DONE);
        assertThat(person.type("verify")).contains("13 good");
      }
    }
  }
}
