package org.mastshell.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is written anew for each input, for readers that want a file. */
public final class ScratchFile {
  private final String name;
  private Path folder;

  /**
   * @param name of the file
   */
  public ScratchFile(String name) {
    this.name = name;
  }

  /** The file, in a folder of its own that goes with the program. */
  public Path path() throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("fuzz");
      folder.toFile().deleteOnExit();
      folder.resolve(name).toFile().deleteOnExit();
    }
    return folder.resolve(name);
  }

  /** The file, with this in it. */
  public Path holding(byte... content) throws IOException {
    return Files.write(path(), content);
  }
}
