package org.mastshell.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;

/**
 * Whether files and folders are in the hands of the account alone as which the program runs, so
 * that nobody else can have had a say in what they hold. Only owner, group and rights are looked
 * at: whom else an access control list lets write (its widest right stands where the group's would)
 * is not seen where the group bears the owner's name, nor who the members of that group are.
 *
 * @param account its owner; empty where that cannot be told, and nothing is in its hands then
 */
public record OwnHands(Optional<UserPrincipal> account) {

  /** Those of the account as which the program runs. */
  public static OwnHands ofThisProgram() {
    try {
      return new OwnHands(Optional.of(owner()));
    } catch (IOException | UnsupportedOperationException untold) {
      return new OwnHands(Optional.empty());
    }
  }

  // Java names the account only by what is its own: on Linux its process, elsewhere a file that it
  // makes.
  private static UserPrincipal owner() throws IOException {
    Path process = Path.of("/proc/self");
    if (Files.exists(process)) {
      return Files.getOwner(process);
    }
    Path made = Files.createTempFile("mastshell", null);
    try {
      return Files.getOwner(made);
    } finally {
      Files.delete(made);
    }
  }

  /** Whether a folder is, whatever leads to it. */
  public boolean holdFolder(Path folder) {
    return hold(folder);
  }

  /** Whether a file is; a link is not, since what it leads to may be changed elsewhere. */
  public boolean holdFile(Path file) {
    return hold(file, LinkOption.NOFOLLOW_LINKS);
  }

  private boolean hold(Path place, LinkOption... links) {
    if (account.isEmpty()) {
      return false;
    }
    try {
      if (Files.getFileAttributeView(place, PosixFileAttributeView.class) == null) {
        return Files.getOwner(place, links).equals(account.get());
      }
      return hold(Files.readAttributes(place, PosixFileAttributes.class, links));
    } catch (IOException | UnsupportedOperationException untold) {
      return false;
    }
  }

  /**
   * Whether what has these attributes is. A group of the owner's own name is the owner: many
   * systems give each account such a group, and leave it the right to write.
   */
  public boolean hold(PosixFileAttributes seen) {
    Set<PosixFilePermission> rights = seen.permissions();
    boolean ofGroup =
        rights.contains(PosixFilePermission.GROUP_WRITE)
            && !seen.group().getName().equals(seen.owner().getName());
    return account.filter(seen.owner()::equals).isPresent()
        && !ofGroup
        && !rights.contains(PosixFilePermission.OTHERS_WRITE);
  }
}
