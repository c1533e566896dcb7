package org.mastshell.download;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mastshell.archive.Cancellation;
import org.mastshell.store.WholeFile;

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
  private static final String DAMAGED = ".damaged";
  private static final long NOTE_BYTES = 64L << 20;
  private static final long NOTE_NANOS = TimeUnit.SECONDS.toNanos(1);
  // Where flushing is slow, it may take this part of the time.
  private static final int NOTE_SHARE = 20;
  // Small files come again as quickly as they are noted.
  private static final long WORTH_NOTING = 1L << 20;

  private final Path target;
  private final Path part;
  private final FileToFetch file;
  private final Hashes hashes;
  private Sha256 sha256;
  private FileChannel channel;
  private Validator validator = Validator.none();
  private long length = -1;
  private long size;
  private long noted;
  private long notedAt = System.nanoTime();
  private long noteDue = NOTE_NANOS;
  private boolean sealed;
  private boolean complete;

  private PartFile(Path target, FileToFetch file, Hashes hashes) {
    this.hashes = hashes;
    this.target = target;
    this.part = partOf(target);
    this.file = file;
  }

  /** The temporary name of a file. */
  static Path partOf(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  /**
   * Why a file cannot be written to its place: its temporary name is that of a file which this
   * program did not make. Browsers use the same name for what they have not got whole.
   */
  static Optional<String> obstacle(Path target) {
    Path part = partOf(target);
    Path note = PartNote.of(part);
    boolean stands = Files.exists(part, LinkOption.NOFOLLOW_LINKS);
    boolean noted = Files.exists(note, LinkOption.NOFOLLOW_LINKS);
    if (!stands && !noted) {
      return Optional.empty();
    }
    try {
      if (noted && PartNote.isJournal(note)) {
        return Optional.empty();
      }
    } catch (IOException unreadable) {
      return Optional.of(note + " cannot be read: " + DiskTrouble.reason(unreadable));
    }
    Path foreign = noted ? note : part;
    return Optional.of(
        foreign.getFileName()
            + " stands there, and was not made by a download of this program: move it away");
  }

  /** Whether there is anything that {@link #tidy} may have to look at. */
  static boolean hasJournal(Path target) {
    return Files.exists(PartNote.of(partOf(target)), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Removes what a program has left that was killed right after a file had got its name. To be
   * called by who alone may write the file.
   */
  static void tidy(Path target) {
    Path part = partOf(target);
    try {
      boolean stands = Files.exists(part, LinkOption.NOFOLLOW_LINKS);
      if (obstacle(target).isEmpty() && (!stands || Files.isSameFile(part, target))) {
        Files.deleteIfExists(part);
        Files.deleteIfExists(PartNote.of(part));
      }
    } catch (IOException harmless) {
      // It is found again by the next download.
      return;
    }
  }

  /**
   * Goes on with the bytes of an earlier part, if there are any that can be built upon; any that
   * cannot be read are not. Nothing is written yet.
   *
   * @param cancellation ends the reading of what is there
   */
  static PartFile open(Path target, FileToFetch file, Cancellation cancellation) {
    return open(target, file, Hashes.ofJava(), cancellation);
  }

  /** The same; its bytes are hashed by one of these. */
  static PartFile open(Path target, FileToFetch file, Hashes hashes, Cancellation cancellation) {
    PartFile opened = new PartFile(target, file, hashes);
    Optional<PartNote> note = PartNote.usable(target, file);
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

  /** Begins anew: with no bytes, of a file of which a server says this. */
  void begin(Validator ofServer, long statedLength) throws DiskTrouble {
    try {
      discard();
      Optional<String> obstacle = obstacle(target);
      if (obstacle.isPresent()) {
        throw new IOException(obstacle.get());
      }
      validator = ofServer;
      length = statedLength;
      // The journal first: a part without one is somebody else's.
      note().begin(PartNote.of(part));
      // Made anew, so that a link that somebody put there is not followed.
      channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw givenUp(e);
    }
    sha256 = hashes.begin(statedLength);
  }

  void write(byte[] bytes, int count) throws DiskTrouble {
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      sha256.update(bytes, 0, count);
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
   * Gives the file a name; its bytes are on the disk before that. A link refuses a name that is
   * taken in the same step.
   *
   * @param replaces whether it may take the place of what has that name
   * @return whether it has it now; if not, another name can be tried
   */
  boolean complete(Path name, boolean replaces) throws DiskTrouble {
    try {
      seal();
      if (replaces) {
        Files.move(part, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        complete = true;
      } else {
        complete = WholeFile.tryToName(part, name);
      }
    } catch (IOException e) {
      throw givenUp(e);
    }
    if (complete) {
      removeTemporaryNames();
    }
    return complete;
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

  /**
   * Keeps its bytes beside its place under a name that says that they are damaged; what stands
   * there under such a name stays.
   *
   * @return where they are
   */
  Path keepAsDamaged() throws DiskTrouble {
    try {
      seal();
      for (int number = 1; ; number++) {
        String mark = number == 1 ? DAMAGED : DAMAGED + "-" + number;
        Path aside = target.resolveSibling(target.getFileName() + mark);
        if (complete(aside, false)) {
          return aside;
        }
        if (Files.isRegularFile(aside, LinkOption.NOFOLLOW_LINKS)
            && Files.mismatch(part, aside) < 0) {
          discard();
          return aside;
        }
      }
    } catch (IOException e) {
      throw new DiskTrouble(e);
    }
  }

  /** Whether a name is one under which a damaged file is kept. */
  static boolean isKeptAsDamaged(Path file) {
    return String.valueOf(file.getFileName()).matches(".+\\" + DAMAGED + "(-\\d+)?");
  }

  private void seal() throws IOException {
    if (sealed) {
      return;
    }
    channel.force(false);
    channel.close();
    if (Files.size(part) != size) {
      throw new IOException("another program has written to " + part.getFileName());
    }
    sealed = true;
  }

  // The journal last: a part without one would be somebody else's.
  private void removeTemporaryNames() {
    try {
      Files.deleteIfExists(part);
      Files.deleteIfExists(PartNote.of(part));
    } catch (IOException harmless) {
      // The file has its own name.
      return;
    }
  }

  /** Deletes its bytes: they are not to be trusted. What is not this program's own stays. */
  void discard() throws IOException {
    boolean begun = channel != null;
    if (channel != null) {
      channel.close();
      channel = null;
    }
    size = 0;
    noted = 0;
    sealed = false;
    length = -1;
    validator = Validator.none();
    if (begun || obstacle(target).isEmpty()) {
      Files.deleteIfExists(part);
      Files.deleteIfExists(PartNote.of(part));
    }
  }

  /** Ends it; what is here of a file that is not complete stays for a later download. */
  @Override
  public void close() throws IOException {
    if (channel == null) {
      return;
    }
    if (!complete && (channel.isOpen() || sealed)) {
      if (!isResumable()) {
        discard();
        return;
      }
      if (size > noted) {
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
    noted = kept;
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
    long fresh = size - noted;
    if (fresh < WORTH_NOTING || !note().isResumable()) {
      return;
    }
    long now = System.nanoTime();
    if (fresh >= NOTE_BYTES || now - notedAt >= noteDue) {
      noteNow();
    }
  }

  private void noteNow() throws IOException {
    long begun = System.nanoTime();
    if (!sealed) {
      channel.force(false);
    }
    note().write(PartNote.of(part));
    noted = size;
    notedAt = System.nanoTime();
    noteDue = Math.max(NOTE_NANOS, NOTE_SHARE * (notedAt - begun));
  }

  private PartNote note() {
    return new PartNote(file.dataUri(), file.version(), file.listedSize(), length, validator, size);
  }

  // On a full disk what is not noted cannot be noted any more, and its room is needed.
  private void giveRoomBack() throws DiskTrouble {
    try {
      if (noted == 0) {
        discard();
      } else {
        channel.truncate(noted);
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
