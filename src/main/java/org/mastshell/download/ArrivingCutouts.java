package org.mastshell.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CutoutReceiver;
import org.mastshell.store.FreeName;

/**
 * The zip archive of cutouts on its way into a folder. It comes under a hidden name, is unpacked
 * beside it, and its files get their names when all of them are whole. Such an archive is made anew
 * for each question, so that there is nothing to go on with: what is not named is deleted.
 */
public final class ArrivingCutouts implements CutoutReceiver, AutoCloseable {
  private static final String ADVICE = "make room, or choose another folder with cutout … --to DIR";
  // More files of one name than that are no accident.
  private static final int MOST_NUMBERS = 10_000;

  private final Path folder;
  private final Cancellation cancellation;
  private final String mark = "." + UUID.randomUUID();
  private final Set<Path> drafts = new HashSet<>();
  private final List<Path> made = new ArrayList<>();
  private FileChannel channel;
  private List<UnpackedCutout> unpacked = List.of();

  /**
   * @param folder where the files belong; made when the first byte comes
   */
  public ArrivingCutouts(Path folder, Cancellation cancellation) {
    this.folder = folder;
    this.cancellation = cancellation;
  }

  /**
   * Refuses a folder into which nothing could be written, as far as that can be seen before
   * anything is asked.
   *
   * @throws DownloadException if so
   */
  public static void requireWritable(Path folder) {
    Optional<String> obstacle =
        new DataFolder(folder, FreeSpace.ofDisk()).obstacle(folder.resolve(".zip.part"));
    if (obstacle.isPresent()) {
      throw new DownloadException(
          "nothing can be written into " + folder + ": " + obstacle.get(), ADVICE, null);
    }
  }

  @Override
  public void begin() {
    discard();
    try {
      makeFolder();
      Path zip = zip();
      drafts.add(zip);
      channel = FileChannel.open(zip, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException refused) {
      throw unwritable(refused);
    }
  }

  @Override
  public void write(byte[] bytes, int count) {
    try {
      ByteBuffer left = ByteBuffer.wrap(bytes, 0, count);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    } catch (IOException refused) {
      throw unwritable(refused);
    }
  }

  @Override
  public void end() throws IOException {
    try {
      channel.close();
    } catch (IOException refused) {
      throw unwritable(refused);
    }
    unpacked = new CutoutZip(zip(), cancellation).unpack(this::draft);
  }

  /**
   * Gives the files their names. Where a file stands that has other bytes, the new one gets a
   * number; nothing is ever replaced.
   *
   * @return where each of them is, in the order of the archive
   * @throws DownloadException if that cannot be done; none of them is there then
   */
  public List<Cutout> name() {
    List<Cutout> named = new ArrayList<>();
    List<Path> fresh = new ArrayList<>();
    try {
      for (UnpackedCutout one : unpacked) {
        named.add(name(one, fresh));
      }
      made.clear();
      return named;
    } catch (IOException refused) {
      fresh.forEach(ArrivingCutouts::delete);
      throw unwritable(refused);
    }
  }

  private Cutout name(UnpackedCutout one, List<Path> fresh) throws IOException {
    for (int number = 1; number <= MOST_NUMBERS; number++) {
      String name = number == 1 ? one.name() : SafeName.numbered(one.name(), number);
      Path target = folder.resolve(name);
      if (FreeName.take(one.draft(), target)) {
        fresh.add(target);
        return new Cutout(target, one.size(), true, one.note());
      }
      if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
          && !fresh.contains(target)
          && Files.mismatch(one.draft(), target) < 0) {
        return new Cutout(target, one.size(), false, one.note());
      }
    }
    throw new IOException("every name like " + one.name() + " is taken");
  }

  /** Deletes what did not get a name, and a folder that was made for nothing. */
  @Override
  public void close() {
    discard();
    for (int i = made.size() - 1; i >= 0; i--) {
      // One that somebody has put something into stays.
      delete(made.get(i));
    }
  }

  private void discard() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException lost) {
      // What it held is deleted in any case.
      channel = null;
    }
    drafts.forEach(ArrivingCutouts::delete);
    drafts.clear();
    unpacked = List.of();
  }

  private Path draft(int number) {
    Path draft = folder.resolve(mark + "-" + number + ".part");
    drafts.add(draft);
    return draft;
  }

  private Path zip() {
    return folder.resolve(mark + ".zip.part");
  }

  private void makeFolder() throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path one = folder;
        one != null && !Files.exists(one, LinkOption.NOFOLLOW_LINKS);
        one = one.getParent()) {
      missing.add(0, one);
    }
    Files.createDirectories(folder);
    made.addAll(missing);
  }

  private DownloadException unwritable(IOException refused) {
    DiskTrouble trouble = new DiskTrouble(refused);
    String what =
        trouble.saysFull()
            ? "the disk of " + folder + " is full"
            : "nothing can be written into " + folder + ": " + trouble.getMessage();
    return new DownloadException(what, ADVICE, trouble);
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException stays) {
      // It is hidden, and the trouble that matters is told already.
      return;
    }
  }
}
