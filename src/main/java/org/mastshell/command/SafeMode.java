package org.mastshell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.mastshell.session.Setting;

/**
 * What the program may do on a computer that is not only its person's. It is given to all that
 * write files, start programs or change whom the program talks to, and decides alone.
 *
 * <p>In safe mode files are written below one folder, no other program is started or talked to, and
 * no other archive is asked than the one that the program was started with. Nothing is refused of
 * what only reads.
 */
public final class SafeMode {
  /** The folder, in that folder, of what the program keeps for itself; it is not to be written. */
  public static final String OWN_FOLDER = ".mastshell";

  private static final String REFUSED = ": not in safe mode";

  private final Optional<Path> folder;

  private SafeMode(Optional<Path> folder) {
    this.folder = folder;
  }

  /** Nothing is refused. */
  public static SafeMode off() {
    return new SafeMode(Optional.empty());
  }

  /**
   * Files are written below this folder alone.
   *
   * @param folder absolute, and there
   * @param home of the person, if there is one
   * @throws CommandException with code USAGE if the folder is the person's home or holds it: a file
   *     written there may be one that is run at the next login
   */
  public static SafeMode in(Path folder, Optional<Path> home) {
    if (home.filter(place -> real(place).startsWith(real(folder))).isPresent()) {
      throw new CommandException(
          ExitCode.USAGE,
          "safe mode needs a folder of its own, and " + folder + " is your home folder or holds it",
          "mkdir visitors; cd visitors; mastshell --safe");
    }
    return new SafeMode(Optional.of(folder));
  }

  /** Whether anything is refused. */
  public boolean isOn() {
    return folder.isPresent();
  }

  /** The folder below which files may be written; empty if anywhere. */
  public Optional<Path> folder() {
    return folder;
  }

  /**
   * A place where something is to be written or replaced, if it may be.
   *
   * @throws CommandException if it lies outside of the folder, is reached through a link that leads
   *     out, or is the program's own
   */
  public Path writable(Path place) {
    if (folder.isEmpty()) {
      return place;
    }
    Path root = real(folder.get());
    Path target = real(place);
    if (!target.startsWith(root)) {
      throw refused(
          place + " is not below " + folder.get(), "name a file or folder below that one");
    }
    if (target.startsWith(root.resolve(OWN_FOLDER))) {
      throw refused(place + " is where the program keeps its own files", "choose another name");
    }
    return place;
  }

  /**
   * Goes on only if this may be done outside of the program.
   *
   * @param what would be done ({@code open starts a browser})
   * @param instead what to type in its place
   * @throws CommandException in safe mode
   */
  public void allow(String what, String instead) {
    if (isOn()) {
      throw refused(what, instead);
    }
  }

  /**
   * Goes on only if a setting may have a value.
   *
   * @param now the value in force
   * @param place what the value stands for; asked for only where it is a folder
   * @throws CommandException if safe mode would be weaker by it
   */
  void allow(Setting setting, String now, String value, Supplier<Path> place) {
    switch (setting) {
      case SERVER, CLOUD_ENDPOINT, SOURCE -> {
        if (!value.strip().equalsIgnoreCase(now)) {
          allow(
              setting.word() + " decides which servers are asked, and stays " + now,
              "who starts the program names the archive: mastshell --safe --server URL");
        }
      }
      case DOWNLOAD_DIR -> {
        var unused = writable(place.get());
      }
      default -> {
        // All others are about this program alone.
      }
    }
  }

  private static CommandException refused(String what, String instead) {
    return new CommandException(ExitCode.FAILED, what + REFUSED, instead);
  }

  // Of what is not there yet, the part that is there may lead elsewhere. A link to nothing leads
  // nowhere that may be written: what is written to it would be made there.
  private static Path real(Path place) {
    Path known = place.toAbsolutePath().normalize();
    Path there = known;
    while (there.getParent() != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    try {
      return there.toRealPath().resolve(there.relativize(known)).normalize();
    } catch (IOException leadsNowhere) {
      return Path.of("/").resolve("nowhere");
    }
  }
}
