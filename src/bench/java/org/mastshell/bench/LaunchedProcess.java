package org.mastshell.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process that the packaged launcher starts as it starts the program, with its options and its
 * start archive, but with a main class of the benchmark. The launcher takes a script for Java,
 * which puts the classes of this process behind those of the program.
 */
final class LaunchedProcess {
  private static final String SCRIPT =
      """
      #!/bin/sh
      last=
      for argument do
        shift
        [ "$last" = -cp ] && argument=$argument:$BENCH_CLASSES
        [ "$last" = -cp-given ] && argument=$BENCH_MAIN
        case $last in -cp) last=-cp-given ;; *) last=$argument ;; esac
        set -- "$@" "$argument"
      done
      exec "$BENCH_JAVA" "$@"
      """;

  private final Path java;

  private LaunchedProcess(Path java) {
    this.java = java;
  }

  /**
   * Makes the script.
   *
   * @param folder an empty one, which has to stay
   */
  static LaunchedProcess in(Path folder) throws IOException {
    Path home = Path.of(System.getProperty("java.home"));
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(java, SCRIPT);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    // What the launcher reads of a Java stands beside it.
    Files.copy(home.resolve("release"), folder.resolve("release"));
    return new LaunchedProcess(java);
  }

  /**
   * Runs a main class to its end.
   *
   * @return what it wrote
   * @throws IOException if it could not be started, or ended with a code other than 0
   */
  String run(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PeerProcess.LAUNCHER));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder
        .environment()
        .putAll(
            Map.of(
                "MASTSHELL_JAVA", java.toString(),
                "MASTSHELL_START_ARCHIVE", "use",
                "BENCH_JAVA", System.getProperty("java.home") + "/bin/java",
                "BENCH_CLASSES", System.getProperty("java.class.path"),
                "BENCH_MAIN", main.getName()));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(main.getSimpleName() + " " + arguments.get(0) + " failed");
    }
    return output;
  }
}
