package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session on a disk that fills up: a small file system in memory, mounted for one process. */
class FullDiskIT {
  private static final String MOUNT = "mount -t tmpfs -o size=$SIZE none \"$MASTSHELL_HOME\" && ";

  @TempDir Path folder;

  @BeforeEach
  void mayMount() throws Exception {
    Files.createDirectory(folder.resolve("mastshell-home"));
    assumeTrue(
        run("1m", "true").code() == 0, "this system lets nobody mount a file system of his own");
  }

  private PackagedProgram.Ended run(String size, String script)
      throws IOException, InterruptedException {
    return PackagedProgram.in(folder)
        .launchedBy("unshare", "-rm", "sh", "-c", MOUNT + script)
        .environment("SIZE", size)
        .environment("LAUNCHER", PackagedProgram.launcher().toString())
        .run();
  }

  private static String shell(String... lines) {
    return "printf '%s\\n' '"
        + String.join("' '", lines)
        + "' | \"$LAUNCHER\" --demo -i --rc /dev/null";
  }

  // From too small for any database to just too small for the second set.
  @ParameterizedTest
  @ValueSource(strings = {"8k", "40k", "64k", "80k", "100k", "120k"})
  void theWorkGoesOnAndItIsSaidOnce(String size) throws Exception {
    PackagedProgram.Ended ended =
        run(size, shell("search program=1073 filters=F277W", "products", "unique", "count"));
    ended.exits(0).prints("1457");
    assertThat(ended.err()).doesNotContain("damaged").doesNotContain("SQLITE");
    assertThat(ended.err().lines().filter(line -> line.startsWith("warning:")))
        .singleElement()
        .asString()
        .contains("the disk is full");
  }

  @Test
  void aSessionThatIsAskedForIsRefusedWithTheReason() throws Exception {
    run("40k", "\"$LAUNCHER\" --demo --no-rc --session lab -c results")
        .exits(1)
        .says("session lab cannot be opened: the disk is full", "make room on it");
  }

  @Test
  void whatWasKeptBeforeStaysAndWhereThereIsRoomAgainAllIsKept() throws Exception {
    String waits = "until grep -q 'not kept' \"$MASTSHELL_HOME/../out\"; do :; done; ";
    PackagedProgram.Ended ended =
        run(
            "300k",
            "{ echo 'search program=1073 filters=F277W'; echo 'name first'; "
                + "until [ -s \"$MASTSHELL_HOME/state/sessions/lab.db-wal\" ]; do :; done; "
                + "dd if=/dev/zero of=\"$MASTSHELL_HOME/filler\" bs=1k 2>/dev/null; "
                + "echo products; "
                + waits
                + "echo session; "
                + "until grep -q 'not on disk' \"$MASTSHELL_HOME/../out\"; do :; done; "
                + "rm \"$MASTSHELL_HOME/filler\"; echo unique; echo session; } "
                + "| \"$LAUNCHER\" --demo -i --rc /dev/null --session lab"
                + " >\"$MASTSHELL_HOME/../out\" 2>&1; "
                + "\"$LAUNCHER\" --demo --no-rc -q --format csv --session lab -c results");
    assertThat(ended.exits(0).out()).contains("1,first,", "products", "unique");
    assertThat(Files.readString(folder.resolve("out")))
        .contains("warning: the session is not kept: the disk is full")
        .contains("session lab · 2 sets · not on disk: the disk is full")
        .contains("session lab · 3 sets · on disk after each command");
  }

  @Test
  void aScriptWhoseNamedSessionIsNotOnDiskAtItsEndDoesNotSayDone() throws Exception {
    run(
            "300k",
            "{ echo 'search program=1073 filters=F277W'; "
                + waits("#1")
                + "dd if=/dev/zero of=\"$MASTSHELL_HOME/filler\" bs=1k 2>/dev/null; "
                + "echo products; } "
                + "| \"$LAUNCHER\" --demo --no-rc --session lab >\"$MASTSHELL_HOME/../out\" 2>&1")
        .exits(1);
    assertThat(Files.readString(folder.resolve("out")))
        .contains("warning: the session ends without being on disk");
  }

  /** With so many kB left the file of another session may be made or not, or be made in part. */
  @ParameterizedTest
  @ValueSource(ints = {0, 16, 40, 64, 90})
  void whatEarlierShellsLeftStays(int left) throws Exception {
    PackagedProgram.Ended ended =
        run(
            "400k",
            shell("search program=1073 filters=F277W", "name important", "pick 1-5")
                + "; dd if=/dev/zero of=\"$MASTSHELL_HOME/filler\" bs=1k 2>/dev/null; "
                + ("truncate -s -" + left + "k \"$MASTSHELL_HOME/filler\"; ")
                + shell("search program=1073 filters=F277W", "pick 1-3", "pick 1", "undo")
                + "; rm \"$MASTSHELL_HOME/filler\"; for name in last previous; do "
                + "\"$LAUNCHER\" --demo --no-rc -q --format csv --session $name -c results; done;"
                + "ls \"$MASTSHELL_HOME/state/sessions\"");
    assertThat(ended.exits(0).out())
        .contains("1,important,")
        .doesNotContain("last-2", "draft", "damaged");
    assertThat(ended.err().lines().filter(line -> line.startsWith("warning:")))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void whereThereIsRoomAgainANameThatWasRefusedIsFree() throws Exception {
    run(
            "300k",
            "{ echo 'search program=1073 filters=F277W'; "
                + waits("#1")
                + "dd if=/dev/zero of=\"$MASTSHELL_HOME/filler\" bs=1k 2>/dev/null; "
                + "echo 'session save lab'; "
                + waits("cannot be kept")
                + "rm \"$MASTSHELL_HOME/filler\"; echo 'session save lab'; } "
                + "| \"$LAUNCHER\" --demo -i --rc /dev/null --no-session"
                + " >\"$MASTSHELL_HOME/../out\" 2>&1; "
                + "\"$LAUNCHER\" --demo --no-rc -q --session lab -c count")
        .exits(0)
        .prints("12");
    assertThat(folder.resolve("out")).content().contains("session lab · 1 set · on disk");
  }

  @Test
  void cellsStayWhereTheSetThatBroughtThemIsDroppedForWantOfRoom() throws Exception {
    PackagedProgram.Ended ended =
        run(
            "300k",
            "{ echo 'search program=1073 filters=F277W'; "
                + waits("#1")
                + "dd if=/dev/zero of=\"$MASTSHELL_HOME/filler\" bs=1k 2>/dev/null; "
                + "echo 'pick 1-5'; "
                + waits("not kept")
                + "echo 'drop 1'; echo session; "
                + waits("1 set · not on disk")
                + "rm \"$MASTSHELL_HOME/filler\"; echo 'name few'; } "
                + "| \"$LAUNCHER\" --demo -i --rc /dev/null --session lab"
                + " >\"$MASTSHELL_HOME/../out\" 2>&1; "
                + "\"$LAUNCHER\" --demo --no-rc -q --format csv --session lab -c 'show obs_id'");
    assertThat(ended.exits(0).out().lines().filter(line -> line.contains("jw01073"))).hasSize(5);
  }

  private static String waits(String said) {
    return "until grep -q '" + said + "' \"$MASTSHELL_HOME/../out\"; do :; done; ";
  }
}
