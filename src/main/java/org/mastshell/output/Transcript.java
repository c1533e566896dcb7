package org.mastshell.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What was typed and shown, in a file, without what only a screen needs: colours, and progress that
 * is drawn over. It is on disk after each command. Where it cannot be written it ends, and says why
 * once; nothing else fails because of it. Safe for use by several threads.
 */
public final class Transcript {
  private static final String REMARK = "# ";

  private final UnaryOperator<String> kept;
  private Optional<Path> file = Optional.empty();
  private Writer writer = Writer.nullWriter();
  private final ScreenText line = new ScreenText();
  private Optional<String> trouble = Optional.empty();

  /**
   * @param kept gives what is kept of a line: what is secret in it must not be
   */
  public Transcript(UnaryOperator<String> kept) {
    this.kept = kept;
  }

  /** The file that it is written to, while it is. */
  public synchronized Optional<Path> file() {
    return file;
  }

  /**
   * Begins to write behind what is in a file, in place of the one written so far. A file that is
   * made for it can be read by its owner alone.
   *
   * @param remark first line, such as when it begins
   * @throws IOException if the file cannot be written; the one before goes on
   */
  public synchronized void begin(Path target, String remark) throws IOException {
    Writer opened = open(target);
    try {
      opened.write(REMARK + remark + "\n");
      opened.flush();
    } catch (IOException refused) {
      closeQuietly(opened);
      throw refused;
    }
    end("goes on in another file");
    writer = opened;
    file = Optional.of(target);
  }

  /** Ends it, if it is on. */
  public synchronized void end(String remark) {
    if (file.isPresent()) {
      finishLine();
      write(REMARK + remark + "\n");
      flush();
      stop();
    }
  }

  /** Takes a line that was typed, or read from a script. */
  public synchronized void typed(String prompt, String typed) {
    finishLine();
    write(prompt + CleanText.oneLine(typed) + "\n");
    flush();
  }

  /** Takes what is shown on a screen; lines may come in pieces. */
  public synchronized void shown(CharSequence text) {
    if (file.isPresent()) {
      for (int i = 0; i < text.length(); i++) {
        line.add(text.charAt(i)).ifPresent(whole -> write(whole + "\n"));
      }
    }
  }

  /** Puts what there is on disk. */
  public synchronized void flush() {
    try {
      writer.flush();
    } catch (IOException refused) {
      failed(refused);
    }
  }

  /** Why it ended by itself, if it did since this was last asked. */
  public synchronized Optional<String> takeTrouble() {
    Optional<String> taken = trouble;
    trouble = Optional.empty();
    return taken;
  }

  private void finishLine() {
    String rest = line.take();
    if (!rest.isEmpty()) {
      write(rest + "\n");
    }
  }

  private void write(String text) {
    try {
      writer.write(kept.apply(text));
    } catch (IOException refused) {
      failed(refused);
    }
  }

  private void failed(IOException refused) {
    Path ended = file.orElse(null);
    stop();
    trouble = Optional.of("the log " + ended + " has ended: " + reason(refused));
  }

  private void stop() {
    closeQuietly(writer);
    writer = Writer.nullWriter();
    file = Optional.empty();
    line.take();
  }

  /** What the system says of a failure, without the name of the file. */
  public static String reason(IOException refused) {
    if (refused instanceof NoSuchFileException missing) {
      Path folder = Path.of(missing.getFile()).getParent();
      // A folder of the system, such as /proc, is there and takes no files.
      return folder != null && Files.isDirectory(folder)
          ? "no file can be made in " + folder
          : "there is no folder " + folder;
    }
    if (refused instanceof AccessDeniedException) {
      return "no permission to write there";
    }
    if (refused instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason();
    }
    String message = refused.getMessage();
    return message == null || message.isBlank() ? refused.getClass().getSimpleName() : message;
  }

  // What could not be written was said when it was tried.
  private static void closeQuietly(Writer writer) {
    try {
      writer.close();
    } catch (IOException again) {
      return;
    }
  }

  private static Writer open(Path target) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    return new BufferedWriter(
        new OutputStreamWriter(
            Channels.newOutputStream(Files.newByteChannel(target, options, attributes)),
            StandardCharsets.UTF_8));
  }
}
