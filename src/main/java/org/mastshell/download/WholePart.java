package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.mastshell.store.FreeName;

/**
 * A part that has all its bytes, on the disk and closed: what is left to do is to give it a name.
 */
final class WholePart {
  private final Path target;
  private final Path part;
  private boolean settled;

  /**
   * @param target the place that the file belongs to
   * @param part where its bytes are
   */
  WholePart(Path target, Path part) {
    this.target = target;
    this.part = part;
  }

  /** Whether nothing is left to do for it: it has its name, or is not needed. */
  boolean isSettled() {
    return settled;
  }

  /**
   * Gives it a name. A link refuses a name that is taken in the same step.
   *
   * @param replaces whether it may take the place of what has that name
   * @return whether it has it now; if not, another name can be tried
   */
  boolean nameAs(Path name, boolean replaces) throws IOException {
    if (replaces) {
      Files.move(part, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      settle();
    } else if (FreeName.take(part, name)) {
      settle();
    }
    return settled;
  }

  /**
   * Goes away if a file has the same bytes.
   *
   * @return whether it has gone
   */
  boolean givesWayTo(Path file) throws IOException {
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(part, file) < 0) {
      settle();
    }
    return settled;
  }

  /**
   * Keeps its bytes beside its place under a name that says that they are damaged; what stands
   * there under such a name stays.
   *
   * @return where they are
   */
  Path keepAsDamaged() throws IOException {
    DamagedCopy copy = new DamagedCopy(target);
    for (int number = 1; ; number++) {
      Path aside = copy.place(number);
      if (nameAs(aside, false) || givesWayTo(aside)) {
        return aside;
      }
    }
  }

  // The journal last: a part without one would be somebody else's.
  private void settle() {
    settled = true;
    try {
      Files.deleteIfExists(part);
      PartNote.remove(PartNote.of(part));
    } catch (IOException harmless) {
      // The file has its own name.
      return;
    }
  }
}
