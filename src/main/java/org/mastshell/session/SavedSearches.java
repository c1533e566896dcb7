package org.mastshell.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which a person keeps searches: each in a file of its name, as lines that can be
 * read, changed and run by hand. A file takes its place in one step, so that several shells can use
 * the folder.
 */
public final class SavedSearches {
  /** The folder's name, below the state folder. */
  public static final String FOLDER = "searches";

  private static final String SUFFIX = ".mast";
  private static final String DRAFT = ".part";

  private final Path folder;

  /**
   * @param folder made when a search is first kept
   */
  public SavedSearches(Path folder) {
    this.folder = folder;
  }

  /**
   * A search that is kept.
   *
   * @param name its name, as it was saved
   * @param saved when
   * @param file where
   * @param lines its commands and comments
   */
  public record Saved(SetName name, Instant saved, Path file, List<String> lines) {
    /** Keeps its own copy. */
    public Saved {
      lines = List.copyOf(lines);
    }
  }

  /** The searches that are kept, by name. */
  public List<Saved> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Saved> searches = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Optional<SetName> name = name(file);
        if (name.isPresent()) {
          read(name.get(), file).ifPresent(searches::add);
        }
      }
      searches.sort(Comparator.comparing(search -> search.name().text().toLowerCase(Locale.ROOT)));
      return searches;
    } catch (IOException unreadable) {
      throw refused("the searches in " + folder + " cannot be read", unreadable);
    }
  }

  /** The search of that name in any case, if there is one. */
  public Optional<Saved> find(String name) {
    return list().stream().filter(one -> one.name().text().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * Keeps a search; one of the same name is replaced.
   *
   * @return its file
   * @throws SessionTrouble if it cannot be written; what was there before stays
   */
  public Path save(SetName name, List<String> lines) {
    Path file = find(name.text()).map(Saved::file).orElse(folder.resolve(name.text() + SUFFIX));
    try {
      // A temporary file is its owner's alone.
      Path draft = Files.createTempFile(PrivateFolder.make(folder), "search", DRAFT);
      try {
        Files.write(draft, lines, StandardCharsets.UTF_8);
        try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
          written.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
      return file;
    } catch (IOException unwritable) {
      throw refused("the search " + name.text() + " cannot be kept in " + folder, unwritable);
    }
  }

  /**
   * Deletes a search.
   *
   * @throws SessionTrouble if that cannot be done
   */
  public void delete(Saved search) {
    try {
      Files.deleteIfExists(search.file());
    } catch (IOException failure) {
      throw refused(search.file() + " cannot be deleted", failure);
    }
  }

  private static Optional<SetName> name(Path file) {
    String name = file.getFileName().toString();
    try {
      return name.endsWith(SUFFIX)
          ? Optional.of(new SetName(name.substring(0, name.length() - SUFFIX.length())))
          : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<Saved> read(SetName name, Path file) throws IOException {
    try {
      return Optional.of(
          new Saved(
              name,
              Files.getLastModifiedTime(file).toInstant(),
              file,
              Files.readAllLines(file, StandardCharsets.UTF_8)));
    } catch (NoSuchFileException deletedMeanwhile) {
      return Optional.empty();
    } catch (CharacterCodingException noText) {
      // What somebody else put there must not cost the others.
      return Optional.empty();
    }
  }

  private static SessionTrouble refused(String message, IOException cause) {
    return new SessionTrouble(message + ": " + cause.getMessage(), "nothing has changed", cause);
  }
}
