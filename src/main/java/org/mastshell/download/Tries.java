package org.mastshell.download;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mastshell.download.FileOutcome.Status;

/** What the tries for one file have come to, and how that is put into words. */
final class Tries {
  private static final int LONGEST_MESSAGE = 300;
  // Less than that of this very transfer comes again before anybody has read of it.
  private static final long WORTH_SAYING = 1L << 20;

  private PlannedFile file;
  private boolean asking;
  private int count;
  private long begun;
  private long bytes;
  private long kept;
  private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
  private String sha256 = "";
  private String remark = "";
  private String news = "";
  private Validator validator = Validator.none();
  private String damaged = "";
  private boolean standing;
  private Optional<PartPlace.Misfit> misfit = Optional.empty();
  private long atFirst;
  private long lost;
  private long lostOfEarlier;
  private String whyLost = "";

  Tries(PlannedFile file) {
    this.file = file;
  }

  /** It goes to another place than was planned, or is there by now. */
  void goesTo(PlannedFile other) {
    file = other;
  }

  PlannedFile file() {
    return file;
  }

  /** It is here, and the archive is only asked whether it has another one by now. */
  void asks() {
    asking = true;
    bytes = DownloadPlan.size(file.target()).orElse(0L);
  }

  /** A request is made. */
  void asksOnce() {
    begun = count == 0 ? System.nanoTime() : begun;
    count++;
  }

  /** So many more were made of it by the HTTP library, since a connection had gone away. */
  void wasRepeated(int times) {
    count += times;
  }

  /** Bytes from the beginning come. */
  void begins(String remarkOnOrigin) {
    asking = false;
    doubts.clear();
    remark = remarkOnOrigin;
    kept = 0;
  }

  /**
   * Bytes come that go on with those that are here.
   *
   * @param proven whether something but the length says that they belong together
   */
  void goesOn(boolean proven) {
    asking = false;
    if (!proven) {
      doubts.add(Doubt.UNPROVEN);
    }
  }

  /**
   * Bytes come.
   *
   * @param alone whether nothing but the end of the connection is going to say that these are all
   */
  void endsByClosing(boolean alone) {
    if (alone) {
      doubts.add(Doubt.OPEN_ENDED);
    } else {
      doubts.remove(Doubt.OPEN_ENDED);
    }
  }

  /** So many bytes of it are here now. */
  void has(long bytesHere) {
    if (!asking) {
      bytes = bytesHere;
    }
  }

  /**
   * All bytes came, and are damaged.
   *
   * @return whether the same bytes came before
   */
  boolean cameDamaged(String hash) {
    boolean again = hash.equals(damaged);
    damaged = hash;
    return again;
  }

  /** A part of it stands here, of an earlier download. */
  void standsPartly() {
    standing = true;
  }

  /** So many bytes of an earlier download are built upon. */
  void buildsUpon(long bytesHere) {
    kept = bytesHere;
    atFirst = bytesHere;
  }

  /** A part stands here with which nobody can go on; it goes when other bytes take its place. */
  void standsInVain(PartPlace.Misfit part) {
    misfit = Optional.of(part);
  }

  /** The bytes that are here of it are thrown away: so many, unless it is a misfit that goes. */
  void lost(long bytesGone, String why) {
    boolean worthSaying = bytesGone >= WORTH_SAYING || (standing && bytesGone > 0);
    if (misfit.isPresent()) {
      loses(misfit.get().bytes(), misfit.get().bytes(), misfit.get().why());
    } else if (worthSaying) {
      loses(bytesGone, standing ? Math.min(atFirst, bytesGone) : 0, why);
    }
    misfit = Optional.empty();
    standing = false;
  }

  private void loses(long bytesGone, long ofEarlier, String why) {
    if (!file.note().contains(why)) {
      lost += bytesGone;
      lostOfEarlier += ofEarlier;
      whyLost = why;
    }
  }

  /** What stood in its place has another name now. */
  void keeps(Path other) {
    news = "the old file is kept beside it, as " + other.getFileName();
  }

  /** The same bytes came into its place by another way, while these were fetched. */
  void hasCome() {
    news = "the same bytes have come into its place meanwhile, and stay";
  }

  /** It takes the place of one that was here, since the server says that it is another one. */
  void replaces(Validator known, Validator now) {
    String change = now.changeFrom(known);
    news =
        "replaced: the archive has another file by now"
            + (change.isEmpty() ? "" : " (" + change + ")");
  }

  /** It is complete. */
  FileOutcome complete(String hash, Validator ofServer, boolean stated, ContentVerdict verdict) {
    sha256 = hash;
    validator = ofServer;
    List<String> notes = notes(stated, verdict);
    // With anything besides it is said of this file alone.
    Remark known = notes.equals(List.of(file.note())) ? file.remark() : Remark.OTHER;
    return end(Status.COMPLETE, String.join("; ", notes), known);
  }

  /** What is here stays: the archive has it no more. */
  FileOutcome gone() {
    return end(Status.GONE, "is gone from the archive; the file here stays");
  }

  /** No more tries are made. */
  FileOutcome givenUp(String why) {
    return end(Status.FAILED, why + (count <= 1 ? "" : " (tried " + count + " times)"));
  }

  FileOutcome end(Status status, String message) {
    return end(status, message, Remark.OTHER);
  }

  FileOutcome end(Status status, String message, Remark known) {
    boolean unanswered = asking && (status == Status.FAILED || status == Status.REFUSED);
    String all = unanswered ? unasked(message) : message;
    boolean inVain = lost > 0 && !all.contains(whyLost) && status != Status.CANCELLED;
    all = inVain ? Presence.joined(all, PartPlace.loss(lost, lostOfEarlier, whyLost)) : all;
    // What is not there is nowhere, whatever was lost of it.
    boolean more = unanswered || (inVain && known != Remark.NOWHERE);
    Remark said = more ? Remark.OTHER : known;
    String clean = all.replaceAll("\\p{Cntrl}+", " ").strip();
    if (clean.length() > LONGEST_MESSAGE) {
      clean = clean.substring(0, LONGEST_MESSAGE) + "…";
    }
    // While it waits for its turn nothing is done for it.
    double seconds = count == 0 ? 0 : (System.nanoTime() - begun) / 1e9;
    return new FileOutcome(
        file, status, bytes, kept, clean, said, count, seconds, sha256, validator);
  }

  /** What is said of a file that is here, and of which the archive could not be asked. */
  static String unasked(String why) {
    return "is here; whether it has changed could not be asked: " + why;
  }

  private List<String> notes(boolean stated, ContentVerdict verdict) {
    List<String> notes = new ArrayList<>();
    // First: what is too long loses its end.
    for (Doubt doubt : doubts) {
      if (!doubt.isSettledBy(verdict)) {
        notes.add(doubt.text());
      }
    }
    if (!file.note().isEmpty()) {
      notes.add(file.note());
    }
    if (!remark.isEmpty()) {
      notes.add(remark);
    }
    if (!news.isEmpty()) {
      notes.add(news);
    }
    if (!stated && !notes.contains(Doubt.OPEN_ENDED.text())) {
      notes.add("the archive did not state its length");
    }
    long listed = file.file().listedSize();
    if (listed >= 0 && listed != bytes) {
      notes.add("listed as " + listed + " bytes, has " + bytes);
    }
    if (verdict.kind() == ContentVerdict.Kind.WARNING) {
      notes.add(verdict.text());
    }
    return notes;
  }
}
