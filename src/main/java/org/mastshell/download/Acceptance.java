package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Path;
import org.mastshell.archive.Cancellation;
import org.mastshell.download.FileOutcome.Status;

/** Gives files their names that have come whole and whose content is sound. */
final class Acceptance {
  private final ContentCheck contentCheck;
  private final Arrivals arrivals;
  private final FolderSync names;
  private final Cancellation cancellation;

  Acceptance(
      ContentCheck contentCheck, Arrivals arrivals, FolderSync names, Cancellation cancellation) {
    this.contentCheck = contentCheck;
    this.arrivals = arrivals;
    this.names = names;
    this.cancellation = cancellation;
  }

  /**
   * Judges what came.
   *
   * @throws TransferFault if it may come better by another try
   */
  FileOutcome accept(PartFile part, Flow flow, Tries tries) throws DiskTrouble, TransferFault {
    // Called off between its last byte and its name: it does not get the name.
    cancellation.check();
    ContentVerdict verdict = judge(tries.file(), part);
    if (verdict.isDamaged()) {
      return refuse(verdict, part, tries);
    }
    name(part, tries);
    flow.keep();
    tries.has(part.size());
    return tries.complete(part.hash(), part.validator(), part.length() >= 0, verdict);
  }

  private ContentVerdict judge(PlannedFile file, PartFile part) throws DiskTrouble {
    try {
      ContentVerdict verdict = contentCheck.check(part.path(), file.name(), cancellation);
      return ListedMd5.judge(file, part.path(), verdict, cancellation);
    } catch (IOException e) {
      throw new DiskTrouble(e);
    }
  }

  // What has come into its place while it was fetched keeps it.
  private void name(PartFile part, Tries tries) throws DiskTrouble {
    try {
      PlannedFile file = tries.file();
      if (file.standing().isKept() && arrivals.mayReplace(file)) {
        tries.keeps(new DamagedCopy(file.target()).keep());
      }
      while (!part.complete(file.target(), arrivals.mayReplace(file))) {
        if (arrivals.mayBeThere(file) && part.givesWayTo(file.target())) {
          tries.hasCome();
          break;
        }
        file = arrivals.beside(file);
      }
      tries.goesTo(file);
      names.hasChanged(file.target().toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new DiskTrouble(e);
    }
  }

  // What comes twice with the same bytes was not damaged on its way: more tries would not help.
  private FileOutcome refuse(ContentVerdict verdict, PartFile part, Tries tries)
      throws TransferFault, DiskTrouble {
    tries.has(part.size());
    if (!tries.cameDamaged(part.hash())) {
      throw TransferFault.damaged(verdict.text());
    }
    Path kept = keep(part);
    return tries.end(
        Status.FAILED,
        "what came is damaged, twice with the same bytes, so it is in the archive (kept as %s): %s"
            .formatted(kept.getFileName(), verdict.text()));
  }

  /**
   * Keeps what came damaged for who wants to look at it, no further try being made.
   *
   * @param what what is wrong with it
   */
  FileOutcome keepDamaged(PartFile part, String what, Tries tries) throws DiskTrouble {
    tries.has(part.size());
    return tries.givenUp(
        "what came is damaged (kept as %s): %s".formatted(keep(part).getFileName(), what));
  }

  private Path keep(PartFile part) throws DiskTrouble {
    Path kept = part.keepAsDamaged();
    names.hasChanged(kept.toAbsolutePath().getParent());
    return kept;
  }
}
