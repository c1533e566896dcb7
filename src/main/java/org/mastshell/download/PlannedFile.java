package org.mastshell.download;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What would be done for one file.
 *
 * @param file the file as listed
 * @param target where it goes; inside the data folder
 * @param state what is to be done
 * @param note anything worth saying about it (a changed name, why it is blocked); may be empty
 * @param kept bytes of an earlier part that can be built upon; 0 if there are none
 * @param standing what stood in its place then: nothing that came since is replaced
 * @param remark what the note says: OTHER, REPLACES or MEANWHILE
 */
public record PlannedFile(
    FileToFetch file,
    Path target,
    State state,
    String note,
    long kept,
    Standing standing,
    Remark remark) {

  /** What is to be done for a file. */
  public enum State {
    /** It is not there, or not whole, or its size is not known, or it is to be fetched anew. */
    TO_FETCH,
    /** It is there, and the manifest's record vouches for it: same version, same size. */
    HERE,
    /** It is there with the listed size, but no record says of which version it is. */
    UNVERIFIED,
    /** It is there, but the archive lists another version or size than its record: see the note. */
    STALE,
    /** Its place cannot be written safely, the note says why: no request is made. */
    BLOCKED
  }

  /** No part may be null. */
  public PlannedFile {
    Objects.requireNonNull(file);
    Objects.requireNonNull(target);
    Objects.requireNonNull(state);
    Objects.requireNonNull(note);
    Objects.requireNonNull(standing);
    Objects.requireNonNull(remark);
  }

  /** A file of which nothing is noted that is said of many. */
  public PlannedFile(
      FileToFetch file, Path target, State state, String note, long kept, Standing standing) {
    this(file, target, state, note, kept, standing, Remark.OTHER);
  }

  /** A file without an earlier part. */
  PlannedFile(FileToFetch file, Path target, State state, String note, Standing standing) {
    this(file, target, state, note, 0, standing);
  }

  /** Whether it is on the disk and is not going to be fetched. */
  public boolean isThere() {
    return state == State.HERE || state == State.UNVERIFIED || state == State.STALE;
  }

  /** The name of the file on the disk. */
  public String name() {
    return String.valueOf(target.getFileName());
  }
}
