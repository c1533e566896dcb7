package org.mastshell.download;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.mastshell.archive.Cancellation;

/**
 * A file that is being written under a temporary name beside its own. It gets its own name when it
 * is complete and checked. Closed before that, its bytes stay with a journal ({@link PartNote}), so
 * that a later download goes on with them; where nothing could go on with them, they are deleted.
 *
 * <p>While it grows, its bytes are flushed and noted now and then: what a crash or a power cut
 * costs is what came since.
 */
final class PartFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final PartPlace place;
  private final Path part;
  private final FileToFetch file;
  private final Hashes hashes;
  private final NoteRhythm rhythm = new NoteRhythm();
  private Sha256 sha256;
  private FileChannel channel;
  private Validator validator = Validator.none();
  private long length = -1;
  private long size;
  private WholePart whole;

  private PartFile(Path target, FileToFetch file, Hashes hashes) {
    this.hashes = hashes;
    this.place = new PartPlace(target);
    this.part = place.part();
    this.file = file;
  }

  /**
   * Goes on with the bytes of an earlier part, if there are any that can be built upon; any that
   * cannot be read are not. Nothing is written yet.
   *
   * @param hashes one of these hashes its bytes
   * @param cancellation ends the reading of what is there
   */
  static PartFile open(Path target, FileToFetch file, Hashes hashes, Cancellation cancellation) {
    PartFile opened = new PartFile(target, file, hashes);
    Optional<PartNote> note = opened.place.usable(file);
    if (note.isPresent()) {
      try {
        opened.goOn(note.get(), cancellation);
      } catch (IOException unreadable) {
        return new PartFile(target, file, hashes);
      }
    }
    return opened;
  }

  /** Where the bytes are until they get their name. */
  Path path() {
    return part;
  }

  /** Bytes so far. */
  long size() {
    return size;
  }

  /** The hash of the bytes so far, in hexadecimal. */
  String hash() {
    return sha256.hex();
  }

  /** The length of the whole as stated with the bytes that are here, or -1. */
  long length() {
    return length;
  }

  /** What the server said of the file with the bytes that are here. */
  Validator validator() {
    return validator;
  }

  /** Whether there is a file to write to, if only an empty one. */
  boolean isBegun() {
    return channel != null;
  }

  /** Whether a server can be asked for what comes after the bytes that are here. */
  boolean isResumable() {
    return size > 0 && note().isResumable();
  }

  /** The last bytes of those that are here, so many of them. */
  byte[] end(int count) throws DiskTrouble {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    try (FileChannel reading =
        FileChannel.open(part, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      long from = size - count;
      while (bytes.hasRemaining()) {
        if (reading.read(bytes, from + bytes.position()) < 0) {
          throw new IOException("another program has written to " + part.getFileName());
        }
      }
      return bytes.array();
    } catch (IOException e) {
      throw new DiskTrouble(e);
    }
  }

  /** Begins anew: with no bytes, of a file of which a server says this. */
  void begin(Validator ofServer, long statedLength) throws DiskTrouble {
    try {
      discard();
      Optional<String> obstacle = place.obstacle();
      if (obstacle.isPresent()) {
        throw new IOException(obstacle.get());
      }
      validator = ofServer;
      length = statedLength;
      // The journal first: a part without one is somebody else's.
      note().begin(place.journal());
      // Made anew, so that a link that somebody put there is not followed.
      channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw givenUp(e);
    }
    sha256 = hashes.begin(statedLength);
  }

  void write(byte[] bytes, int count) throws DiskTrouble {
    write(bytes, 0, count);
  }

  void write(byte[] bytes, int offset, int count) throws DiskTrouble {
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes, offset, count);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      sha256.update(bytes, offset, count);
      size += count;
      noteNowAndThen();
    } catch (IOException e) {
      DiskTrouble trouble = new DiskTrouble(e);
      if (trouble.saysFull()) {
        giveRoomBack();
      }
      throw trouble;
    }
  }

  /**
   * Gives the file a name; its bytes are on the disk before that.
   *
   * @param replaces whether it may take the place of what has that name
   * @return whether it has it now; if not, another name can be tried
   */
  boolean complete(Path name, boolean replaces) throws DiskTrouble {
    try {
      return whole().nameAs(name, replaces);
    } catch (IOException e) {
      throw givenUp(e);
    }
  }

  /**
   * Goes away if a file has the same bytes.
   *
   * @return whether it has gone
   */
  boolean givesWayTo(Path arrived) throws DiskTrouble {
    try {
      return whole().givesWayTo(arrived);
    } catch (IOException e) {
      throw givenUp(e);
    }
  }

  /**
   * Keeps its bytes beside its place under a name that says that they are damaged.
   *
   * @return where they are
   */
  Path keepAsDamaged() throws DiskTrouble {
    try {
      return whole().keepAsDamaged();
    } catch (IOException e) {
      throw new DiskTrouble(e);
    }
  }

  private DiskTrouble givenUp(IOException failure) {
    DiskTrouble trouble = new DiskTrouble(failure);
    try {
      discard();
    } catch (IOException alsoGone) {
      trouble.addSuppressed(alsoGone);
    }
    return trouble;
  }

  private WholePart whole() throws IOException {
    if (whole == null) {
      channel.force(false);
      channel.close();
      if (Files.size(part) != size) {
        throw new IOException("another program has written to " + part.getFileName());
      }
      whole = new WholePart(place.target(), part);
    }
    return whole;
  }

  /** Deletes its bytes: they are not to be trusted. What is not this program's own stays. */
  void discard() throws IOException {
    boolean begun = channel != null;
    if (channel != null) {
      channel.close();
      channel = null;
    }
    size = 0;
    rhythm.begins(0);
    whole = null;
    length = -1;
    validator = Validator.none();
    if (begun || place.obstacle().isEmpty()) {
      Files.deleteIfExists(part);
      PartNote.remove(place.journal());
    }
  }

  /** Ends it; what is here of a file that is not complete stays for a later download. */
  @Override
  public void close() throws IOException {
    if (channel == null) {
      return;
    }
    boolean settled = whole != null && whole.isSettled();
    if (!settled && (channel.isOpen() || whole != null)) {
      if (!isResumable()) {
        discard();
        return;
      }
      if (size > rhythm.noted()) {
        noteNow();
      }
    }
    channel.close();
  }

  private void goOn(PartNote note, Cancellation cancellation) throws IOException {
    // Of a part that is whole the last byte is asked for again: servers refuse to send nothing.
    long kept = note.bytes() == note.length() ? note.bytes() - 1 : note.bytes();
    if (kept == 0) {
      return;
    }
    Sha256 read = hashes.begin(Math.max(kept, note.length()));
    try (InputStream bytes = Files.newInputStream(part, LinkOption.NOFOLLOW_LINKS)) {
      update(read, bytes, kept, cancellation);
    }
    channel = writing(note.bytes(), kept);
    sha256 = read;
    size = kept;
    rhythm.begins(kept);
    length = note.length();
    validator = note.validator();
  }

  private FileChannel writing(long end, long from) throws IOException {
    FileChannel opened =
        FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try {
      // What lies beyond is not trusted, and must not be the end of the file.
      return opened.truncate(end).position(from);
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  private void noteNowAndThen() throws IOException {
    if (rhythm.isDue(size) && note().isResumable()) {
      noteNow();
    }
  }

  private void noteNow() throws IOException {
    long begun = System.nanoTime();
    if (whole == null) {
      channel.force(false);
    }
    note().write(place.journal());
    rhythm.noted(size, begun);
  }

  private PartNote note() {
    return new PartNote(file.dataUri(), file.version(), file.listedSize(), length, validator, size);
  }

  // On a full disk what is not noted cannot be noted any more, and its room is needed.
  private void giveRoomBack() throws DiskTrouble {
    try {
      if (rhythm.noted() == 0) {
        discard();
      } else {
        channel.truncate(rhythm.noted());
        channel.close();
      }
    } catch (IOException e) {
      throw new DiskTrouble(e);
    }
  }

  private static void update(Sha256 sha256, InputStream kept, long count, Cancellation cancellation)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = count;
    while (left > 0) {
      cancellation.check();
      int read = kept.read(buffer, 0, (int) Math.min(left, BUFFER));
      if (read < 0) {
        throw new IOException("the part is shorter than " + count + " bytes");
      }
      sha256.update(buffer, 0, read);
      left -= read;
    }
  }
}
