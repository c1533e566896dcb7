package org.mastshell.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The archive of loaded classes with which Java starts this program quickly, as the launcher looks
 * for it. Where it is missing, or Java has refused it, another process makes one for the next
 * start. None of this is ever said, waited for, or a reason to fail.
 */
final class StartArchive {
  /** Where the launcher wants an archive of the person's own; without it none is made. */
  static final String PLACE = "mastshell.start.archive";

  /** Says to the launcher what it is to do about the archive. */
  static final String VARIABLE = "MASTSHELL_START_ARCHIVE";

  /** That this process is to make it, and is nothing else. */
  static final String MAKE = "mastshell.start.make";

  /** The folder that holds them all, of a cache or of the program. */
  static final String FOLDER = "start";

  private static final String USED = "mastshell.start.used";
  private static final String LAUNCHER = "mastshell.launcher";

  /** How long a try that gave no archive is not repeated. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  // The token is not among them, nor options for Java that hold today alone.
  private static final Set<String> HANDED_ON = Set.of("PATH", "HOME", "LC_ALL", "LANG", "TMPDIR");

  private final Path place;
  private final boolean named;
  private final Path launcher;
  private final Map<String, String> environment;

  private StartArchive(Path place, boolean named, Path launcher, Map<String, String> environment) {
    this.place = place;
    this.named = named;
    this.launcher = launcher;
    this.environment = environment;
  }

  /**
   * Sees to it that the next start has one, on a thread of its own.
   *
   * @param properties what the launcher has said
   */
  static void provide(Properties properties, Map<String, String> environment) {
    String place = properties.getProperty(PLACE, "");
    String launcher = properties.getProperty(LAUNCHER, "");
    if (place.isEmpty() || launcher.isEmpty()) {
      return;
    }
    StartArchive archive =
        new StartArchive(
            Path.of(place).toAbsolutePath(),
            !properties.getProperty(USED, "").isEmpty(),
            Path.of(launcher),
            environment);
    Thread thread = new Thread(archive::makeIfNeeded, "start archive");
    thread.setDaemon(true);
    thread.start();
  }

  /** What one process that makes it has for itself; also says when that was tried. */
  static Path lock(Path place) {
    return place.resolveSibling("lock");
  }

  /** Whether it was tried so lately that another try would give the same. */
  static boolean isTried(Path place) {
    try {
      Instant tried = Files.getLastModifiedTime(lock(place)).toInstant();
      return tried.isAfter(Instant.now().minus(PATIENCE));
    } catch (IOException never) {
      return false;
    }
  }

  private void makeIfNeeded() {
    try {
      if (!serves() && !isTried(place) && canBeKept()) {
        startMaker();
      }
    } catch (IOException impossible) {
      // The next start is as slow as this one.
      return;
    }
  }

  // Another process would find out at each start that it has no place to put one.
  private boolean canBeKept() {
    Path folder = place.getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder != null && Files.isWritable(folder);
  }

  // With options of the person's own, Java may have reasons that another archive has as well.
  private boolean serves() throws IOException {
    return named
        && (!environment.getOrDefault("MASTSHELL_JAVA_OPTIONS", "").isBlank() || isMapped());
  }

  // Java says nowhere whether it has taken the archive; Linux does.
  private boolean isMapped() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    if (!Files.isReadable(maps)) {
      return true;
    }
    String name = place.toRealPath().toString();
    try (Stream<String> lines = Files.lines(maps)) {
      return lines.anyMatch(line -> line.endsWith(name));
    }
  }

  // A process that Java starts gets none of the files that are open here, so that neither a
  // terminal nor a pipe of a script waits for it.
  private void startMaker() throws IOException {
    ProcessBuilder maker =
        new ProcessBuilder(launcher.toString())
            .directory(new File("/"))
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    maker.environment().keySet().retainAll(HANDED_ON);
    maker.environment().put("JAVA_HOME", System.getProperty("java.home"));
    maker.environment().put(VARIABLE, place.toString());
    maker.start();
  }
}
