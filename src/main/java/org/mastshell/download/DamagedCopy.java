package org.mastshell.download;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What is not the file that belongs to a place, kept beside it under a name of its own: what came
 * damaged, or what stood there and may be a person's.
 *
 * @param target the place
 */
record DamagedCopy(Path target) {
  private static final String MARK = ".damaged";

  /**
   * A name for it.
   *
   * @param number from 1 up, where others are taken
   */
  Path place(int number) {
    String mark = number == 1 ? MARK : MARK + "-" + number;
    return target.resolveSibling(target.getFileName() + mark);
  }

  /** Whether a name is one under which such a file is kept. */
  static boolean isOne(Path file) {
    return String.valueOf(file.getFileName()).matches(".+\\" + MARK + "(-\\d+)?");
  }

  /**
   * Gives what stands in the place a second name, which stays when the place is taken. What has
   * such a name already stays, and serves if it has the same bytes.
   *
   * @return that name
   */
  Path keep() throws IOException {
    for (int number = 1; ; number++) {
      Path aside = place(number);
      if (named(aside)) {
        return aside;
      }
    }
  }

  private boolean named(Path aside) throws IOException {
    try {
      return linked(aside);
    } catch (FileAlreadyExistsException taken) {
      return Files.isRegularFile(aside, LinkOption.NOFOLLOW_LINKS)
          && Files.isRegularFile(target)
          && Files.mismatch(aside, target) < 0;
    }
  }

  // Some disks know no second name for a file.
  private boolean linked(Path aside) throws IOException {
    try {
      Files.createLink(aside, target);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (UnsupportedOperationException | IOException noLinks) {
      Files.copy(target, aside, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }
    return true;
  }
}
