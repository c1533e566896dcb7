package org.mastshell.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mastshell.store.FreeName;

/** Writes files that can be run: whole or not at all, and executable for whoever may read them. */
public final class ScriptFile {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final String ENDING = ".sh";

  private ScriptFile() {}

  /**
   * The name that a script gets where the user gives none.
   *
   * @param mark what tells it from other scripts of the same time; may be empty
   */
  public static String name(LocalDateTime time, String mark) {
    return "mastDownload_" + STAMP.format(time) + (mark.isEmpty() ? "" : "_" + mark) + ENDING;
  }

  /**
   * Saves scripts that belong together. One goes to the file itself; of several each has its place
   * in its name ({@code fetch.2-of-3.sh}). Where a name is taken, the next number makes another
   * one: {@code fetch-2.sh}, {@code fetch-2.2-of-3.sh}. {@code fetch.*.sh} are those of one making,
   * however many others there are.
   *
   * @param texts at least one
   * @return where they are
   * @throws DownloadException if they cannot be written; none is there then
   */
  public static List<Path> saveBeside(List<String> texts, Path file) {
    List<Path> drafts = new ArrayList<>();
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      for (String text : texts) {
        drafts.add(draft(folder, text));
      }
      for (int number = 1; ; number++) {
        String name = numbered(file, number);
        List<Path> free = names(file.resolveSibling(name), texts.size());
        boolean beside = texts.size() > 1 && hasShares(folder, name);
        if (!beside && tryToName(drafts, free)) {
          return free;
        }
      }
    } catch (IOException e) {
      throw new DownloadException(
          "the script cannot be written to " + file + ": " + DiskTrouble.reason(e),
          "choose another FILE for it",
          e);
    } finally {
      drafts.forEach(ScriptFile::delete);
    }
  }

  private static String numbered(Path file, int number) {
    String given = String.valueOf(file.getFileName());
    return number == 1 ? given : SafeName.numbered(given, number);
  }

  private static List<Path> names(Path file, int count) {
    if (count == 1) {
      return List.of(file);
    }
    String whole = String.valueOf(file.getFileName());
    int end = stem(whole);
    // Not behind a dash, where it would be taken for the number of a making.
    return IntStream.rangeClosed(1, count)
        .mapToObj(place -> "." + place + "-of-" + count)
        .map(mark -> file.resolveSibling(whole.substring(0, end) + mark + whole.substring(end)))
        .toList();
  }

  // Of however many shares: beside those of another making they would look like one.
  private static boolean hasShares(Path folder, String whole) throws IOException {
    int end = stem(whole);
    Pattern share =
        Pattern.compile(
            Pattern.quote(whole.substring(0, end))
                + "\\.\\d+-of-\\d+"
                + Pattern.quote(whole.substring(end)));
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> share.matcher(String.valueOf(file.getFileName())).matches());
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static int stem(String whole) {
    return whole.lastIndexOf('.') <= 0 ? whole.length() : whole.lastIndexOf('.');
  }

  // All or none: scripts of two makings beside each other would look like one.
  private static boolean tryToName(List<Path> drafts, List<Path> free) throws IOException {
    if (free.stream().anyMatch(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))) {
      return false;
    }
    for (int i = 0; i < drafts.size(); i++) {
      if (!FreeName.take(drafts.get(i), free.get(i))) {
        free.subList(0, i).forEach(ScriptFile::delete);
        return false;
      }
    }
    return true;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // It is whole, or has a hidden name: nothing is taken for what it is not.
      return;
    }
  }

  /**
   * Writes a file.
   *
   * @param replaces whether it may take the place of another one
   * @throws FileAlreadyExistsException if it may not, and there is one
   * @throws IOException if it cannot be written; nothing has changed then
   */
  public static void write(Path file, String text, boolean replaces) throws IOException {
    Path draft = draft(file.toAbsolutePath().getParent(), text);
    try {
      if (replaces) {
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else if (!FreeName.take(draft, file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** The text in a file without a name of its own yet, in the folder that it is for. */
  static Path draft(Path folder, String text) throws IOException {
    Path draft = folder.resolve("." + UUID.randomUUID() + ".part");
    try {
      Files.write(draft, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
      makeExecutable(draft);
      return draft;
    } catch (IOException incomplete) {
      Files.deleteIfExists(draft);
      throw incomplete;
    }
  }

  private static void makeExecutable(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> permissions = view.readAttributes().permissions();
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    if (permissions.contains(PosixFilePermission.GROUP_READ)) {
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
    }
    if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    view.setPermissions(permissions);
  }
}
