package org.mastshell.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A kept download that this shell has for itself until this is closed: what becomes of its files is
 * written down as they end.
 */
public final class HeldJob implements AutoCloseable {
  private final Path file;
  private final Runnable release;
  private Consumer<HeldJob> whenBegun;
  private final KeptJob begun;
  private final Map<String, KeptJob.Ended> ended;
  private final Set<Integer> replaced;

  HeldJob(KeptJob job, Path file, Runnable release) {
    this(job, file, release, begun -> {});
  }

  /**
   * @param whenBegun told once, when the first of its files has ended
   */
  HeldJob(KeptJob job, Path file, Runnable release, Consumer<HeldJob> whenBegun) {
    this.whenBegun = whenBegun;
    this.begun = job;
    this.ended = new HashMap<>(job.ended());
    this.replaced = new HashSet<>(job.replaced());
    this.file = file;
    this.release = release;
  }

  /** As it is now. */
  public synchronized KeptJob job() {
    return new KeptJob(begun.number(), begun.order(), ended, replaced);
  }

  /** Which people call it by. */
  public int number() {
    return begun.number();
  }

  /** A file has ended; one that was only called off is still to come. */
  public void ended(FileOutcome outcome) {
    hasBegun();
    if (outcome.status() != FileOutcome.Status.CANCELLED) {
      ended(outcome.file().file().dataUri(), KeptJob.Ended.of(outcome));
    }
  }

  private void hasBegun() {
    Consumer<HeldJob> once;
    synchronized (this) {
      once = whenBegun;
      whenBegun = begun -> {};
    }
    once.accept(this);
  }

  synchronized void ended(String uri, KeptJob.Ended outcome) {
    if (!outcome.equals(ended.put(uri, outcome))) {
      add(JobFile.line(uri, outcome));
    }
  }

  /** Other downloads are kept no more, since this one has their files. */
  synchronized void replaces(Collection<Integer> numbers) {
    for (int number : numbers) {
      if (replaced.add(number)) {
        add(JobFile.line(number));
      }
    }
  }

  private void add(String text) {
    // Not made where it is gone: a file of such lines alone would be a damaged one.
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      // A line that a crash has torn is left to itself.
      ByteBuffer last = ByteBuffer.allocate(1);
      out.read(last, Math.max(0, out.size() - 1));
      String line = (last.get(0) == '\n' ? "" : "\n") + text;
      ByteBuffer rest = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      out.position(out.size());
      while (rest.hasRemaining()) {
        out.write(rest);
      }
    } catch (IOException unwritable) {
      // The disk itself tells what is here; only a word on it is lost.
      return;
    }
  }

  /**
   * A run has ended. When all files are here nothing is left to keep.
   *
   * @return whether that is so
   */
  public boolean settle(DownloadReport report) {
    report.outcomes().forEach(this::ended);
    if (report.allHere()) {
      forget();
      return true;
    }
    return false;
  }

  /** Removes it from the disk; its files and parts stay. */
  public void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException refused) {
      throw JobFolder.refused(file + " cannot be removed", refused);
    }
  }

  @Override
  public void close() {
    release.run();
  }
}
