package org.mastshell.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The token in a file that its owner alone may read. */
public final class FileTokenStore implements TokenStore {
  private static final Set<PosixFilePermission> OWNER_ALONE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final long LARGEST = 4096;

  private final Path file;

  /** With the token in this file, which need not exist. */
  public FileTokenStore(Path file) {
    this.file = file;
  }

  @Override
  public Optional<char[]> read(Cancellation cancellation) {
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      refuseIfOpen();
      if (Files.size(file) > LARGEST) {
        throw trouble(file + " is too large to hold a token", "`login` writes a new one", null);
      }
      byte[] bytes = Files.readAllBytes(file);
      CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
      Arrays.fill(bytes, (byte) 0);
      char[] token = stripped(text);
      return token.length == 0 ? Optional.empty() : Optional.of(token);
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException failure) {
      throw trouble(
          "the token in %s cannot be read".formatted(file), "`login` writes a new one", failure);
    }
  }

  @Override
  public void write(char[] token, Cancellation cancellation) {
    Path folder = file.toAbsolutePath().getParent();
    Path temporary = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".new");
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(token));
    try {
      createPrivately(folder);
      try (SeekableByteChannel channel =
          Files.newByteChannel(
              temporary,
              EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              permissions(folder))) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      removeQuietly(temporary);
      throw trouble(
          "the token cannot be written to %s".formatted(file),
          "set MAST_API_TOKEN instead, or make the folder writable",
          failure);
    } finally {
      wipe(bytes);
    }
  }

  private static void createPrivately(Path folder) throws IOException {
    if (isPosix(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  private static void wipe(ByteBuffer bytes) {
    bytes.clear();
    while (bytes.hasRemaining()) {
      bytes.put((byte) 0);
    }
  }

  @Override
  public boolean remove(Cancellation cancellation) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw trouble(
          "the token in %s cannot be removed".formatted(file), "delete the file by hand", failure);
    }
  }

  @Override
  public String where() {
    return file.toString();
  }

  private void refuseIfOpen() throws IOException {
    if (!isPosix(file)) {
      return;
    }
    Set<PosixFilePermission> open = EnumSet.noneOf(PosixFilePermission.class);
    open.addAll(Files.getPosixFilePermissions(file));
    open.removeAll(OWNER_ALONE);
    open.remove(PosixFilePermission.OWNER_EXECUTE);
    if (!open.isEmpty()) {
      throw trouble(
          "others can read the token in %s, so I do not use it".formatted(file),
          "`chmod 600 %s`, or `login` again; think about a new token".formatted(file),
          null);
    }
  }

  private static FileAttribute<?>[] permissions(Path folder) {
    return isPosix(folder)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void removeQuietly(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException leftOver) {
      // The failure that led here is the one to report.
      return;
    }
  }

  private static char[] stripped(CharBuffer text) {
    int start = 0;
    int end = text.length();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    char[] token = new char[end - start];
    text.subSequence(start, end).get(token);
    while (text.hasRemaining()) {
      text.put('\0');
    }
    return token;
  }

  private static ArchiveException trouble(String message, String advice, Throwable cause) {
    return new ArchiveException(ArchiveException.Kind.LOGIN, message, advice, cause);
  }
}
