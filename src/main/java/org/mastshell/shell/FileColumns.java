package org.mastshell.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mastshell.command.CommandException;
import org.mastshell.command.LocalPaths;
import org.mastshell.formats.FileColumn;
import org.mastshell.formats.TableFile;
import org.mastshell.formats.TableFiles;
import org.mastshell.terminal.ShellView.Suggestion;

/**
 * The columns of local tables, to choose from while {@code @FILE:COLUMN} is typed. The last file is
 * remembered as long as it does not change; a large one is not read while a person types, and a
 * packed one not further than that.
 */
final class FileColumns {
  /** Read and taken apart in a few milliseconds. */
  private static final int LARGEST_BYTES = 1 << 20;

  private final LocalPaths paths;
  private Optional<Read> last = Optional.empty();

  /**
   * @param paths where files are
   */
  FileColumns(LocalPaths paths) {
    this.paths = paths;
  }

  private record State(Path file, Object key, Object time, long bytes) {}

  private record Read(State state, List<Suggestion> columns) {}

  /** Whether there is a file of this name. */
  boolean isFile(String path) {
    try {
      return Files.isRegularFile(paths.resolve(path));
    } catch (CommandException impossible) {
      return false;
    }
  }

  /** The columns that a file names; none if it names none, is too large or cannot be read. */
  List<Suggestion> of(String path) {
    try {
      Path file = paths.resolve(path);
      State state = state(file);
      if (last.filter(read -> read.state().equals(state)).isEmpty()) {
        boolean small = state.bytes() <= LARGEST_BYTES;
        last = Optional.of(new Read(state, small ? columns(file) : List.of()));
      }
      return last.get().columns();
    } catch (IOException | CommandException unreadable) {
      // Whoever runs the line is told.
      return List.of();
    }
  }

  private static State state(Path file) throws IOException {
    BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
    return new State(
        file, Optional.ofNullable(seen.fileKey()), seen.lastModifiedTime(), seen.size());
  }

  private static List<Suggestion> columns(Path path) throws IOException {
    TableFile file = TableFiles.open(path, LARGEST_BYTES);
    return file.hasHeader()
        ? file.columns().stream().map(FileColumns::suggestion).toList()
        : List.of();
  }

  private static Suggestion suggestion(FileColumn column) {
    String meaning =
        Stream.of(column.unit(), column.content())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return new Suggestion(column.name(), meaning, -1);
  }
}
