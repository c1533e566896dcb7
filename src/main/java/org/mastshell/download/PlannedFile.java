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
 */
public record PlannedFile(FileToFetch file, Path target, State state, String note) {

  /** What is to be done for a file. */
  public enum State {
    /** It is there, with the size it should have: no request is made. */
    HERE,
    /** It is not there, or not whole, or its size is not known. */
    TO_FETCH,
    /** Its place cannot be written safely, the note says why: no request is made. */
    BLOCKED
  }

  /** No part may be null. */
  public PlannedFile {
    Objects.requireNonNull(file);
    Objects.requireNonNull(target);
    Objects.requireNonNull(state);
    Objects.requireNonNull(note);
  }

  /** The name of the file on the disk. */
  public String name() {
    return String.valueOf(target.getFileName());
  }
}
