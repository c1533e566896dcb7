package org.mastshell.terminal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mastshell.session.PrivateFolder;

/**
 * The lines of a history on disk, each with its time, in a file that its owner alone can read.
 * Shells that run at the same time share it: each adds its lines at the end, and none is lost.
 */
final class HistoryFile {
  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;
  private final int most;

  /**
   * One line as it was typed.
   *
   * @param time when; to the millisecond
   */
  record Line(Instant time, String text) {}

  /**
   * @param file need not be there yet, nor its folder
   * @param most how many lines it holds; it grows by another quarter before it is cut
   */
  HistoryFile(Path file, int most) {
    this.file = file.toAbsolutePath();
    this.most = most;
  }

  Path path() {
    return file;
  }

  /**
   * The lines, the oldest first, at most as many as the file is to hold; what is no line of a
   * history is passed over. Closes the file to others, and makes its folder.
   *
   * @throws IOException if the file cannot be read, or no line could be added to it
   */
  List<Line> read() throws IOException {
    Path folder = PrivateFolder.make(file.getParent());
    if (!Files.isWritable(folder)) {
      throw new AccessDeniedException(folder.toString());
    }
    if (!Files.exists(file)) {
      return List.of();
    }
    close();
    List<Line> lines = lines();
    if (lines.size() > most + most / 4) {
      lines = cut();
    }
    return lines.size() > most ? lines.subList(lines.size() - most, lines.size()) : lines;
  }

  /**
   * Adds a line at the end.
   *
   * @throws IOException if it cannot be written
   */
  void append(Line line) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(written(line));
    boolean done = false;
    while (!done) {
      try (FileChannel channel = FileChannel.open(file, adding(), attributes())) {
        Object opened = identity();
        lock(channel);
        // Another shell may have put a shorter file in its place in the meantime.
        if (Objects.equals(opened, identity())) {
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
          done = true;
        }
      }
    }
  }

  // While the lock is held no other shell adds a line, which would go with the old file.
  private List<Line> cut() throws IOException {
    Path real = file.toRealPath();
    try (FileChannel channel = FileChannel.open(real, StandardOpenOption.WRITE)) {
      lock(channel);
      List<Line> lines = lines();
      List<Line> last = lines.subList(Math.max(0, lines.size() - most), lines.size());
      Path shorter = Files.createTempFile(real.getParent(), "history", ".new", attributes());
      try {
        StringBuilder text = new StringBuilder();
        last.forEach(line -> text.append(written(line)));
        Files.writeString(shorter, text);
        Files.move(shorter, real, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(shorter);
      }
      return last;
    }
  }

  private List<Line> lines() throws IOException {
    List<Line> lines = new ArrayList<>();
    // Not by a decoder that refuses: one bad byte is no reason to lose all lines.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    text.lines().forEach(line -> read(line).ifPresent(lines::add));
    return lines;
  }

  private static Optional<Line> read(String written) {
    int colon = written.indexOf(':');
    try {
      Instant time = Instant.ofEpochMilli(Long.parseLong(written.substring(0, Math.max(0, colon))));
      return Optional.of(new Line(time, unescaped(written.substring(colon + 1))));
    } catch (NumberFormatException | DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private static String written(Line line) {
    String text = line.text().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    return line.time().toEpochMilli() + ":" + text + "\n";
  }

  private static String unescaped(String written) {
    StringBuilder text = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '\\' && i + 1 < written.length()) {
        i++;
        char escaped = written.charAt(i);
        c = escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped;
      }
      text.append(c);
    }
    return text.toString();
  }

  // Where files cannot be locked a line is still written in one piece.
  private static void lock(FileChannel channel) {
    try {
      channel.lock();
    } catch (IOException | OverlappingFileLockException notHere) {
      return;
    }
  }

  private Object identity() throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  // Only a file of one's own: a link may lead to a device.
  private void close() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null && Files.isRegularFile(file)) {
      view.setPermissions(OWNER_ALONE);
    }
  }

  private static Set<StandardOpenOption> adding() {
    return Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private FileAttribute<?>[] attributes() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
        : new FileAttribute<?>[0];
  }
}
