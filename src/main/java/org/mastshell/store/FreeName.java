package org.mastshell.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives a file a name that nothing else has. */
public final class FreeName {
  private FreeName() {}

  /**
   * Gives a draft its name, if that is free. A link refuses a name that is taken, in one step; a
   * rename would replace that file.
   *
   * @return whether it has the name now
   * @throws IOException if it cannot be named there at all
   */
  public static boolean take(Path draft, Path free) throws IOException {
    try {
      Files.createLink(free, draft);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } catch (UnsupportedOperationException | IOException noLinks) {
      if (Files.exists(free)) {
        return false;
      }
      Files.move(draft, free);
      return true;
    }
  }
}
