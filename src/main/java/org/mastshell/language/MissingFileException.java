package org.mastshell.language;

import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** A file of values that is not there, while another of nearly its name may be. */
public final class MissingFileException extends NoSuchFileException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<String> meant;

  /**
   * @param path the file as typed
   * @param meant the file that was probably meant, as it can be typed
   */
  public MissingFileException(String path, Optional<String> meant) {
    super(path);
    this.meant = meant;
  }

  /** The file that was probably meant, as it can be typed. */
  Optional<String> meant() {
    return meant;
  }

  @Override
  public String getMessage() {
    return "there is no file " + getFile();
  }
}
