package org.mastshell.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The small journal beside a part: of which file its bytes are, and how many of them are known to
 * be on the disk. Bytes beyond those are not trusted: after a power cut a file may have its length
 * without its bytes.
 *
 * @param uri the file as the archive calls it
 * @param version its {@code prvversion} as listed; may be empty
 * @param listedSize its size as listed, or -1
 * @param length its length as the server states it, or -1
 * @param validator what the server said to tell it from other states of the file
 * @param bytes how many bytes from the beginning were flushed
 */
record PartNote(
    String uri, String version, long listedSize, long length, Validator validator, long bytes) {
  private static final String FORM = "mastshell part 1";
  // What each begins with, and nothing else.
  private static final String MARK = "{\"form\":\"" + FORM + "\"";
  private static final long MOST_BYTES = 1 << 16;
  // Of fewer bytes it says little that the same are sent again, and they are soon here again.
  private static final long FEWEST_TO_COMPARE = 1 << 10;

  /** The name of the journal of a part. */
  static Path of(Path part) {
    return part.resolveSibling(part.getFileName() + ".json");
  }

  /** The journal in a file; nothing if that holds none. */
  static Optional<PartNote> read(Path journal) throws IOException {
    return values(journal).flatMap(PartNote::note);
  }

  /**
   * Whether a file is such a journal, of whatever part, or what a power cut or a full disk has left
   * of one: its beginning, nothing, or zeros.
   *
   * @throws IOException if it is there and cannot be read
   */
  static boolean isJournal(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
      return false;
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    return text.startsWith(MARK)
        || MARK.startsWith(text)
        || text.chars().allMatch(c -> c == 0)
        || values(file).filter(values -> FORM.equals(values.get("form"))).isPresent();
  }

  private static Optional<Map<String, String>> values(Path journal) throws IOException {
    if (!Files.isRegularFile(journal, LinkOption.NOFOLLOW_LINKS)
        || Files.size(journal) > MOST_BYTES) {
      return Optional.empty();
    }
    return FlatJson.read(new String(Files.readAllBytes(journal), StandardCharsets.UTF_8));
  }

  /** Whether its bytes are of this file, as it is listed now. */
  boolean isOf(FileToFetch file) {
    return uri.equals(file.dataUri())
        && version.equals(file.version())
        && listedSize == file.listedSize();
  }

  /** Whether a part of so many bytes can be the one that it tells of, and be gone on with. */
  boolean fits(long size) {
    return bytes > 0 && bytes <= size && (length < 0 || size <= length) && isResumable();
  }

  /**
   * Whether a server's next reply can be told to be of the same file: by a validator, or else by
   * its length and by the bytes of it that are here already ({@link Overlap}).
   */
  boolean isResumable() {
    return !validator.proof().isEmpty() || (length >= 0 && bytes >= FEWEST_TO_COMPARE);
  }

  /**
   * Writes it where none is, so that a part that is begun now is known as this program's own. It
   * need not outlive a crash of the system, after which nothing of the part is used either.
   */
  void begin(Path journal) throws IOException {
    Files.write(journal, bytesOf(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private byte[] bytesOf() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("form", FORM);
    values.put("uri", uri);
    values.put("version", version);
    values.put("listed_size", listedSize);
    values.put("length", length);
    values.put("etag", validator.entityTag());
    values.put("last_modified", validator.lastModified());
    values.put("source", validator.place());
    values.put("bytes", bytes);
    return (FlatJson.text(values) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Removes the journal of a part, with what a kill in the middle of {@link #write} has left. */
  static void remove(Path journal) throws IOException {
    Path draft = draft(journal);
    if (Files.exists(draft, LinkOption.NOFOLLOW_LINKS) && isJournal(draft)) {
      Files.deleteIfExists(draft);
    }
    Files.deleteIfExists(journal);
  }

  private static Path draft(Path journal) {
    return journal.resolveSibling(journal.getFileName() + ".new");
  }

  /** Puts it on the disk, in one step. */
  void write(Path journal) throws IOException {
    Path draft = draft(journal);
    Files.deleteIfExists(draft);
    try {
      try (FileChannel channel =
          FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytesOf());
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(false);
      }
      Files.move(
          draft, journal, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Optional<PartNote> note(Map<String, String> values) {
    if (!FORM.equals(values.get("form"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PartNote(
              values.getOrDefault("uri", ""),
              values.getOrDefault("version", ""),
              Long.parseLong(values.getOrDefault("listed_size", "")),
              Long.parseLong(values.getOrDefault("length", "")),
              new Validator(
                  values.getOrDefault("etag", ""),
                  values.getOrDefault("last_modified", ""),
                  values.getOrDefault("source", "")),
              Long.parseLong(values.getOrDefault("bytes", ""))));
    } catch (NumberFormatException damaged) {
      return Optional.empty();
    }
  }
}
