package org.mastshell.download;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CancelledException;
import org.mastshell.archive.FileTrouble;
import org.mastshell.archive.WaitText;
import org.mastshell.download.FileOutcome.Status;

/**
 * Fetches single files, each as often as needed, and accepts only what is whole. A further try goes
 * on after the bytes that are here, if the server shows that they are of the same file.
 */
final class FileTransfer {
  private final TransferOptions options;
  private final Backoff backoff;
  private final DataFolder folder;
  private final Claims claims;
  private final Reception reception;
  private final Acceptance acceptance;
  private final ParallelLimit.Share places;
  private final Meter meter;
  private final StopSignal stop;
  private final Hashes hashes;

  FileTransfer(
      TransferOptions options,
      Backoff backoff,
      DataFolder folder,
      Claims claims,
      Reception reception,
      Acceptance acceptance,
      ParallelLimit.Share places,
      Meter meter,
      StopSignal stop,
      Hashes hashes) {
    this.options = options;
    this.backoff = backoff;
    this.folder = folder;
    this.claims = claims;
    this.reception = reception;
    this.acceptance = acceptance;
    this.places = places;
    this.meter = meter;
    this.stop = stop;
    this.hashes = hashes;
  }

  /**
   * Fetches a file, unless another download has done so since it was planned.
   *
   * @param known what the server said of the file that is here, if it is to be fetched only if the
   *     archive has another one by now
   * @param patient whether another download that is at it is waited for
   * @param ended is told how it ended, while nobody else may write the file
   * @return false if another download is at it, and nothing was done
   * @throws DownloadException if nothing can be written any more
   */
  boolean fetch(
      PlannedFile planned,
      Optional<Validator> known,
      boolean patient,
      Consumer<FileOutcome> ended) {
    Tries tries = new Tries(planned);
    try {
      Optional<Claims.Claim> taken = claims.take(planned, patient);
      if (taken.isEmpty() && !patient) {
        return false;
      }
      if (taken.isEmpty()) {
        ended.accept(tries.end(Status.CANCELLED, ""));
        return true;
      }
      try (Claims.Claim claim = taken.get()) {
        ended.accept(outcome(claim, known, tries));
      }
    } catch (DownloadException e) {
      // What was done for it until then is told with the rest.
      ended.accept(tries.end(Status.CANCELLED, ""));
      throw e;
    } catch (CancelledException e) {
      ended.accept(tries.end(Status.CANCELLED, ""));
    } catch (IOException e) {
      folder.raiseTroubleForAll();
      ended.accept(tries.end(Status.FAILED, "cannot be written: " + DiskTrouble.reason(e)));
    }
    return true;
  }

  private FileOutcome outcome(Claims.Claim claim, Optional<Validator> seen, Tries tries) {
    PlannedFile file = claim.file();
    tries.goesTo(file);
    if (claim.arrived()) {
      tries.has(DownloadPlan.size(file.target()).orElse(0L));
      return tries.end(Status.SKIPPED, file.note(), file.remark());
    }
    if (file.state() == PlannedFile.State.BLOCKED) {
      return tries.end(Status.FAILED, file.note());
    }
    // What is not there any more, or goes elsewhere, is fetched whatever the archive has.
    Optional<Validator> known = seen.filter(validator -> file.isThere());
    if (known.isPresent()) {
      tries.asks();
      if (!reception.understands(known.get())) {
        String place = known.get().place();
        return tries.end(
            Status.SKIPPED,
            "here; it came from the " + place + ", which alone can say if it changed");
      }
    }
    try {
      folder.refuseOutside(file.target());
      // Only who may write the file sees what nobody goes on with.
      new PartPlace(file.target()).misfit(file.file()).ifPresent(tries::standsInVain);
      try (PartFile part = PartFile.open(file.target(), file.file(), hashes, stop.cancellation())) {
        if (part.size() > 0) {
          tries.standsPartly();
          tries.buildsUpon(part.size());
        }
        return fetch(part, known, tries);
      }
    } catch (CancelledException e) {
      return tries.end(Status.CANCELLED, "");
    } catch (IOException e) {
      folder.raiseTroubleForAll();
      return tries.end(Status.FAILED, "cannot be written: " + DiskTrouble.reason(e));
    }
  }

