package org.mastshell.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which login of an archive is stored on this computer, told by its mark, so that lists which were
 * kept for it serve before its token is opened. Where that cannot be kept or read, it is as if none
 * were stored: the archive can be asked again.
 */
public final class StoredLogins {
  private static final String END = ".login";
  private static final Pattern MARK = Pattern.compile("[0-9a-f]{1,128}");

  private final Path folder;

  /**
   * @param folder where that is written down; made when it first is
   */
  public StoredLogins(Path folder) {
    this.folder = folder;
  }

  /** The login of an archive that is stored, if one was. */
  public Optional<ListOwner> find(String server) {
    try {
      String mark = Files.readString(file(server), StandardCharsets.US_ASCII).strip();
      return Optional.of(mark)
          .filter(text -> MARK.matcher(text).matches())
          .map(text -> new ListOwner(server, text));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /** Writes down that this login is stored. */
  public void remember(ListOwner login) {
    if (find(login.server()).filter(login::equals).isPresent()) {
      return;
    }
    try {
      Path draft = Files.createTempFile(PrivateFile.folder(folder), "login", ".part");
      try {
        Files.writeString(draft, login.account(), StandardCharsets.US_ASCII);
        Files.move(draft, file(login.server()), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException unwritable) {
      // The next shell asks once more, as one without a login.
      return;
    }
  }

  /**
   * Forgets the login of an archive.
   *
   * @throws StoreException if that cannot be done
   */
  public void forget(String server) {
    try {
      Files.deleteIfExists(file(server));
    } catch (IOException refused) {
      throw DiskRoom.refused(file(server), file(server) + " cannot be deleted", refused);
    }
  }

  private Path file(String server) {
    return folder.resolve(new ListOwner(server, "").folder() + END);
  }
}
