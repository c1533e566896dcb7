package org.mastshell.download;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CancelledException;
import org.mastshell.archive.Progress;

/**
 * Checks files on the disk again, however long ago they were fetched: those of the manifest by
 * existence, length, hash and content, others in the folder by their content alone. Nothing is
 * written, nothing is asked, and nothing outside of the folder is read.
 */
public final class Verification {
  private static final int MOST_THREADS = 4;

  private final DownloadedFolder folder;
  private final CheckedPlace part;
  private final List<ManifestEntry> entries;
  private final Set<Path> listed = new HashSet<>();
  private final Set<Path> ownFolders = new HashSet<>();
  private final List<Path> others = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int parts;
  private int links;
  private int damagedCopies;

  private final List<VerifiedFile> lostRecords = new ArrayList<>();

  private Verification(CheckedPlace part, List<ManifestEntry> entries) {
    this.folder = part.folder();
    this.part = part;
    this.entries = entries;
  }

  /** Finds out what there is to check in a folder, or in a part of it. */
  public static Verification of(CheckedPlace part) {
    Manifest manifest = Manifest.read(part.folder().manifest());
    List<ManifestEntry> entries = current(manifest).stream().filter(part::isOf).toList();
    Verification verification = new Verification(part, entries);
    verification.judge(manifest);
    verification.look();
    return verification;
  }

  private void judge(Manifest manifest) {
    Optional<String> trouble = manifest.trouble();
    if (trouble.isPresent() && manifest.isComplete()) {
      notes.add(trouble.get());
    } else if (trouble.isPresent()) {
      String why = trouble.get() + ": files without a record are judged by their content";
      notes.add(why);
      isLost(folder.manifest(), why);
    } else if (!part.recorded()) {
      notes.add("no manifest records it: it is judged by its content");
    } else if (!Files.exists(folder.manifest()) && !manifest.entries().isEmpty()) {
      notes.add(
          "there is no manifest in "
              + folder.root()
              + " yet: what its download noted before it was broken off counts");
    } else if (!Files.exists(folder.manifest())) {
      notes.add("there is no manifest in " + folder.root() + ": files are judged by their content");
    }
    part.doubt().ifPresent(notes::add);
    // One file that has a record is none of those that were forgotten.
    if (!part.isFile()) {
      judgeLost();
    }
  }

  private void judgeLost() {
    try {
      List<Path> lost = LostRecords.of(folder.manifest()).files();
      lost.forEach(file -> isLost(file, "records were lost from the manifest: it is what is left"));
      if (!lost.isEmpty()) {
        notes.add("records were lost from the manifest, and what is left of it kept as");
        lost.forEach(file -> notes.add("  " + file));
      }
    } catch (IOException unreadable) {
      notes.add(folder.root() + " cannot be looked into: " + DiskTrouble.reason(unreadable));
    }
  }

  private void isLost(Path file, String why) {
    long size = DownloadPlan.size(file).orElse(0L);
    lostRecords.add(new VerifiedFile(file, VerifiedFile.Status.WARNING, size, why, null));
  }

  /** How many files there are to look at. */
  public int size() {
    return entries.size() + others.size() + lostRecords.size();
  }

