package org.mastshell.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mastshell.command.CommandException;
import org.mastshell.command.ExitCode;
import org.mastshell.command.SafeMode;
import org.mastshell.store.OwnHands;

/**
 * Where the program keeps its own files in safe mode. Whoever could put something there before the
 * start could otherwise have them written, and removed, anywhere.
 */
final class VisitorFolder {
  private static final List<String> MADE = List.of("", "state", "cache");

  private final Path folder;

  /**
   * @param start the folder in which the program was started
   */
  VisitorFolder(Path start) {
    folder = start.resolve(SafeMode.OWN_FOLDER);
  }

  /** What is kept where in it. */
  Homes homes() {
    return Homes.in(folder);
  }

  /** Whether nothing in it leads elsewhere, and nobody else can have a hand in it. */
  boolean isSound() {
    return trouble().isEmpty();
  }

  /**
   * Goes on only if it {@link #isSound}.
   *
   * @throws CommandException with code USAGE, which says what is wrong with it
   */
  void requireSound() {
    trouble()
        .ifPresent(
            trouble -> {
              throw trouble;
            });
  }

  private Optional<CommandException> trouble() {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      Optional<Path> link = all.filter(Files::isSymbolicLink).findFirst();
      return link.map(
              place -> refused(place + " is a link", "remove it, then start again: rm " + place))
          .or(this::sharing);
    } catch (IOException | UncheckedIOException unreadable) {
      return Optional.of(
          refused(
              folder + " cannot be looked through: " + unreadable.getMessage(),
              "move it away, or start in another folder"));
    }
  }

  private Optional<CommandException> sharing() {
    OwnHands hands = OwnHands.ofThisProgram();
    for (String name : MADE) {
      Path made = name.isEmpty() ? folder : folder.resolve(name);
      if (Files.exists(made, LinkOption.NOFOLLOW_LINKS)) {
        if (!Files.isDirectory(made, LinkOption.NOFOLLOW_LINKS)) {
          return Optional.of(refused(made + " is no folder", "move it away, then start again"));
        }
        if (!hands.holdFile(made)) {
          return Optional.of(
              refused(
                  made + " is not yours alone: others own it, or can write there",
                  "if you trust what is in it: chmod -R go-w "
                      + folder
                      + "; else move it away, then start again"));
        }
      }
    }
    return Optional.empty();
  }

  private CommandException refused(String what, String advice) {
    return new CommandException(
        ExitCode.USAGE, "safe mode keeps its own files in " + folder + ", and " + what, advice);
  }
}
