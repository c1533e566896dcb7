package org.mastshell.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CancelledException;
import org.mastshell.archive.FileReply;
import org.mastshell.archive.FileSource;
import org.mastshell.archive.FileTrouble;
import org.mastshell.download.FileOutcome.Status;

/**
 * Fetches single files, each as often as needed, and accepts only what is whole. A further try goes
 * on after the bytes that are here, if the server shows that they are of the same file.
 */
final class FileTransfer {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_MESSAGE = 300;

  private final FileSource source;
  private final TransferOptions options;
  private final Backoff backoff;
  private final DataFolder folder;
  private final FolderLocks locks;
  private final FolderSync names;
  private final ParallelLimit places;
  private final Meter meter;
  private final StopSignal stop;
  private final ContentCheck contentCheck;
  private final Hashes hashes;

  FileTransfer(
      FileSource source,
      TransferOptions options,
      Backoff backoff,
      DataFolder folder,
      FolderLocks locks,
      FolderSync names,
      ParallelLimit places,
      Meter meter,
      StopSignal stop,
      ContentCheck contentCheck,
      Hashes hashes) {
    this.source = source;
    this.options = options;
    this.backoff = backoff;
    this.folder = folder;
    this.locks = locks;
    this.names = names;
    this.places = places;
    this.meter = meter;
    this.stop = stop;
    this.contentCheck = contentCheck;
    this.hashes = hashes;
  }

  /**
   * Fetches a file.
   *
   * @throws DownloadException if nothing can be written any more
   */
  FileOutcome fetch(PlannedFile file) {
    Tries tries = new Tries(file);
    String path = folder.relative(file.target());
    Optional<FolderLocks.Held> held = locks.file(path);
    if (held.isEmpty()) {
      return tries.end(Status.FAILED, "another download is writing this file");
    }
    try {
      folder.makeParent(file.target());
      try (PartFile part = PartFile.open(file.target(), file.file(), hashes, stop.cancellation())) {
        return fetch(file, part, tries);
      }
    } catch (CancelledException e) {
      return tries.end(Status.CANCELLED, "");
    } catch (IOException e) {
      folder.troubleForAll().ifPresent(FileTransfer::raise);
      return tries.end(Status.FAILED, "cannot be written: " + DiskTrouble.reason(e));
    } finally {
      held.get().release();
    }
  }

  /**
   * Fetches a file that is here only if the archive has another one by now.
   *
   * @param known what the server said of the one that is here
   */
  FileOutcome renew(PlannedFile file, Validator known) {
    Tries tries = new Tries(file);
    tries.bytes = DownloadPlan.size(file.target()).orElse(0L);
    if (!source.understands(known.place())) {
      return tries.end(
          Status.SKIPPED,
          "here; it came from the " + known.place() + ", which alone can say if it changed");
    }
    tries.count++;
    try (ParallelLimit.Place place = places.enter(stop::isStopped)) {
      if (isUnchanged(file, known)) {
        place.wentWell();
        return tries.end(Status.SKIPPED, "unchanged at the archive");
      }
    } catch (CancelledException e) {
      return tries.end(Status.CANCELLED, "");
    } catch (IOException | ArchiveException e) {
      return tries.end(
          Status.SKIPPED, "here; the archive does not say if it changed: " + e.getMessage());
    }
    return fetch(file);
  }

  private boolean isUnchanged(PlannedFile file, Validator known) throws IOException {
    Optional<FileReply> changed =
        source
            .goingOn(known.place())
            .openIfChanged(
                file.file().dataUri(),
                known.entityTag(),
                known.lastModified(),
                stop.cancellation());
    if (changed.isEmpty()) {
      return true;
    }
    try (FileReply reply = changed.get()) {
      // Not every server knows the question.
      return Validator.of(reply).confirms(known);
    }
  }

  private FileOutcome fetch(PlannedFile file, PartFile part, Tries tries) throws IOException {
    TryBudget budget = new TryBudget(options.retries(), backoff, part.size());
    while (true) {
      Optional<Duration> wait;
      String why;
      try {
        return attempt(file, part, tries);
      } catch (CancelledException e) {
        tries.bytes = part.size();
        return tries.end(Status.CANCELLED, "");
      } catch (TransferFault e) {
        if (e.areBytesDoubtful()) {
          part.discard();
        }
        tries.bytes = part.size();
        why = e.getMessage();
        wait = budget.failed(e, part.size());
      } catch (DiskTrouble e) {
        return tries.end(Status.FAILED, "cannot be written: " + e.getMessage());
      } catch (ArchiveException e) {
        if (stop.isStopped()) {
          return tries.end(Status.CANCELLED, "");
        }
        boolean login = e.kind() == ArchiveException.Kind.LOGIN;
        return tries.end(login ? Status.REFUSED : Status.FAILED, e.getMessage());
      }
      if (wait.isEmpty()) {
        String often = tries.count == 1 ? "" : " (tried " + tries.count + " times)";
        return tries.end(Status.FAILED, why + often);
      }
      if (stop.comesWithin(wait.get())) {
        return tries.end(Status.CANCELLED, "");
      }
    }
  }

