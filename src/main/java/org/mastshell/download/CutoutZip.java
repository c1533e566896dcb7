package org.mastshell.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.Cancellation;

/**
 * A zip archive of cutouts. Nothing in it is trusted: names lead nowhere, what it unpacks to is
 * bounded before the first byte is written, and each file is judged by its content.
 */
final class CutoutZip {
  private static final int BUFFER = 1 << 16;
  private static final int MOST_ENTRIES = 100_000;

  /** All files together may not have more bytes. */
  private static final long LARGEST = 64L << 30;

  /**
   * Above so many bytes the files may not be more than so many times as long as the archive: images
   * are noise, which does not pack.
   */
  private static final long LARGE = 1L << 30;

  private static final long DENSEST = 100;

  private final Path file;
  private final Cancellation cancellation;
  private final ContentChecks checks = new ContentChecks();

  CutoutZip(Path file, Cancellation cancellation) {
    this.file = file;
    this.cancellation = cancellation;
  }

  /**
   * Unpacks all files.
   *
   * @param drafts where the bytes of each go, by its number from 1; none of them is there
   * @throws ArchiveException if the archive is one that nobody should unpack; asking again would
   *     bring the same
   * @throws DownloadException if nothing can be written
   * @throws IOException if it is not whole, or a file in it is not
   */
  List<UnpackedCutout> unpack(IntFunction<Path> drafts) throws IOException {
    ZipCheck.requireList(file);
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      List<? extends ZipEntry> entries = entries(zip);
      List<UnpackedCutout> unpacked = new ArrayList<>();
      Set<String> taken = new HashSet<>();
      for (ZipEntry entry : entries) {
        String name = free(name(entry), taken);
        Path draft = drafts.apply(unpacked.size() + 1);
        copy(zip, entry, name, draft);
        ContentVerdict verdict = checks.check(draft, name, cancellation);
        if (verdict.isDamaged()) {
          throw new Damage(name + " in it is damaged: " + verdict.text());
        }
        String note = verdict.kind() == ContentVerdict.Kind.WARNING ? verdict.text() : "";
        unpacked.add(new UnpackedCutout(draft, name, entry.getSize(), note));
      }
      if (unpacked.isEmpty()) {
        throw new Damage("the zip archive of cutouts has no file in it");
      }
      return unpacked;
    } catch (ZipException | EOFException | IllegalArgumentException broken) {
      throw new Damage("the zip archive of cutouts is broken: " + broken.getMessage(), broken);
    }
  }

  private List<? extends ZipEntry> entries(ZipFile zip) throws IOException {
    if (zip.size() > MOST_ENTRIES) {
      throw hostile("it has " + zip.size() + " entries");
    }
    List<ZipEntry> files = new ArrayList<>();
    long packed = 0;
    long whole = 0;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      requireHarmless(entry.getName());
      packed += Math.max(0, entry.getCompressedSize());
      whole += Math.max(0, entry.getSize());
      if (whole > LARGEST || whole < 0) {
        throw hostile("it would unpack to more than " + Sizes.text(LARGEST));
      }
      if (!entry.isDirectory()) {
        files.add(entry);
      }
    }
    long length = Files.size(file);
    // Entries that share their bytes would make a small file unpack to a large one.
    if (packed > length) {
      throw new Damage("the zip archive of cutouts is broken: its entries overlap");
    }
    if (whole > LARGE && whole / DENSEST > length) {
      throw hostile(Sizes.text(length) + " of it would unpack to " + Sizes.text(whole));
    }
    requireRoom(whole);
    return files;
  }

  private void requireRoom(long bytes) {
    long free = FreeSpace.ofDisk().at(file.getParent());
    if (free >= 0 && free < bytes) {
      throw new DownloadException(
          "the cutouts need %s, and %s is free in %s"
              .formatted(Sizes.text(bytes), Sizes.text(free), file.getParent()),
          "make room, or choose another folder with cutout … --to DIR",
          null);
    }
  }

  private static void requireHarmless(String name) {
    String slashed = name.replace('\\', '/');
    boolean leaves =
        slashed.startsWith("/")
            || slashed.matches("(?s)[A-Za-z]:.*")
            || List.of(slashed.split("/", -1)).contains("..");
    if (leaves) {
      throw hostile("a name in it leads out of the folder: " + clean(name));
    }
  }

  private static ArchiveException hostile(String why) {
    return new ArchiveException(
        ArchiveException.Kind.FAULT,
        "the archive's zip of cutouts was not unpacked: " + why,
        "nothing was kept; ask for less, and tell the archive if it comes again");
  }

  // A cutout never brings folders of its own.
  private static String name(ZipEntry entry) {
    String slashed = entry.getName().replace('\\', '/');
    return SafeName.of(slashed.substring(slashed.lastIndexOf('/') + 1));
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int number = 2; !taken.add(SafeName.folded(free)); number++) {
      free = SafeName.numbered(name, number);
    }
    return free;
  }

  private void copy(ZipFile zip, ZipEntry entry, String name, Path draft) throws IOException {
    CRC32 sum = new CRC32();
    byte[] buffer = new byte[BUFFER];
    long count = 0;
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = open(draft)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        cancellation.check();
        count += read;
        if (count > entry.getSize()) {
          throw new Damage(name + " in it is longer than its zip archive says");
        }
        sum.update(buffer, 0, read);
        write(out, buffer, read);
      }
    }
    if (count != entry.getSize() || sum.getValue() != entry.getCrc()) {
      throw new Damage(name + " in it has changed on its way: wrong length or sum");
    }
  }

  private OutputStream open(Path draft) {
    try {
      return Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException refused) {
      throw unwritable(refused);
    }
  }

  private void write(OutputStream out, byte[] bytes, int count) {
    try {
      out.write(bytes, 0, count);
    } catch (IOException refused) {
      throw unwritable(refused);
    }
  }

  private DownloadException unwritable(IOException refused) {
    DiskTrouble trouble = new DiskTrouble(refused);
    return new DownloadException(
        "nothing can be written into " + file.getParent() + ": " + trouble.getMessage(),
        "make room, or choose another folder with cutout … --to DIR",
        trouble);
  }

  private static String clean(String name) {
    String line = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
    return line.length() > 100 ? line.substring(0, 100) + "…" : line;
  }
}
