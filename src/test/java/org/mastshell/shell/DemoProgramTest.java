package org.mastshell.shell;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.demo.DemoArchive;

/** Base of tests that run the whole program against the embedded archive, in an empty folder. */
@ExtendWith(DemoServer.class)
abstract class DemoProgramTest {
  /** The tutorial's observations: 12 of JWST, NIRCam, level 3. */
  static final String SEARCH = "search mission=JWST program=1073 instrument=NIRCAM filters=F277W";

  @TempDir Path folder;
  DemoArchive archive;

  @BeforeEach
  void useArchive(DemoArchive started) {
    archive = started;
  }

  /** A program that asks the embedded archive. */
  AssertableProgram program() {
    return AssertableProgram.in(folder).arguments("--server", archive.url().toString());
  }

  /** A program that runs when all files of the test have been written long ago. */
  AssertableProgram laterProgram() {
    return program().at("2099-11-22T12:00:00Z");
  }

  /** Runs lines as a script. */
  AssertableProgram.Ended run(String... lines) {
    AssertableProgram program = program();
    for (String line : lines) {
      program.command(line);
    }
    return program.run();
  }

  /** Runs lines as a script whose data come in a format, with no talk. */
  AssertableProgram.Ended data(String format, String... lines) {
    AssertableProgram program = program().arguments("--quiet", "--format", format);
    for (String line : lines) {
      program.command(line);
    }
    return program.run().succeeds();
  }

  /** Types lines in a shell without a terminal. */
  AssertableProgram.Ended type(String... lines) {
    return program().arguments("-i").typed(lines).run();
  }
}
