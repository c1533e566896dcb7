package org.mastshell.shell;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.zip.CRC32;
import org.mastshell.store.PrivateFile;

/**
 * The libraries for the system itself that come packed in jars (of SQLite, JLine and JNA). Each of
 * them unpacks its own anew at each start, into the system's folder for temporary files, looks
 * through that for what was left behind, and leaves its own behind when the program is killed. Here
 * they are unpacked once, into the user's cache, where they are looked for first. Where that cannot
 * be, all is as it was.
 */
final class SystemLibraries {
  /** The folder's name, below the cache. */
  static final String FOLDER = "libraries";

  private static final int WRITTEN_BY_OTHERS = 0022;
  private static final long LEAST_ROOM = 64L << 20;

  // Others are left to the jars, which know more systems, but start a program to tell them apart.
  private static final Map<String, List<String>> PROCESSORS =
      Map.of(
          "amd64", List.of("x86_64", "x86_64", "linux-x86-64"),
          "aarch64", List.of("aarch64", "arm64", "linux-aarch64"));

  /**
   * One of them.
   *
   * @param jar how the name of its jar begins
   * @param resource in the jar; %s is the processor
   * @param property names the folder in which its jar looks for it first
   * @param other a person who sets this wants another place
   */
  private record Packed(String jar, String resource, String property, String other) {
    String fileName() {
      return resource.substring(resource.lastIndexOf('/') + 1);
    }
  }

  private static final List<Packed> ALL =
      List.of(
          new Packed(
              "sqlite-jdbc",
              "org/sqlite/native/Linux/%s/libsqlitejdbc.so",
              "org.sqlite.lib.path",
              "org.sqlite.tmpdir"),
          new Packed(
              "jline",
              "org/jline/nativ/Linux/%s/libjlinenative.so",
              "library.jline.path",
              "jline.tmpdir"),
          new Packed(
              "jna", "com/sun/jna/%s/libjnidispatch.so", "jna.boot.library.path", "jna.tmpdir"));

  private final Path folder;
  private final Properties properties;

  /**
   * @param folder for them; made when the first is unpacked
   * @param properties those of the virtual machine
   */
  SystemLibraries(Path folder, Properties properties) {
    this.folder = folder;
    this.properties = properties;
  }

  /**
   * Unpacks what is not there yet, and has them found. To be called before any is loaded. It is
   * part of each start, and so written without what is slow the first time: patterns, formats,
   * lambdas.
   */
  void provide() {
    List<String> processor = PROCESSORS.get(properties.getProperty("os.arch", ""));
    if (processor == null || !"Linux".equals(properties.getProperty("os.name"))) {
      return;
    }
    for (int i = 0; i < ALL.size(); i++) {
      Packed library = ALL.get(i);
      boolean chosen =
          properties.containsKey(library.property()) || properties.containsKey(library.other());
      String version = chosen ? "" : version(library.jar());
      if (!version.isEmpty()) {
        Path place = folder.resolve(version + "-" + properties.getProperty("os.arch"));
        if (provide(library.resource().replace("%s", processor.get(i)), place, library)) {
          properties.setProperty(library.property(), place.toString());
        }
      }
    }
  }

  private static boolean provide(String resource, Path place, Packed library) {
    Path file = place.resolve(library.fileName());
    try {
      if (isWhole(file)) {
        return true;
      }
      unpack(resource, file);
      return isWhole(file);
    } catch (IOException | SecurityException notHere) {
      return false;
    }
  }

  // The jar's name, which has its version in it: what another version brings has another folder.
  private String version(String jar) {
    String paths = properties.getProperty("java.class.path", "");
    int start = paths.indexOf(File.separator + jar + "-");
    while (start >= 0) {
      int from = start + 1;
      int end = paths.indexOf(".jar", from);
      if (end > 0 && Character.isDigit(paths.charAt(from + jar.length() + 1))) {
        String name = paths.substring(from, end);
        return name.indexOf(File.pathSeparatorChar) < 0 ? name : "";
      }
      start = paths.indexOf(File.separator + jar + "-", from);
    }
    return "";
  }

  // What somebody else could have put there, or written to, is never loaded; nor is what was cut or
  // damaged: it would take the program with it.
  private static boolean isWhole(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || !Files.isRegularFile(sumOf(file), LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Object me = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    return isMineAlone(file.getParent(), me)
        && isMineAlone(file, me)
        && Files.readString(sumOf(file)).equals(sum(Files.readAllBytes(file)));
  }

  private static boolean isMineAlone(Path file, Object me) throws IOException {
    Object mode = Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return mode instanceof Integer rights
        && (rights & WRITTEN_BY_OTHERS) == 0
        && Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(me);
  }

  private static Path sumOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".sum");
  }

  private static String sum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, bytes.length);
    return bytes.length + " " + Long.toHexString(sum.getValue());
  }

  // Two shells that do this at once write the same, each of them whole.
  private static void unpack(String resource, Path file) throws IOException {
    try (InputStream packed =
        SystemLibraries.class.getClassLoader().getResourceAsStream(resource)) {
      if (packed == null) {
        return;
      }
      Path place = PrivateFile.folder(file.getParent());
      // The last room of a disk is for the person's work.
      if (Files.getFileStore(place).getUsableSpace() < LEAST_ROOM) {
        return;
      }
      byte[] bytes = packed.readAllBytes();
      write(bytes, file);
      write(sum(bytes).getBytes(StandardCharsets.US_ASCII), sumOf(file));
    }
  }

  // Whatever stands in its place goes, with its rights; a link there is not followed.
  private static void write(byte[] bytes, Path file) throws IOException {
    Path draft = PrivateFile.create(file.resolveSibling("." + UUID.randomUUID() + ".part"));
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
