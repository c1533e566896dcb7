package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
  @TempDir Path folder;

  private PackagedProgram program() {
    return PackagedProgram.in(folder).arguments("--no-rc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "xx_XX.UTF-8", "C.UTF-8"})
  void argumentsAndFileNamesKeepTheirLettersInAnyLocale(String locale) throws Exception {
    Path script = folder.resolve("größe von Ÿ.mast");
    Files.writeString(script, "count\n");
    program()
        .environment("LC_ALL", locale)
        .arguments("--demo", "--on-error", "continue")
        .arguments("-c", "search target=Ÿ --count", "-f", script.getFileName().toString())
        .run()
        .exits(1)
        .prints("0")
        .says("target_name=Ÿ", "größe von Ÿ.mast:1: error:");
  }

  @Test
  void aFolderThatIsGoneIsSaidInOneSentence() throws Exception {
    PackagedProgram.Ended ended =
        PackagedProgram.in(folder)
            .launchedBy(
                "/bin/sh",
                "-c",
                "mkdir gone; cd gone; rmdir ../gone; exec \"$0\" --no-rc -c help",
                PackagedProgram.launcher().toString())
            .run()
            .exits(1)
            .says(
                "mastshell: the folder that you are in is there no more: cd to another one first");
    assertThat(ended.err()).doesNotContain("java");
  }

  @Test
  void runsThroughLinksFromAFolderWithBlanksThatCannotBeWritten() throws Exception {
    Path moved = folder.resolve("a folder of mine");
    copy(PackagedProgram.home(), moved);
    assertThat(Files.isExecutable(moved.resolve("bin/mastshell"))).isTrue();
    writable(moved, false);
    try {
      Path links = Files.createDirectories(folder.resolve("some links"));
      Files.createSymbolicLink(links.resolve("absolute"), moved.resolve("bin/mastshell"));
      Files.createSymbolicLink(
          links.resolve("relative"), Path.of("..", "a folder of mine", "bin", "mastshell"));
      Files.createSymbolicLink(links.resolve("chain"), Path.of("relative"));
      List<String> ways =
          List.of(
              links.resolve("absolute").toString(),
              "some links/chain",
              "./a folder of mine/bin/mastshell");
      for (String way : ways) {
        program()
            .launchedBy(way, "--version")
            .environment("CDPATH", folder.resolve("some links").toString())
            .run()
            .exits(0)
            .saysNothing()
            .prints(PackagedProgram.in(folder).arguments("--version").run().out().strip());
      }
    } finally {
      writable(moved, true);
    }
  }

  @Test
  void withoutJavaItSaysWhatToDo() throws Exception {
    program()
        .environment("MASTSHELL_JAVA", folder.resolve("nothing/java").toString())
        .run()
        .exits(1)
        .prints("")
        .says("there is no Java", "nothing/java", "install a JDK 17 or later");
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : List.of("dirname", "readlink", "locale", "stty")) {
      Path script = tools.resolve(tool);
      Files.writeString(script, "#!/bin/sh\nexec " + tool(tool) + " \"$@\"\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
    program()
        .without("JAVA_HOME")
        .environment("PATH", tools.toString())
        .run()
        .exits(1)
        .says("there is no Java");
  }

  private static Path tool(String name) {
    return Stream.of("/usr/bin", "/bin")
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anOldJavaIsNamed() throws Exception {
    Path java = folder.resolve("jdk-11/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(folder.resolve("jdk-11/release"), "IMAGE=\"a\"\nJAVA_VERSION=\"11.0.2\"\n");
    Files.writeString(java, "#!/bin/sh\necho must not be run\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    program()
        .environment("JAVA_HOME", folder.resolve("jdk-11").toString())
        .run()
        .exits(1)
        .prints("")
        .says("Java 11.0.2 is too old", "JDK 17 or later");
  }

  @Test
  void theProcessIsJavaItself() throws Exception {
    PackagedProgram.Running running = program().start();
    try {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(running.process().info().command()).get().asString().endsWith("java"));
      assertThat(running.process().children()).isEmpty();
    } finally {
      running.process().getOutputStream().close();
      running.end().exits(0).prints("").saysNothing();
    }
  }

  @Test
  void aNewerJavaWarnsOfNothing() throws Exception {
    Optional<Path> java = PackagedProgram.newerJava();
    assumeTrue(java.isPresent(), "the system has no newer Java");
    program()
        .environment("JAVA_HOME", java.orElseThrow().toString())
        .arguments("-q", "--demo", "-c", "search program=1073 filters=F277W; count", "-c", "whoami")
        .run()
        .exits(0)
        .saysNothing();
  }

  @ParameterizedTest
  @CsvSource({
    "search colour=red, 2, no field is called colour",
    "serch mission=JWST, 2, did you mean search",
    "search start=2022-13-45, 2, 2022-13-45",
    "show, 1, search first",
    "login, 4, MAST_API_TOKEN",
    "set retries 0; search program=1073, 3, 127.0.0.1",
  })
  void failuresHaveTheirCodes(String line, int code, String message) throws Exception {
    PackagedProgram.Ended ended =
        program().arguments("--server", "http://127.0.0.1:1", "-c", line).run();
    ended.exits(code).prints("").says(message);
    assertThat(ended.err().lines().filter(said -> said.contains("error:"))).hasSize(1);
    assertThat(ended.err()).doesNotContain("\tat ").doesNotContain("Exception");
  }

  @Test
  void aScriptThatIsMissingIsAMatterOfUsage() throws Exception {
    program().arguments("-f", "no such.mast").run().exits(2).says("no such.mast");
    program().arguments("--no-such-option").run().exits(2).says("--no-such-option");
  }

  @Test
  void theTutorialRunsFromTheDistribution() throws Exception {
    PackagedProgram.Ended ended =
        program()
            .arguments(
                "--demo", "-f", PackagedProgram.home().resolve("docs/tutorial.mast").toString())
            .run()
            .exits(0);
    assertThat(ended.err()).doesNotContain("error:");
    try (Stream<Path> files = Files.walk(folder.resolve("mastDownload"))) {
      assertThat(files.map(Path::toString).filter(name -> name.endsWith(".fits"))).isNotEmpty();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(
            one,
            to.resolve(from.relativize(one).toString()),
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void writable(Path folder, boolean yes) throws IOException {
    String mode = yes ? "rwxr-xr-x" : "r-xr-xr-x";
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isDirectory).forEach(one -> chmod(one, mode));
    }
  }

  private static void chmod(Path path, String mode) {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
