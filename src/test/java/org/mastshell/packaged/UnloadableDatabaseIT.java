package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system that lets no library be unpacked: no sessions can be kept, all else works. */
class UnloadableDatabaseIT {
  @TempDir Path folder;

  private PackagedProgram program() {
    return PackagedProgram.in(folder)
        .environment("MASTSHELL_JAVA_OPTIONS", "-Dorg.sqlite.tmpdir=" + folder.resolve("missing"))
        .arguments("--demo", "--rc", "/dev/null");
  }

  @Test
  void theWorkGoesOnAndItIsSaidOnceWhatHelps() throws Exception {
    PackagedProgram.Ended ended =
        program()
            .arguments("-i")
            .typed("search program=1073 filters=F277W\npick 1-8\npick 1-3\ncount\n")
            .run()
            .exits(0)
            .prints("3")
            .says("SQLite cannot be loaded from ", "-Dorg.sqlite.tmpdir=FOLDER takes another");
    assertThat(
            ended.err().lines().filter(line -> line.contains("warning: the session is not kept")))
        .hasSize(1);
  }

  @Test
  void aSessionThatIsAskedForIsRefused() throws Exception {
    program()
        .arguments("--session", "lab", "-c", "count")
        .run()
        .exits(1)
        .says("session lab cannot be opened: SQLite cannot be loaded from ");
  }
}
