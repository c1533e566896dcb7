package org.mastshell.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.ErrorObject;
import org.mastshell.archive.FileReply;
import org.mastshell.archive.FileSource;
import org.mastshell.archive.FileTrouble;
import org.mastshell.archive.WebPage;

/**
 * Single requests for a file, and what comes of them. A reply is joined to the bytes that are here
 * only if the server shows that they are of the same file.
 */
final class Reception {
  private static final int BUFFER = 1 << 16;

  private final FileSource source;
  private final DataFolder folder;

  Reception(FileSource source, DataFolder folder) {
    this.source = source;
    this.folder = folder;
  }

  /** Whether the server that said this of a file can be asked whether it has changed. */
  boolean understands(Validator known) {
    return source.understands(known.place());
  }

  /**
   * One request, and all the bytes that come of it.
   *
   * @param known what the server said of the file that is here, if it is to come only if changed
   * @return whether it came; false if it has not changed
   */
  boolean receive(
      PlannedFile file, PartFile part, Optional<Validator> known, Flow flow, Tries tries)
      throws IOException, TransferFault, DiskTrouble {
    refuseToThrowAway(part);
    boolean continued = part.isResumable() && understands(part.validator());
    long from = continued ? part.size() - Overlap.of(part.size()) : 0;
    flow.asks();
    tries.asksOnce();
    Optional<FileReply> opened =
        known.isPresent() && !continued
            ? new Renewal(source, known.get()).open(file.file().dataUri(), flow.cancellation())
            : Optional.of(open(file, part, from, flow.cancellation()));
    if (opened.isEmpty()) {
      return false;
    }
    try (FileReply reply = opened.get()) {
      flow.answered(reply.length());
      tries.wasRepeated(reply.repeats());
      byte[] buffer = new byte[BUFFER];
      InputStream body = reply.body();
      int count = body.readNBytes(buffer, 0, WebPage.HEAD);
      int head = reply.offset() == 0 ? count : 0;
      if (WebPage.isInPlaceOf(file.name(), reply.contentType(), buffer, head)) {
        throw TransferFault.brokenOff("the archive sent a web page in place of the file", null);
      }
      boolean error = head > 0 && ErrorObject.isOne(buffer, head);
      String instead = "the archive sent an error message in place of the file" + why(buffer, head);
      if (ErrorObject.isInPlaceOf(file.name(), reply.contentType(), buffer, head)) {
        throw TransferFault.brokenOff(instead, null);
      }
      Overlap overlap = Overlap.none();
      if (goesOn(part, reply, from)) {
        overlap = Overlap.of(part);
        tries.goesOn(!part.validator().proof().isEmpty());
        flow.begins(part.size());
      } else {
        flow.begins(0);
        tries.begins(reply.origin().remark());
        tries.lost(part.size(), whyAnew(part, reply, continued));
        begin(file, part, reply);
      }
      tries.endsByClosing(reply.endsByClosing() && file.file().listedSize() < 0);
      while (count > 0) {
        int again = overlap.compare(buffer, count);
        flow.repeated(again);
        flow.received(count - again);
        write(part, buffer, again, count, reply.length());
        if (reply.end() >= 0 && part.size() > reply.end()) {
          throw TransferFault.doubtful("more bytes came than the " + reply.end() + " stated");
        }
        count = body.read(buffer);
      }
      checkEnd(file, part, reply);
      if (error && part.size() != file.file().listedSize()) {
        throw TransferFault.doubtful(instead);
      }
      return true;
    }
  }

  private static String why(byte[] buffer, int head) {
    return ErrorObject.reason(buffer, head).map(reason -> ": " + reason).orElse("");
  }

  private FileReply open(PlannedFile file, PartFile part, long from, Cancellation cancellation)
      throws IOException {
    String uri = file.file().dataUri();
    return from > 0
        ? source
            .goingOn(part.validator().place())
            .open(uri, from, part.validator().proof(), cancellation)
        : source.open(uri, 0, "", cancellation);
  }

  // Another source would begin anew: for a large part that is not done without a word.
  private void refuseToThrowAway(PartFile part) {
    String place = part.validator().place();
    if (part.size() >= FileSource.DEAR && part.isResumable() && !source.understands(place)) {
      throw new ArchiveException(
          ArchiveException.Kind.QUESTION,
          ("%s of it came from the %s and can be gone on with only there: `set source auto`,"
                  + " or delete %s")
              .formatted(Sizes.text(part.size()), place, part.path().getFileName()),
          "");
    }
  }

  private static String whyAnew(PartFile part, FileReply reply, boolean continued) {
    if (!part.isResumable()) {
      return "its server said nothing that another reply could be joined by";
    }
    if (!continued) {
      return "its server is not the one that is asked now";
    }
    return Validator.of(reply).contradicts(part.validator())
        ? "the file has changed at the archive since"
        : "the archive sent the file from its beginning";
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
    if (otherLength && !now.contradicts(part.validator())) {
      throw TransferFault.doubtful(
          "the archive states %d bytes now, and %d before"
              .formatted(reply.length(), part.length()));
    }
    boolean unknown = part.validator().proof().isEmpty() && reply.length() < 0;
    if (unknown || now.contradicts(part.validator())) {
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
    if (part.size() == 0 && !file.file().mayBeEmpty()) {
      throw TransferFault.doubtful("the archive sent a file without a byte");
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
  void confirmLength(PlannedFile file, PartFile part, Flow flow, Tries tries)
      throws IOException, TransferFault {
    long listed = file.file().listedSize();
    if (listed < 0 || listed == part.size() || part.length() < 0) {
      return;
    }
    flow.asks();
    tries.asksOnce();
    try (FileReply reply = open(file, part, part.size(), flow.cancellation())) {
      if (Validator.of(reply).contradicts(part.validator())) {
        throw TransferFault.doubtful("the file has changed at the archive since it was fetched");
      }
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

  private void begin(PlannedFile file, PartFile part, FileReply reply) throws DiskTrouble {
    try {
      try {
        beginInFolder(file, part, reply);
      } catch (DiskTrouble e) {
        if (!(e.getCause() instanceof NoSuchFileException)) {
          throw e;
        }
        // Another download may have found the folder empty just now, and removed it.
        beginInFolder(file, part, reply);
      }
    } catch (DiskTrouble e) {
      folder.raiseTroubleForAll();
      throw e;
    }
  }

  // Not before there is something to put into it: files that are refused leave no folders.
  private void beginInFolder(PlannedFile file, PartFile part, FileReply reply) throws DiskTrouble {
    try {
      folder.makeParent(file.target());
    } catch (IOException e) {
      throw new DiskTrouble(e);
    }
    part.begin(Validator.of(reply), reply.length());
  }

  private void write(PartFile part, byte[] buffer, int from, int end, long length)
      throws DiskTrouble {
    if (from == end) {
      return;
    }
    try {
      part.write(buffer, from, end - from);
    } catch (DiskTrouble e) {
      folder.raiseTroubleForAll(e, Math.max(0, length - part.size()));
      throw e;
    }
  }
}