  private FileOutcome fetch(PartFile part, Optional<Validator> known, Tries tries)
      throws IOException {
    TryBudget budget = new TryBudget(options.retries(), backoff, part.size());
    while (true) {
      Optional<Duration> wait;
      String why;
      try {
        return attempt(part, known, tries);
      } catch (CancelledException e) {
        tries.has(part.size());
        return tries.end(Status.CANCELLED, "");
      } catch (TransferFault e) {
        wait = budget.failed(e, e.areBytesDoubtful() ? 0 : part.size());
        if (e.isDamage() && wait.isEmpty()) {
          return damaged(part, e, tries);
        }
        if (e.areBytesDoubtful()) {
          if (!e.isDamage()) {
            tries.lost(part.size(), e.getMessage());
          }
          part.discard();
        }
        tries.has(part.size());
        meter.left(tries.file(), part.size());
        why = e.isDamage() ? "what came is damaged: " + e.getMessage() : e.getMessage();
      } catch (DiskTrouble e) {
        return tries.end(Status.FAILED, "cannot be written: " + e.getMessage());
      } catch (ArchiveException e) {
        if (stop.isStopped()) {
          return tries.end(Status.CANCELLED, "");
        }
        if (known.isPresent() && isGone(e, tries.file())) {
          return tries.gone();
        }
        return switch (e.kind()) {
          case LOGIN -> tries.end(Status.REFUSED, e.getMessage());
          case GONE -> tries.end(Status.FAILED, FileOutcome.NO_SUCH_FILE, Remark.NOWHERE);
          default -> tries.end(Status.FAILED, e.getMessage());
        };
      }
      if (wait.isEmpty()) {
        return tries.givenUp(why);
      }
      if (comesWithin(wait.get(), why)) {
        return tries.end(Status.CANCELLED, "");
      }
    }
  }

  private static boolean isGone(ArchiveException answer, PlannedFile file) {
    return answer.kind() == ArchiveException.Kind.GONE
        && DownloadPlan.size(file.target()).isPresent();
  }

  private boolean comesWithin(Duration wait, String why) {
    try (Meter.Pause pause = meter.pause(wait, why)) {
      return stop.comesWithin(pause.length());
    }
  }

  private FileOutcome damaged(PartFile part, TransferFault fault, Tries tries) throws IOException {
    try {
      return acceptance.keepDamaged(part, fault.getMessage(), tries);
    } catch (DiskTrouble e) {
      return tries.end(Status.FAILED, "cannot be written: " + e.getMessage());
    }
  }

  private FileOutcome attempt(PartFile part, Optional<Validator> known, Tries tries)
      throws TransferFault, DiskTrouble {
    stop.cancellation().check();
    PlannedFile file = tries.file();
    try (ParallelLimit.Place place = places.enter(stop::isStopped);
        Flow flow = meter.begin(file)) {
      Cancellation.Registration registration =
          stop.cancellation().onCancel(flow.cancellation()::cancel);
      try {
        boolean came = isWhole(part) || reception.receive(file, part, known, flow, tries);
        if (came && known.isPresent()) {
          tries.replaces(known.get(), part.validator());
        }
        if (!came && DownloadPlan.size(file.target()).isEmpty()) {
          // Gone while the archive was asked: that it has not changed is no use.
          came = reception.receive(file, part, Optional.empty(), flow, tries);
        }
        if (!came) {
          place.wentWell();
          return tries.end(Status.SKIPPED, FileOutcome.UNCHANGED, Remark.UNCHANGED);
        }
        reception.confirmLength(file, part, flow, tries);
        place.wentWell();
        // Nothing more is asked for it: while it is judged and flushed, another may come.
        place.giveBack();
        flow.arrived();
        return acceptance.accept(part, flow, tries);
      } catch (IOException | CancelledException e) {
        // A connection that is cut off on purpose fails like one that breaks.
        stop.cancellation().check();
        throw fault(e, part, flow, place);
      } finally {
        registration.close();
      }
    }
  }

  private static TransferFault fault(
      Exception failure, PartFile part, Flow flow, ParallelLimit.Place place) {
    if (flow.isStalled()) {
      return TransferFault.brokenOff(flow.trouble(), failure);
    }
    if (failure instanceof FileTrouble trouble) {
      if (trouble.reason() == FileTrouble.Reason.RANGE) {
        return TransferFault.doubtful(
            part.length() > part.size()
                ? "the archive stated %d bytes, and has no more than the %d that came"
                    .formatted(part.length(), part.size())
                : "the archive has nothing that goes on after the part here");
      }
      Duration asked = trouble.retryAfter().orElse(Duration.ZERO);
      if (trouble.reason() == FileTrouble.Reason.BUSY) {
        place.wasTooMuch(new ParallelLimit.Rest(asked, trouble.getMessage()));
      }
      String said = trouble.getMessage() + (TryBudget.isTooLong(asked) ? longRest(asked) : "");
      return TransferFault.brokenOff(said, trouble.retries(), trouble.retryAfter(), trouble);
    }
    return TransferFault.brokenOff(
        "the connection failed: "
            + (isCut(failure) ? "the reply was cut off" : DiskTrouble.reason(asIo(failure))),
        failure);
  }

  // By the HTTP library's own words, or without any.
  private static boolean isCut(Exception failure) {
    String said = String.valueOf(failure.getMessage());
    return failure instanceof EOFException || said.startsWith("unexpected end of stream");
  }

  /** What is added to a server's words where it asks for more than is waited for. */
  static String longRest(Duration asked) {
    return " and asks to be left alone for %s, longer than a download waits"
        .formatted(WaitText.left(asked));
  }

  private static boolean isWhole(PartFile part) {
    return part.length() >= 0 && part.size() == part.length() && part.isBegun();
  }

  private static IOException asIo(Exception failure) {
    return failure instanceof IOException io ? io : new IOException(failure.getMessage(), failure);
  }
}
