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
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    byte[] bytes = written(line).getBytes(StandardCharsets.UTF_8);
    FileChannel held = lockFile();
    // Where files cannot be locked a line is at least written in one piece.
    boolean unused = isLocked(held);
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), attributes())) {
      channel.write(ByteBuffer.wrap(bytes));
    } finally {
      held.close();
    }
  }

  /**
   * Puts a file with the newest lines, as many as it is to hold, in the place of this one; not
   * where it cannot be locked, since a line that another shell adds meanwhile would be lost.
   *
   * @return the lines that the file holds then
   */
  List<Line> cut() throws IOException {
    Path real = file.toRealPath();
    Path shorter = Files.createTempFile(real.getParent(), "history", ".new", attributes());
    FileChannel held = lockFile();
    try {
      boolean locked = isLocked(held);
      List<Line> lines = lines();
      if (!locked) {
        return lines;
      }
      List<Line> last = lines.subList(Math.max(0, lines.size() - most), lines.size());
      StringBuilder text = new StringBuilder();
      last.forEach(line -> text.append(written(line)));
      Files.writeString(shorter, text);
      // Without ATOMIC_MOVE there would be a moment without a file.
      Files.move(shorter, real, StandardCopyOption.ATOMIC_MOVE);
      return last;
    } finally {
      held.close();
      Files.deleteIfExists(shorter);
    }
  }

  // What is locked is a file beside it, since a cut puts another one in its place: a line that was
  // added between reading and moving would be gone. Closing the channel gives the lock back.
  private FileChannel lockFile() throws IOException {
    return FileChannel.open(
        file.resolveSibling(file.getFileName() + ".lock"),
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        attributes());
  }

  private static boolean isLocked(FileChannel channel) {
    try {
      return channel.lock().isValid();
    } catch (IOException | OverlappingFileLockException notHere) {
      return false;
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

  // Only a file of one's own: a link may lead to a device.
  private void close() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null && Files.isRegularFile(file)) {
      view.setPermissions(OWNER_ALONE);
    }
  }

  private FileAttribute<?>[] attributes() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
        : new FileAttribute<?>[0];
  }
}
