package org.mastshell.packaged;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Scripts as the system runs them: by their first line, or through a pipe. */
@DisabledOnOs(OS.WINDOWS)
class ScriptIT {
  @TempDir Path folder;

  @Test
  void aFileWithOurNameInItsFirstLineIsACommand() throws Exception {
    Path script =
        script(
            "count of mine",
            "#!/usr/bin/env mastshell",
            "let filter=$2",
            "search program=$1 \\",
            "  filters=$filter",
            "if-empty stop \"nothing of $1 in $filter\"",
            "count");
    byPath(script, "1073", "F277W").run().exits(0).prints("12");
    byPath(script, "1073", "F 999; count").run().exits(0).prints("").says("in F 999; count");
    byPath(script, "1073").run().exits(2).says(script + ":2: error:", "argument 2");
  }

  @Test
  void aPipeIsAScript() throws Exception {
    PackagedProgram.in(folder)
        .launchedBy(
            "sh",
            "-c",
            "printf 'let f=F277W\\r\\nsearch program=1073 filters=$f\\r\\ncount\\nnonsense\\n'"
                + " | \"$0\" -q --demo --no-rc",
            PackagedProgram.launcher().toString())
        .run()
        .exits(2)
        .prints("12")
        .says("standard input:4: error: no command is called nonsense");
  }

  @Test
  void anInterruptionEndsAWatchWithItsCode() throws Exception {
    PackagedProgram.Running running =
        PackagedProgram.in(folder)
            .arguments("--no-rc", "--demo", "--session", "kept")
            .arguments("-c", "search program=1073 filters=F277W", "-c", "watch 1h refresh")
            .start();
    await().atMost(Duration.ofMinutes(1)).until(() -> running.err().contains("round 2 at "));
    running.signal("INT");
    running.end().exits(130).says("watched for 1 round");
    PackagedProgram.in(folder)
        .arguments("--no-rc", "--session", "kept", "-c", "count")
        .run()
        .exits(0)
        .prints("12");
  }

  // The first line has no room for options, so that a launcher on the way adds them.
  private PackagedProgram byPath(Path script, String... arguments) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path launcher = bin.resolve("mastshell");
    Files.deleteIfExists(launcher);
    Files.writeString(
        launcher, "#!/bin/sh\nexec '" + PackagedProgram.launcher() + "' --no-rc --demo \"$@\"\n");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    return PackagedProgram.in(folder)
        .launchedBy(script.toString())
        .arguments(arguments)
        .environment("PATH", bin + ":" + System.getenv("PATH"));
  }

  private Path script(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }
}