  private FileOutcome attempt(PlannedFile file, PartFile part, Tries tries)
      throws TransferFault, DiskTrouble {
    stop.cancellation().check();
    try (ParallelLimit.Place place = places.enter(stop::isStopped);
        Flow flow = meter.begin(file)) {
      Cancellation.Registration registration =
          stop.cancellation().onCancel(flow.cancellation()::cancel);
      try {
        if (!isWhole(part)) {
          receive(file, part, flow, tries);
        }
        confirmLength(file, part, flow, tries);
        place.wentWell();
        // Nothing more is asked for it: while it is judged and flushed, another may come.
        place.giveBack();
        return accept(file, part, flow, tries);
      } catch (IOException | CancelledException e) {
        // A connection that is cut off on purpose fails like one that breaks.
        stop.cancellation().check();
        throw fault(e, flow, place);
      } finally {
        registration.close();
      }
    }
  }

  private static TransferFault fault(Exception failure, Flow flow, ParallelLimit.Place place) {
    if (flow.isStalled()) {
      return TransferFault.brokenOff(flow.trouble(), failure);
    }
    if (failure instanceof FileTrouble trouble) {
      if (trouble.reason() == FileTrouble.Reason.RANGE) {
        return TransferFault.doubtful("the archive has nothing that goes on after the part here");
      }
      if (trouble.reason() == FileTrouble.Reason.BUSY) {
        place.wasTooMuch();
      }
      return TransferFault.brokenOff(
          trouble.getMessage(), trouble.retries(), trouble.retryAfter(), trouble);
    }
    return TransferFault.brokenOff(
        "the connection failed: " + DiskTrouble.reason(asIo(failure)), failure);
  }

  /** One request, and all the bytes that come of it. */
  private void receive(PlannedFile file, PartFile part, Flow flow, Tries tries)
      throws IOException, TransferFault, DiskTrouble {
    boolean continued = part.isResumable() && source.understands(part.validator().place());
    long from = continued ? part.size() : 0;
    String proof = continued ? part.validator().proof() : "";
    FileSource asked = continued ? source.goingOn(part.validator().place()) : source;
    tries.count++;
    String uri = file.file().dataUri();
    try (FileReply reply = asked.open(uri, from, proof, flow.cancellation())) {
      flow.begins(reply.length(), 0);
      byte[] buffer = new byte[BUFFER];
      InputStream body = reply.body();
      int count = body.readNBytes(buffer, 0, WebPage.HEAD);
      int head = reply.offset() == 0 ? count : 0;
      if (WebPage.isInPlaceOf(file.name(), reply.contentType(), buffer, head)) {
        throw TransferFault.brokenOff("the archive sent a web page in place of the file", null);
      }
      if (goesOn(part, reply, from)) {
        tries.unproven |= part.validator().proof().isEmpty();
        flow.begins(reply.length(), from);
      } else {
        tries.unproven = false;
        tries.remark = reply.origin().remark();
        begin(part, reply);
      }
      while (count > 0) {
        flow.received(count);
        write(part, buffer, count, reply.length());
        if (reply.end() >= 0 && part.size() > reply.end()) {
          throw TransferFault.doubtful("more bytes came than the " + reply.end() + " stated");
        }
        count = body.read(buffer);
      }
      checkEnd(file, part, reply);
    }
  }

  /** Whether a reply goes on with the bytes that are here; if not, it is the whole file. */
  private static boolean goesOn(PartFile part, FileReply reply, long from) throws TransferFault {
    if (reply.offset() == 0) {
      return false;
    }
    if (from == 0 || reply.offset() != from) {
      throw TransferFault.doubtful("the archive sent another part of the file than asked for");
    }
    Validator now = Validator.of(reply);
    boolean otherLength =
        part.length() >= 0 && reply.length() >= 0 && part.length() != reply.length();
    boolean unknown = part.validator().proof().isEmpty() && reply.length() < 0;
    if (otherLength || unknown || now.contradicts(part.validator())) {
      throw TransferFault.doubtful(
          "the file has changed at the archive since its part was fetched");
    }
    return true;
  }

  private static void checkEnd(PlannedFile file, PartFile part, FileReply reply)
      throws TransferFault {
    long stated = Math.max(Math.max(reply.end(), reply.length()), part.length());
    if (part.size() < stated) {
      throw TransferFault.brokenOff("only " + part.size() + " of " + stated + " bytes came", null);
    }
    long listed = file.file().listedSize();
    if (reply.endsByClosing() && listed >= 0 && part.size() != listed) {
      throw TransferFault.doubtful(
          part.size() + " bytes came without a stated length, listed are " + listed);
    }
  }

