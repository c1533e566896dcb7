package org.mastshell.download;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CancelledException;
import org.mastshell.archive.FileReply;
import org.mastshell.archive.FileSource;
import org.mastshell.download.FileOutcome.Status;

/** Fetches single files, each as often as needed, and accepts only what is whole. */
final class FileTransfer {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_MESSAGE = 300;

  private final FileSource source;
  private final TransferOptions options;
  private final Backoff backoff;
  private final DataFolder folder;
  private final FolderLocks locks;
  private final Meter meter;
  private final StopSignal stop;
  private final ContentCheck contentCheck;

  FileTransfer(
      FileSource source,
      TransferOptions options,
      Backoff backoff,
      DataFolder folder,
      FolderLocks locks,
      Meter meter,
      StopSignal stop,
      ContentCheck contentCheck) {
    this.source = source;
    this.options = options;
    this.backoff = backoff;
    this.folder = folder;
    this.locks = locks;
    this.meter = meter;
    this.stop = stop;
    this.contentCheck = contentCheck;
  }

  /**
   * Fetches a file.
   *
   * @throws DownloadException if nothing can be written any more
   */
  FileOutcome fetch(PlannedFile file) {
    long begun = System.nanoTime();
    Tries tries = new Tries(file, begun);
    String path = folder.relative(file.target());
    Optional<FolderLocks.Held> held = locks.file(path);
    if (held.isEmpty()) {
      return tries.end(Status.FAILED, "another download is writing this file");
    }
    try {
      folder.makeParent(file.target());
      return fetch(file, tries);
    } catch (IOException e) {
      folder.troubleForAll().ifPresent(FileTransfer::raise);
      return tries.end(Status.FAILED, "cannot be written: " + DiskTrouble.reason(e));
    } finally {
      held.get().release();
    }
  }

  private FileOutcome fetch(PlannedFile file, Tries tries) {
    while (true) {
      try {
        return attempt(file, tries);
      } catch (CancelledException e) {
        return tries.end(Status.CANCELLED, "");
      } catch (TransferFault e) {
        tries.last = e.getMessage();
      } catch (DiskTrouble e) {
        return tries.end(Status.FAILED, "cannot be written: " + e.getMessage());
      } catch (ArchiveException e) {
        if (stop.isStopped()) {
          return tries.end(Status.CANCELLED, "");
        }
        // The source has tried again by itself what may pass.
        boolean login = e.kind() == ArchiveException.Kind.LOGIN;
        return tries.end(login ? Status.REFUSED : Status.FAILED, e.getMessage());
      }
      if (tries.count > options.retries()) {
        String often = tries.count == 1 ? "" : " (tried " + tries.count + " times)";
        return tries.end(Status.FAILED, tries.last + often);
      }
      if (stop.comesWithin(backoff.after(tries.count))) {
        return tries.end(Status.CANCELLED, "");
      }
    }
  }

  private FileOutcome attempt(PlannedFile file, Tries tries) throws TransferFault, DiskTrouble {
    stop.cancellation().check();
    tries.count++;
    tries.bytes = 0;
    try (Flow flow = meter.begin(file)) {
      Cancellation.Registration registration =
          stop.cancellation().onCancel(flow.cancellation()::cancel);
      try (FileReply reply = source.open(file.file().dataUri(), 0, "", flow.cancellation())) {
        flow.begins(reply.length());
        return receive(file, reply, flow, tries);
      } catch (IOException | CancelledException e) {
        // A connection that is cut off on purpose fails like one that breaks.
        stop.cancellation().check();
        if (flow.isStalled()) {
          throw new TransferFault(
              "no byte came for " + options.stallTimeout().toSeconds() + " s", e);
        }
        throw new TransferFault("the connection failed: " + DiskTrouble.reason(asIo(e)), e);
      } finally {
        registration.close();
        tries.bytes = flow.received();
      }
    }
  }

  private FileOutcome receive(PlannedFile file, FileReply reply, Flow flow, Tries tries)
      throws IOException, TransferFault, DiskTrouble {
    if (reply.offset() != 0) {
      throw new TransferFault("the archive sent another part of the file than asked for");
    }
    byte[] buffer = new byte[BUFFER];
    InputStream body = reply.body();
    int count = body.readNBytes(buffer, 0, WebPage.HEAD);
    if (WebPage.isInPlaceOf(file.name(), reply.contentType(), buffer, count)) {
      throw new TransferFault("the archive sent a web page in place of the file");
    }
    try (PartFile part = open(file)) {
      while (count > 0) {
        flow.received(count);
        write(part, buffer, count, reply.length());
        if (reply.length() >= 0 && part.size() > reply.length()) {
          throw new TransferFault("more bytes came than the " + reply.length() + " stated");
        }
        count = body.read(buffer);
      }
      if (reply.length() >= 0 && part.size() < reply.length()) {
        throw new TransferFault("only " + part.size() + " of " + reply.length() + " bytes came");
      }
      // Called off between its last byte and its name: it does not get the name.
      stop.cancellation().check();
      ContentVerdict verdict = judge(file);
      if (verdict.isDamaged()) {
        return refuse(verdict, part, tries);
      }
      String sha256 = part.complete();
      flow.keep();
      tries.bytes = part.size();
      tries.sha256 = sha256;
      return tries.end(Status.COMPLETE, notes(file, reply.length(), part.size(), verdict));
    }
  }

  private ContentVerdict judge(PlannedFile file) throws DiskTrouble {
    try {
      return contentCheck.check(PartFile.partOf(file.target()), file.name(), stop.cancellation());
    } catch (IOException e) {
      throw new DiskTrouble(e);
    }
  }

  // What comes twice with the same bytes was not damaged on its way: more tries would not help.
  private static FileOutcome refuse(ContentVerdict verdict, PartFile part, Tries tries)
      throws TransferFault {
    String hash = part.hash();
    tries.bytes = part.size();
    if (hash.equals(tries.damaged)) {
      return tries.end(
          Status.FAILED,
          "what came is damaged, twice with the same bytes, so it is in the archive: "
              + verdict.text());
    }
    tries.damaged = hash;
    throw new TransferFault("what came is damaged: " + verdict.text());
  }

  private PartFile open(PlannedFile file) throws DiskTrouble {
    try {
      return PartFile.open(file.target(), 0);
    } catch (IOException e) {
      folder.troubleForAll().ifPresent(FileTransfer::raise);
      throw new DiskTrouble(e);
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

  private static String notes(PlannedFile file, long stated, long bytes, ContentVerdict verdict) {
    List<String> notes = new ArrayList<>();
    if (!file.note().isEmpty()) {
      notes.add(file.note());
    }
    if (stated < 0) {
      notes.add("the archive did not state its length");
    }
    long listed = file.file().listedSize();
    if (listed >= 0 && listed != bytes) {
      notes.add("listed as " + listed + " bytes, has " + bytes);
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
    private final long begun;
    private int count;
    private long bytes;
    private String last = "";
    private String sha256 = "";
    private String damaged = "";

    private Tries(PlannedFile file, long begun) {
      this.file = file;
      this.begun = begun;
    }

    private FileOutcome end(Status status, String message) {
      String clean = message.replaceAll("\\p{Cntrl}+", " ").strip();
      if (clean.length() > LONGEST_MESSAGE) {
        clean = clean.substring(0, LONGEST_MESSAGE) + "…";
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new FileOutcome(file, status, bytes, clean, count, seconds, sha256);
    }
  }
}
