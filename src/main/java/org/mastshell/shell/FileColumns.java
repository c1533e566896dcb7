package org.mastshell.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mastshell.command.LocalPaths;
import org.mastshell.language.ValueFile;
import org.mastshell.language.ValueFiles;
import org.mastshell.terminal.ShellView.Suggestion;

/**
 * The columns of local tables, to choose from while {@code @FILE:COLUMN} is typed. The last file is
 * remembered as long as it does not change; a large one is not read while a person types.
 */
final class FileColumns {
  /** Read and taken apart in a few milliseconds. */
  private static final long LARGEST_BYTES = 1 << 20;

  private final ValueFiles files;
  private final LocalPaths paths;
  private Optional<Read> last = Optional.empty();

  /**
   * @param files opens them
   * @param paths where they are
   */
  FileColumns(ValueFiles files, LocalPaths paths) {
    this.files = files;
    this.paths = paths;
  }

  private record State(Path file, Object key, Object time, long bytes) {}

  private record Read(State state, List<Suggestion> columns) {}

  /** Whether there is a file of this name. */
  boolean isFile(String path) {
    return files.isFile(path);
  }

  /** The columns that a file names; none if it names none, is too large or cannot be read. */
  List<Suggestion> of(String path) {
    try {
      State state = state(paths.resolve(path));
      if (last.filter(read -> read.state().equals(state)).isEmpty()) {
        boolean small = state.bytes() <= LARGEST_BYTES;
        last = Optional.of(new Read(state, small ? columns(path) : List.of()));
      }
      return last.get().columns();
    } catch (IOException unreadable) {
      // Whoever runs the line is told.
      return List.of();
    }
  }

  private static State state(Path file) throws IOException {
    BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
    return new State(
        file, Optional.ofNullable(seen.fileKey()), seen.lastModifiedTime(), seen.size());
  }

  private List<Suggestion> columns(String path) throws IOException {
    ValueFile file = files.open(path);
    return file.hasHeader()
        ? file.columns().stream().map(FileColumns::suggestion).toList()
        : List.of();
  }

  private static Suggestion suggestion(ValueFile.Column column) {
    String meaning =
        Stream.of(column.unit(), column.content())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return new Suggestion(column.name(), meaning, -1);
  }
}
