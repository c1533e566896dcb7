package org.mastshell.shell;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.mastshell.session.PrivateFolder;
import org.mastshell.store.FileLock;
import org.mastshell.store.StoreException;

/**
 * Makes the {@link StartArchive}, in a process of its own, in which the program itself is not run.
 * {@code MASTSHELL_START_ARCHIVE=make} makes the one beside the program, for all who start it; a
 * running program has one made in the person's cache.
 */
final class StartArchiveMaker {
  /** How many archives a cache keeps, of all programs and Javas: some 30 MB each. */
  private static final int KEPT = 4;

  private static final String WORK = "making";

  private final Path place;
  private final boolean asked;
  private final Path library;

  /**
   * @param place of the archive, as the launcher looks for it
   * @param asked whether a person or a build has asked for it, who waits, and wants a new one in
   *     any case
   * @param library the folder of the program's own jar, by which the place is named
   */
  StartArchiveMaker(Path place, boolean asked, Path library) {
    this.place = place;
    this.asked = asked;
    this.library = library;
  }

  /**
   * Makes the one that the launcher has asked for.
   *
   * @return why there is none; empty if there is
   */
  static Optional<String> make(Properties properties, Map<String, String> environment) {
    String classPath = properties.getProperty("java.class.path");
    Path library = Path.of(classPath.split(File.pathSeparator, 2)[0]).getParent();
    boolean asked = "make".equals(environment.get(StartArchive.VARIABLE));
    try {
      new StartArchiveMaker(Path.of(properties.getProperty(StartArchive.PLACE)), asked, library)
          .make();
      return Optional.empty();
    } catch (IOException | StoreException failed) {
      return Optional.of("no start archive was made: " + failed.getMessage());
    } catch (InterruptedException calledOff) {
      return Optional.of("no start archive was made");
    }
  }

  private void make() throws IOException, InterruptedException {
    root();
    if (asked) {
      Files.createDirectories(place.getParent());
    } else {
      PrivateFolder.make(place.getParent());
      if (StartArchive.isTried(place)) {
        return;
      }
    }
    FileTime before = changed();
    Optional<FileLock> free = FileLock.take(StartArchive.lock(place));
    if (free.isPresent()) {
      FileLock lock = free.orElseThrow();
      try (lock) {
        // Another process may have made it between the two lines above.
        if (before.equals(changed())) {
          makeAlone();
        }
      }
    } else if (asked) {
      throw new IOException("another process is about it");
    }
  }

  private void makeAlone() throws IOException, InterruptedException {
    tidy();
    Path work = Files.createTempDirectory(place.getParent(), WORK);
    try {
      name(training(work).make());
    } finally {
      remove(work);
    }
    forgetOthers(root());
  }

  private FileTime changed() {
    try {
      return Files.getLastModifiedTime(place);
    } catch (IOException missing) {
      return FileTime.fromMillis(0);
    }
  }

  private static TrainingRun training(Path work) {
    List<String> options =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> !option.startsWith("-Dmastshell."))
            .toList();
    return new TrainingRun(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        Runtime.version().feature(),
        options,
        System.getProperty("java.class.path"),
        work);
  }

  // Its size stands beside it, since Java would map one that was cut off, and fall over it. In the
  // moment between the two renames neither fits the other, and the launcher takes none.
  private void name(Path archive) throws IOException {
    Path size = archive.resolveSibling("size");
    Files.writeString(size, Files.size(archive) + "\n");
    for (Path file : List.of(size, archive)) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
    Files.move(size, sizeOf(place), StandardCopyOption.ATOMIC_MOVE);
    Files.move(archive, place, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path sizeOf(Path archive) {
    return archive.resolveSibling(archive.getFileName() + ".size");
  }

  // What a maker that was killed has left, and archives of earlier builds at this place.
  private void tidy() throws IOException {
    List<Path> ours = List.of(StartArchive.lock(place), place, sizeOf(place));
    try (Stream<Path> files = Files.list(place.getParent())) {
      for (Path file : files.filter(one -> !ours.contains(one)).toList()) {
        if (isMade(file) || file.getFileName().toString().startsWith(WORK)) {
          remove(file);
        }
      }
    }
  }

  // Archives of programs that are gone, and of many Javas, the oldest of them. Nothing is looked
  // at,
  // let alone removed, outside the folder of start archives, nor anything that was not made here.
  private void forgetOthers(Path root) throws IOException {
    List<Path> archives;
    try (Stream<Path> files = Files.walk(root)) {
      archives =
          files
              .filter(file -> isArchive(file) && !file.equals(place))
              .filter(file -> Files.exists(sizeOf(file)))
              .sorted(Comparator.comparing(StartArchiveMaker::age).reversed())
              .toList();
    }
    for (int i = 0; i < archives.size(); i++) {
      Path folder = archives.get(i).getParent();
      Path program = Path.of("/").resolve(root.relativize(folder).subpath(1, names(root, folder)));
      if (i >= KEPT - 1 || !Files.isDirectory(program)) {
        Files.deleteIfExists(archives.get(i));
        Files.deleteIfExists(sizeOf(archives.get(i)));
        Files.deleteIfExists(StartArchive.lock(archives.get(i)));
      }
    }
  }

  /**
   * The folder of all start archives.
   *
   * @throws IOException if the place is none for an archive of this program
   */
  private Path root() throws IOException {
    Path program = library.getRoot().relativize(library);
    Path folder = place.getParent();
    if (folder != null && folder.endsWith(program)) {
      Path root = folder;
      for (int level = 0; level <= program.getNameCount() && root != null; level++) {
        root = root.getParent();
      }
      if (root != null && root.endsWith(StartArchive.FOLDER)) {
        return root;
      }
    }
    throw new IOException(place + " is no place for one of this program");
  }

  private static int names(Path root, Path folder) {
    return folder.getNameCount() - root.getNameCount();
  }

  private static FileTime age(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  private static boolean isArchive(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".jsa") || name.endsWith(".aot"))
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isMade(Path file) {
    return isArchive(file) || file.getFileName().toString().endsWith(".size");
  }

  private static void remove(Path file) throws IOException {
    try (Stream<Path> all = Files.walk(file)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }
}