  /**
   * A length that is not the listed one may be the list's mistake, or that of a server that cuts
   * files short: it is asked whether anything lies beyond.
   */
  private void confirmLength(PlannedFile file, PartFile part, Flow flow, Tries tries)
      throws IOException, TransferFault {
    long listed = file.file().listedSize();
    if (listed < 0 || listed == part.size() || part.length() < 0) {
      return;
    }
    tries.count++;
    String proof = part.validator().proof();
    try (FileReply reply =
        source
            .goingOn(part.validator().place())
            .open(file.file().dataUri(), part.size(), proof, flow.cancellation())) {
      if (reply.length() != part.size()) {
        throw TransferFault.doubtful(
            "the archive states %d bytes, and %d when asked again"
                .formatted(part.size(), reply.length()));
      }
    } catch (FileTrouble trouble) {
      if (trouble.reason() != FileTrouble.Reason.RANGE) {
        throw trouble;
      }
    }
  }

  /** Gives a file its name that has come whole and whose content is sound. */
  private FileOutcome accept(PlannedFile file, PartFile part, Flow flow, Tries tries)
      throws DiskTrouble, TransferFault {
    // Called off between its last byte and its name: it does not get the name.
    stop.cancellation().check();
    ContentVerdict verdict = judge(file, part);
    if (verdict.isDamaged()) {
      return refuse(verdict, part, tries);
    }
    tries.validator = part.validator();
    boolean stated = part.length() >= 0;
    tries.sha256 = part.complete();
    names.hasChanged(file.target().toAbsolutePath().getParent());
    flow.keep();
    tries.bytes = part.size();
    return tries.end(Status.COMPLETE, notes(file, stated, tries, verdict));
  }

  private ContentVerdict judge(PlannedFile file, PartFile part) throws DiskTrouble {
    try {
      return contentCheck.check(part.path(), file.name(), stop.cancellation());
    } catch (IOException e) {
      throw new DiskTrouble(e);
    }
  }

  // What comes twice with the same bytes was not damaged on its way: more tries would not help.
  private static FileOutcome refuse(ContentVerdict verdict, PartFile part, Tries tries)
      throws TransferFault, DiskTrouble {
    String hash = part.hash();
    tries.bytes = part.size();
    if (hash.equals(tries.damaged)) {
      discard(part);
      return tries.end(
          Status.FAILED,
          "what came is damaged, twice with the same bytes, so it is in the archive: "
              + verdict.text());
    }
    tries.damaged = hash;
    throw TransferFault.doubtful("what came is damaged: " + verdict.text());
  }

  private static void discard(PartFile part) throws DiskTrouble {
    try {
      part.discard();
    } catch (IOException e) {
      throw new DiskTrouble(e);
    }
  }

  private static boolean isWhole(PartFile part) {
    return part.length() >= 0 && part.size() == part.length() && part.isBegun();
  }

  private void begin(PartFile part, FileReply reply) throws DiskTrouble {
    try {
      part.begin(Validator.of(reply), reply.length());
    } catch (DiskTrouble e) {
      folder.troubleForAll().ifPresent(FileTransfer::raise);
      throw e;
    }
  }

  private void write(PartFile part, byte[] buffer, int count, long length) throws DiskTrouble {
    try {
      part.write(buffer, count);
    } catch (DiskTrouble e) {
      long missing = Math.max(0, length - part.size());
      folder.troubleForAll(e, missing).ifPresent(FileTransfer::raise);
      throw e;
    }
  }

  private static String notes(
      PlannedFile file, boolean stated, Tries tries, ContentVerdict verdict) {
    List<String> notes = new ArrayList<>();
    if (!file.note().isEmpty()) {
      notes.add(file.note());
    }
    if (!tries.remark.isEmpty()) {
      notes.add(tries.remark);
    }
    if (!stated) {
      notes.add("the archive did not state its length");
    }
    long listed = file.file().listedSize();
    if (listed >= 0 && listed != tries.bytes) {
      notes.add("listed as " + listed + " bytes, has " + tries.bytes);
    }
    if (tries.unproven) {
      notes.add("resumed without a validator, by its length alone");
    }
    if (verdict.kind() == ContentVerdict.Kind.WARNING) {
      notes.add(verdict.text());
    }
    return String.join("; ", notes);
  }

  private static IOException asIo(Exception failure) {
    return failure instanceof IOException io ? io : new IOException(failure.getMessage(), failure);
  }

  private static void raise(DownloadException trouble) {
    throw trouble;
  }

  /** What the tries for one file have come to. */
  private static final class Tries {
    private final PlannedFile file;
    private final long begun = System.nanoTime();
    private int count;
    private long bytes;
    private boolean unproven;
    private String sha256 = "";
    private String remark = "";
    private Validator validator = Validator.none();
    private String damaged = "";

    private Tries(PlannedFile file) {
      this.file = file;
    }

    private FileOutcome end(Status status, String message) {
      String clean = message.replaceAll("\\p{Cntrl}+", " ").strip();
      if (clean.length() > LONGEST_MESSAGE) {
        clean = clean.substring(0, LONGEST_MESSAGE) + "…";
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new FileOutcome(file, status, bytes, clean, count, seconds, sha256, validator);
    }
  }
}
