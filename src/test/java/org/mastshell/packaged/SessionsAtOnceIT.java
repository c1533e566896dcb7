package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several shells, each a process of its own, and the sessions that they keep. */
class SessionsAtOnceIT {
  private static final Pattern PROMPT = Pattern.compile("mast(\\[[^]]*])?>");
  private static final String SEARCH = "search program=1073 filters=F277W";
  private static final int SHELLS = 5;

  @TempDir Path folder;

  /** A shell that is open, with a person who types slowly. */
  private record Shell(PackagedProgram.Running running, OutputStream in) {

    /** Types a line and waits until it is done. */
    void type(String line) throws IOException {
      int before = prompts();
      in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
      await().atMost(Duration.ofMinutes(1)).until(() -> prompts() > before || !isOpen());
    }

    int prompts() {
      return (int) PROMPT.matcher(running.out() + running.err()).results().count();
    }

    boolean isOpen() {
      return running.process().isAlive();
    }

    PackagedProgram.Ended leave() throws IOException, InterruptedException {
      in.close();
      return running.end();
    }
  }

  private Shell open(String... arguments) throws IOException {
    PackagedProgram.Running running =
        PackagedProgram.in(folder)
            .arguments("--demo", "-i", "--rc", "/dev/null")
            .arguments(arguments)
            .start();
    return new Shell(running, running.process().getOutputStream());
  }

  private List<Shell> openAll(String... arguments) throws IOException {
    List<Shell> shells = new ArrayList<>();
    for (int i = 0; i < SHELLS; i++) {
      shells.add(open(arguments));
    }
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> shells.stream().allMatch(shell -> shell.prompts() > 0 || !shell.isOpen()));
    return shells;
  }

  private PackagedProgram.Ended run(String... arguments) throws Exception {
    return PackagedProgram.in(folder)
        .arguments("--demo", "--no-rc", "-q", "--format", "csv")
        .arguments(arguments)
        .run();
  }

  /** The name of each session, and where it is open. */
  private List<String> listed() throws Exception {
    return run("-c", "session list")
        .exits(0)
        .out()
        .lines()
        .skip(1)
        .map(line -> line.replaceAll("^([^,]*,[^,]*),.*", "$1"))
        .toList();
  }

  @Test
  void aSessionStaysWithItsShellWhateverIsAskedOfIt() throws Exception {
    Shell shell = open("--session", "lab");
    shell.type(SEARCH);
    shell.type("session list");
    shell.type("session delete lab");
    shell.type("session load lab");

    run("--session", "lab", "-c", "count").exits(1).says("session lab is open in another shell");
    assertThat(listed()).containsExactly("lab,in another shell");
    shell.type("pick 1-3");
    shell.leave().exits(0);
    run("--session", "lab", "-c", "count").exits(0).prints("3");
    assertThat(listed()).containsExactly("lab,\"\"");
  }

  @Test
  void ofSeveralShellsOneHasTheSessionAndTheOthersAreTold() throws Exception {
    run("--session", "lab", "-c", SEARCH).exits(0);
    List<Shell> shells = openAll("--session", "lab");

    List<Shell> open = shells.stream().filter(Shell::isOpen).toList();
    assertThat(open).hasSize(1);
    for (Shell shell : shells) {
      if (!open.contains(shell)) {
        shell.running().end().exits(1).says("session lab is open in another shell");
      }
    }
    open.get(0).type("pick 1-4");
    open.get(0).leave().exits(0);
    run("--session", "lab", "-c", "count").exits(0).prints("4");
  }

  @Test
  void shellsWithoutANameKeepASessionEach() throws Exception {
    List<Shell> shells = openAll();
    for (int i = 0; i < SHELLS; i++) {
      shells.get(i).type(SEARCH);
      shells.get(i).type("pick 1-" + (i + 1));
    }
    assertThat(listed()).hasSize(SHELLS).allMatch(line -> line.endsWith(",in another shell"));
    for (Shell shell : shells) {
      shell.leave().exits(0);
    }
    List<String> counts = new ArrayList<>();
    for (String name : List.of("last", "last-2", "last-3", "last-4", "last-5")) {
      counts.add(run("--session", name, "-c", "count").exits(0).out().strip());
    }
    assertThat(counts).containsExactlyInAnyOrder("1", "2", "3", "4", "5");
  }
}