  /**
   * Checks them, a few at a time. Called off, it ends with what it has found out so far.
   *
   * @param quick whether only existence and length are compared
   * @param progress is told how many files are done, from any thread
   */
  public VerificationReport run(boolean quick, Progress progress, Cancellation cancellation) {
    long toHash = quick ? 0 : entries.stream().mapToLong(entry -> Math.max(0, entry.bytes())).sum();
    FileJudge judge = new FileJudge(folder, quick, Hashes.forBytes(toHash), cancellation);
    List<Callable<VerifiedFile>> tasks = new ArrayList<>();
    entries.forEach(entry -> tasks.add(() -> judge.listed(entry)));
    others.forEach(
        path -> tasks.add(() -> judge.unlisted(path, !part.isFile() && !isOwn(path.getParent()))));
    AtomicInteger done = new AtomicInteger();
    AtomicLong bytes = new AtomicLong();
    List<VerifiedFile> files = new ArrayList<>(lostRecords);
    int threads = Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    ExecutorService workers = Executors.newFixedThreadPool(threads, Verification::daemon);
    boolean interrupted = false;
    try {
      List<Future<VerifiedFile>> judged = new ArrayList<>();
      for (Callable<VerifiedFile> task : tasks) {
        judged.add(
            workers.submit(
                () -> {
                  VerifiedFile file = task.call();
                  long sum = bytes.addAndGet(Math.max(0, file.bytes()));
                  progress.update(
                      new Progress.Step(
                          done.incrementAndGet(), tasks.size(), "files", Sizes.text(sum)));
                  return file;
                }));
      }
      for (Future<VerifiedFile> one : judged) {
        try {
          files.add(one.get());
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof CancelledException)) {
            throw new IllegalStateException("a check ended unexpectedly", e.getCause());
          }
          interrupted = true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      interrupted = true;
    } finally {
      workers.shutdownNow();
    }
    return new VerificationReport(
        files, size(), parts, links, notes, !lostRecords.isEmpty(), interrupted);
  }

  // A file that failed, or was only found, under one name and was fetched under another is here.
  private static List<ManifestEntry> current(Manifest manifest) {
    Set<String> fetched = uris(manifest, ManifestEntry::isFetched);
    Set<String> whole = uris(manifest, ManifestEntry::isWhole);
    return manifest.entries().stream()
        .filter(
            entry ->
                entry.isFetched() || !(entry.isWhole() ? fetched : whole).contains(entry.uri()))
        .toList();
  }

  private static Set<String> uris(Manifest manifest, Predicate<ManifestEntry> which) {
    return manifest.entries().stream()
        .filter(which)
        .map(ManifestEntry::uri)
        .collect(Collectors.toSet());
  }

  private void look() {
    for (ManifestEntry entry : entries) {
      folder.resolve(entry.path()).ifPresent(this::list);
    }
    if (!Files.exists(part.place())) {
      return;
    }
    try {
      Files.walkFileTree(
          part.place(),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
              return below.equals(part.place()) || isOwn(below)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              see(file, attributes);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              notes.add(file + " cannot be looked into: " + DiskTrouble.reason(failure));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      notes.add(folder.root() + " cannot be looked into: " + DiskTrouble.reason(e));
    }
    if (damagedCopies > 0) {
      notes.add(
          damagedCopies == 1
              ? "1 file named .damaged is not checked: a download or a repair has set it aside"
              : damagedCopies
                  + " files named .damaged are not checked: downloads and repairs have set them aside");
    }
    others.sort(null);
  }

  private void list(Path file) {
    listed.add(file);
    Path above = file.getParent();
    while (above != null && !above.equals(folder.root()) && ownFolders.add(above)) {
      above = above.getParent();
    }
  }

  // A layout of one's own makes folders beside the manifest of a flat one: a person's folder, in
  // which downloads are guests.
  private boolean isOwn(Path below) {
    return folder.nested() || ownFolders.contains(below);
  }

  private void see(Path file, BasicFileAttributes attributes) {
    if (file.getFileName().toString().endsWith(".part")) {
      // Of one that is recorded it is said already that it is missing.
      parts += listed.contains(withoutEnding(file)) ? 0 : 1;
    } else if (!listed.contains(file) && DamagedCopy.isOne(file)) {
      damagedCopies++;
    } else if (!listed.contains(file) && !folder.isOurs(file)) {
      if (attributes.isSymbolicLink()) {
        links++;
      } else if (attributes.isRegularFile()) {
        others.add(file);
      }
    }
  }

  private static Path withoutEnding(Path part) {
    String name = part.getFileName().toString();
    return part.resolveSibling(name.substring(0, name.length() - ".part".length()));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "verify");
    thread.setDaemon(true);
    return thread;
  }
}
