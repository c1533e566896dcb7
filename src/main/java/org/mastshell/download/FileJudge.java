package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.archive.Cancellation;
import org.mastshell.download.VerifiedFile.Status;

/** Judges single files of a folder, by what is written down about them and by their content. */
final class FileJudge {
  private final DownloadedFolder folder;
  private final ContentChecks checks;
  private final boolean quick;
  private final Cancellation cancellation;

  /**
   * @param quick whether only existence and length are compared
   * @param hashes what hashes the files
   */
  FileJudge(DownloadedFolder folder, boolean quick, Hashes hashes, Cancellation cancellation) {
    this.checks = new ContentChecks(hashes);
    this.folder = folder;
    this.quick = quick;
    this.cancellation = cancellation;
  }

  /** Judges what an entry of the manifest speaks of. */
  VerifiedFile listed(ManifestEntry entry) {
    cancellation.check();
    Optional<Path> place = folder.resolve(entry.path());
    if (place.isEmpty()) {
      return new VerifiedFile(
          folder.root().resolve("-"),
          Status.OUTSIDE,
          -1,
          "not read: the manifest's path leads out of the folder: " + clean(entry.path()),
          entry);
    }
    Path path = place.get();
    if (!DownloadedFolder.exists(path)) {
      return new VerifiedFile(path, Status.MISSING, -1, whyMissing(entry), entry);
    }
    Optional<String> deadLink = DataFolder.deadLink(path);
    if (deadLink.isPresent()) {
      return new VerifiedFile(path, Status.OUTSIDE, -1, "not read: " + deadLink.get(), entry);
    }
    try {
      if (!folder.holds(path)) {
        return new VerifiedFile(
            path, Status.OUTSIDE, -1, "not read: a link leads out of the folder", entry);
      }
      Path real = path.toRealPath();
      if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
        String what = Files.isDirectory(real) ? DataFolder.FOLDER_IN_PLACE : "is no file";
        return new VerifiedFile(path, Status.DAMAGED, -1, what, entry);
      }
      return entry.isWhole() ? whole(path, real, entry) : byContent(path, real, entry);
    } catch (IOException e) {
      return unreadable(path, entry, e);
    }
  }

  /**
   * Judges a file of which nothing is written down.
   *
   * @param others whether it is probably none that was downloaded, so that it is no matter of ours
   */
  VerifiedFile unlisted(Path path, boolean others) {
    cancellation.check();
    VerifiedFile file = unlisted(path);
    return others && file.isBad()
        ? new VerifiedFile(path, Status.WARNING, file.bytes(), file.message(), null)
        : file;
  }

  private VerifiedFile unlisted(Path path) {
    try {
      return byContent(path, path, null);
    } catch (IOException e) {
      return unreadable(path, null, e);
    }
  }

  private VerifiedFile whole(Path path, Path real, ManifestEntry entry) throws IOException {
    long size = Files.size(real);
    if (size != entry.bytes()) {
      String lengths = "has " + size + " bytes in place of " + entry.bytes();
      return new VerifiedFile(path, Status.DAMAGED, size, lengths + reason(path, real), entry);
    }
    if (quick) {
      return new VerifiedFile(path, Status.GOOD, size, "", entry);
    }
    Inspected seen = checks.inspect(real, name(path), cancellation);
    boolean hashed = !entry.sha256().isEmpty();
    boolean same = seen.sha256().equals(entry.sha256().toLowerCase(Locale.ROOT));
    ContentVerdict verdict = seen.verdict();
    if (hashed && !same) {
      String what = verdict.isDamaged() ? ": " + verdict.text() : "";
      return new VerifiedFile(
          path, Status.DAMAGED, size, "its bytes have changed (SHA-256)" + what, entry);
    }
    String doubt = Doubt.in(entry.message(), verdict);
    return switch (verdict.kind()) {
      case DAMAGED -> {
        String since = hashed ? "; it has been so since it was fetched (SHA-256)" : "";
        yield new VerifiedFile(path, Status.DAMAGED, size, verdict.text() + since, entry);
      }
      case WARNING -> {
        String all = Presence.joined(verdict.text(), doubt);
        yield new VerifiedFile(path, Status.WARNING, size, all, entry);
      }
      case SOUND -> {
        if (!doubt.isEmpty()) {
          yield new VerifiedFile(path, Status.WARNING, size, doubt, entry);
        }
        String why = hashed ? "" : "no SHA-256 is known: judged by its length and its content";
        yield new VerifiedFile(path, Status.GOOD, size, why, entry);
      }
      case UNKNOWN_KIND ->
          hashed
              ? new VerifiedFile(
                  path, doubt.isEmpty() ? Status.GOOD : Status.WARNING, size, doubt, entry)
              : new VerifiedFile(
                  path, Status.UNKNOWN, size, "its length is right; no SHA-256 is known", entry);
    };
  }

  private String reason(Path path, Path real) throws IOException {
    if (quick) {
      return "";
    }
    ContentVerdict verdict = checks.check(real, name(path), cancellation);
    return verdict.isDamaged() ? ": " + verdict.text() : "";
  }

  private VerifiedFile byContent(Path path, Path real, ManifestEntry entry) throws IOException {
    String origin = entry == null ? "not in the manifest" : "not fetched: " + whyMissing(entry);
    long size = Files.size(real);
    if (quick) {
      return new VerifiedFile(path, Status.UNKNOWN, size, origin, entry);
    }
    ContentVerdict verdict = checks.check(real, name(path), cancellation);
    return switch (verdict.kind()) {
      case DAMAGED ->
          new VerifiedFile(
              path, Status.DAMAGED, size, verdict.text() + "; " + origin + beside(entry), entry);
      case WARNING ->
          new VerifiedFile(path, Status.WARNING, size, verdict.text() + "; " + origin, entry);
      case SOUND ->
          new VerifiedFile(path, Status.GOOD, size, origin + ": judged by its content", entry);
      case UNKNOWN_KIND ->
          new VerifiedFile(
              path, Status.UNKNOWN, size, origin + ", of a kind that tells nothing", entry);
    };
  }

  // No download has put it there, so that none takes it away.
  private static String beside(ManifestEntry entry) {
    return entry == null ? "" : "; --repair saves the archive's file beside this one";
  }

  private static VerifiedFile unreadable(Path path, ManifestEntry entry, IOException failure) {
    return new VerifiedFile(
        path, Status.DAMAGED, -1, "cannot be read: " + DiskTrouble.reason(failure), entry);
  }

  private static String whyMissing(ManifestEntry entry) {
    if (entry.isWhole()) {
      return "is not there any more";
    }
    String how = entry.status() == FileOutcome.Status.REFUSED ? "was refused" : "failed";
    return "its download " + how + (entry.message().isEmpty() ? "" : ": " + clean(entry.message()));
  }

  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
