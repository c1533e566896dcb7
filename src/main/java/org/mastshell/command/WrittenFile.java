package org.mastshell.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.mastshell.output.Transcript;
import org.mastshell.store.WholeFile;

/**
 * A file that a command writes, whole or not at all.
 *
 * @param place where
 * @param replaces whether a file that is there may be replaced
 */
record WrittenFile(Path place, boolean replaces) {

  /**
   * Refuses to go on where a file is that is not to be replaced.
   *
   * @throws CommandException if it is there
   */
  void refuseIfThere() {
    if (!replaces && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      throw there();
    }
  }

  /**
   * Writes it.
   *
   * @return its size in bytes
   * @throws CommandException if it cannot be written; nothing has changed then
   */
  long write(WholeFile.Content content) {
    try {
      return WholeFile.write(place, replaces, content);
    } catch (FileAlreadyExistsException there) {
      throw there();
    } catch (IOException refused) {
      throw new CommandException(
          ExitCode.FAILED,
          place + " cannot be written: " + Transcript.reason(refused),
          "choose a file in a folder that is there, on a disk with room");
    }
  }

  private CommandException there() {
    return new CommandException(
        ExitCode.FAILED, place + " is there already", "choose another name, or add --force");
  }
}
