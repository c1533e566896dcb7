package org.mastshell.language;

import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** A file of values that is not there, while another of nearly its name may be. */
public final class MissingFileException extends NoSuchFileException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<String> meant;
  private final String noSet;

  /**
   * @param path the file as typed
   * @param meant the file that was probably meant, as it can be typed
   */
  public MissingFileException(String path, Optional<String> meant) {
    this(path, meant, "");
  }

  private MissingFileException(String path, Optional<String> meant, String noSet) {
    super(path);
    this.meant = meant;
    this.noSet = noSet;
  }

  /**
   * The same where a set could have been meant, and is not there either.
   *
   * @param set the one that is not there ({@code no set 7})
   * @param near the set that was probably meant, if no file was
   */
  public MissingFileException norSet(String set, Optional<String> near) {
    return new MissingFileException(getFile(), meant.or(() -> near), set);
  }

  /** The file or set that was probably meant, as it can be typed. */
  Optional<String> meant() {
    return meant;
  }

  /** Whether a set could have been meant. */
  boolean isNoSetEither() {
    return !noSet.isEmpty();
  }

  @Override
  public String getMessage() {
    return "there is no file " + getFile() + (noSet.isEmpty() ? "" : ", and " + noSet + " either");
  }
}
