package org.mastshell.download;

import java.util.List;
import java.util.Objects;
import org.mastshell.table.Subject;

/**
 * Where files go below the download folder: the parts of their paths, made of fixed text, of what
 * the list of products says of a file, and of the file's name. What comes from the list is made
 * safe afterwards, and can never add a part.
 *
 * @param word what a person types for it: {@code mast}, or a template
 * @param inOwnFolder whether everything goes into a folder {@code mastDownload} of its own
 * @param parts the folders and, last, the file; the file's name stands once, in the last part
 */
public record Layout(String word, boolean inOwnFolder, List<List<Piece>> parts) {
  private static final String UNKNOWN = "unknown";

  /** A piece of a part. */
  public sealed interface Piece {}

  /** Text that is the same for all files. */
  public record Fixed(String text) implements Piece {
    /** The text may not be null. */
    public Fixed {
      Objects.requireNonNull(text);
    }
  }

  /**
   * What the list of products says of the file.
   *
   * @param subject which column, or what is read from it
   * @param missing the word for a file of which nothing is said
   */
  public record Cell(Subject subject, String missing) implements Piece {
    /** Neither may be null. */
    public Cell {
      Objects.requireNonNull(subject);
      Objects.requireNonNull(missing);
    }
  }

  /** The name of the file. */
  public record FileName() implements Piece {}

  /**
   * Layouts whose last part does not hold the name once, or where another one does, are refused.
   */
  public Layout {
    Objects.requireNonNull(word);
    parts = parts.stream().map(List::copyOf).toList();
    for (int i = 0; i < parts.size(); i++) {
      long names = parts.get(i).stream().filter(FileName.class::isInstance).count();
      if (parts.get(i).isEmpty() || names != (i == parts.size() - 1 ? 1 : 0)) {
        throw new IllegalArgumentException("the file's name stands once, in the last part");
      }
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a layout has at least one part");
    }
  }

  /** As astroquery has it: {@code mastDownload/<mission>/<obs_id>/<file>}. */
  public static Layout mast() {
    return new Layout(
        "mast", true, List.of(cell("obs_collection", UNKNOWN), cell("obs_id", UNKNOWN), name()));
  }

  /** All files in the download folder itself. */
  public static Layout flat() {
    return new Layout("flat", false, List.of(name()));
  }

  /** {@code mastDownload/<program>/<obs_id>/<file>}, or {@code no-program} where there is none. */
  public static Layout program() {
    return new Layout(
        "program",
        true,
        List.of(cell("proposal_id", "no-program"), cell("obs_id", UNKNOWN), name()));
  }

  private static List<Piece> cell(String column, String missing) {
    return List.of(new Cell(Subject.column(column), missing));
  }

  private static List<Piece> name() {
    return List.of(new FileName());
  }
}
