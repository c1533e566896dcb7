package org.mastshell.shell;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mastshell.command.LocalPaths;
import org.mastshell.formats.TableFile;
import org.mastshell.formats.TableFiles;
import org.mastshell.language.ValueFile;
import org.mastshell.language.ValueFiles;
import org.mastshell.vocabulary.NearestWords;

/** Lists of values in local files, for {@code @FILE} and {@code @FILE:COLUMN}. */
final class LocalValueFiles implements ValueFiles {
  private static final int MOST_NEIGHBOURS = 1000;

  private final LocalPaths paths;

  LocalValueFiles(LocalPaths paths) {
    this.paths = paths;
  }

  @Override
  public boolean isFile(String path) {
    return Files.isRegularFile(paths.resolve(path));
  }

  @Override
  public ValueFile open(String path) throws IOException {
    Path file = paths.resolve(path);
    try {
      return new Opened(TableFiles.open(file));
    } catch (NoSuchFileException missing) {
      throw new IOException("there is no such file" + nearest(file), missing);
    } catch (AccessDeniedException denied) {
      throw new IOException("you may not read it", denied);
    }
  }

  private static String nearest(Path file) {
    try (Stream<Path> neighbours = Files.list(file.getParent())) {
      List<String> names =
          neighbours
              .limit(MOST_NEIGHBOURS)
              .filter(Files::isRegularFile)
              .map(neighbour -> neighbour.getFileName().toString())
              .toList();
      List<String> near = NearestWords.to(file.getFileName().toString(), names);
      return near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?";
    } catch (IOException noFolder) {
      return " (nor its folder)";
    }
  }

  /** A file of the room {@code formats}, as the command language sees it. */
  private record Opened(TableFile file) implements ValueFile {
    @Override
    public String rowWord() {
      return file.rowWord();
    }

    @Override
    public boolean isTable() {
      return file.isTable();
    }

    @Override
    public boolean hasHeader() throws IOException {
      return file.hasHeader();
    }

    @Override
    public List<Column> columns() throws IOException {
      return file.columns().stream()
          .map(column -> new Column(column.name(), column.unit(), column.content()))
          .toList();
    }

    @Override
    public List<Row> rows(List<Integer> columns) throws IOException {
      return file.rows(columns).stream().map(row -> new Row(row.number(), row.cells())).toList();
    }

    @Override
    public List<Row> lines() throws IOException {
      return file.lines().stream().map(row -> new Row(row.number(), row.cells())).toList();
    }
  }
}
