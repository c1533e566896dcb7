package org.mastshell.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Texts that explain something other than a command. They come with the program. */
public final class HelpTopics {
  private static final List<String> NAMES =
      List.of("criteria", "dates", "formats", "lists", "names", "rows", "scripts", "exit-codes");

  /** What can be asked for. */
  public List<String> names() {
    return NAMES;
  }

  /** The text of a topic, if there is one of that name. */
  public Optional<String> text(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return NAMES.contains(wanted) ? Optional.of(read(wanted)) : Optional.empty();
  }

  private static String read(String name) {
    try (InputStream in = HelpTopics.class.getResourceAsStream("help/" + name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the help text " + name + " is missing", unreadable);
    }
  }
}
