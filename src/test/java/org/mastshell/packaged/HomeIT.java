package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the program's files go in the homes of accounts, and of those without one. */
@DisabledOnOs(OS.WINDOWS)
class HomeIT {
  private static final String NOBODY_KNOWN = "54321";

  @TempDir Path folder;

  private PackagedProgram asked() {
    return PackagedProgram.in(folder)
        .without("MASTSHELL_HOME")
        .without("XDG_STATE_HOME")
        .without("XDG_CACHE_HOME");
  }

  private static PackagedProgram working(PackagedProgram program) {
    return program.arguments(
        "--demo",
        "--session",
        "one",
        "-c",
        "search program=1073 --limit 1; export ~/g.csv",
        "-c",
        "count");
  }

  @Test
  void theHomeIsThatOfTheEnvironment() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Set<String> real = realOnes();
    working(asked().environment("HOME", home.toString())).run().exits(0).prints("1");
    assertThat(home.resolve("g.csv")).isRegularFile();
    assertThat(home.resolve(".local/state/mastshell/sessions/one.db")).isRegularFile();
    assertThat(home.resolve(".cache/mastshell")).isDirectory();
    assertThat(realOnes()).isEqualTo(real);
  }

  private static Set<String> realOnes() throws IOException {
    Path home = Path.of(System.getProperty("user.home"));
    try (Stream<Path> sessions =
        Stream.of("g.csv", ".local/state/mastshell/sessions/one.db").map(home::resolve)) {
      return sessions.filter(Files::exists).map(Path::toString).collect(Collectors.toSet());
    }
  }

  @Test
  void anAccountThatTheSystemDoesNotKnowHasTheHomeOfTheEnvironment() throws Exception {
    assumeTrue(mayBeAnother(), "only root can run a program as another account");
    Path home = open(folder.resolve("home"));
    Path where = open(folder.resolve("where"));
    working(asAnother(where).environment("HOME", home.toString())).run().exits(0).prints("1");
    assertThat(home.resolve("g.csv")).isRegularFile();
    assertThat(home.resolve(".local/state/mastshell/sessions/one.db")).isRegularFile();
    assertThat(where).isEmptyDirectory();
  }

  @Test
  void withoutAHomeNothingIsKeptAndThatIsSaid() throws Exception {
    assumeTrue(mayBeAnother(), "only root can run a program as another account");
    Path where = open(folder.resolve("where"));
    Path temporary = open(folder.resolve("temporary"));
    PackagedProgram program =
        asAnother(where)
            .environment("MASTSHELL_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary)
            .without("HOME");
    program
        .arguments("--demo", "--session", "one", "-c", "search program=1073 --limit 1; count")
        .arguments("-c", "export g.csv")
        .run()
        .exits(0)
        .says("there is no home folder", "MASTSHELL_HOME");
    try (Stream<Path> made = Files.list(where)) {
      assertThat(made).containsExactly(where.resolve("g.csv"));
    }
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.filter(one -> one.getFileName().toString().startsWith("mastshell")))
          .isEmpty();
    }
  }

  // Run where it can write, with its output going where the test can.
  private PackagedProgram asAnother(Path where) {
    String launch = "cd \"$0\" && exec \"$@\"";
    return asked()
        .launchedBy("setpriv", "--reuid", NOBODY_KNOWN, "--regid", NOBODY_KNOWN, "--clear-groups")
        .arguments("sh", "-c", launch, where.toString(), PackagedProgram.launcher().toString());
  }

  private Path open(Path made) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Files.setPosixFilePermissions(
        Files.createDirectories(made), PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private static boolean mayBeAnother() throws IOException {
    Object me = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    return me.equals(0) && Files.isExecutable(Path.of("/usr/bin/setpriv"));
  }
}
