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
  private static final List<Topic> TOPICS =
      List.of(
          new Topic("criteria", "fields, operators and values"),
          new Topic("dates", "how dates are typed"),
          new Topic("formats", "how data is written"),
          new Topic("lists", "many values or targets from files"),
          new Topic("names", "what is read from the names of files"),
          new Topic("rows", "how rows are named"),
          new Topic("keys", "what keys do at the prompt"),
          new Topic("scripts", "lines from files"),
          new Topic("exit-codes", "what the program ends with"));

  private record Topic(String name, String subject) {}

  /** What can be asked for. */
  public List<String> names() {
    return TOPICS.stream().map(Topic::name).toList();
  }

  /** What a topic is about, in a few words; empty if there is none of that name. */
  public String subject(String name) {
    return TOPICS.stream()
        .filter(topic -> topic.name().equals(name))
        .map(Topic::subject)
        .findFirst()
        .orElse("");
  }

  /** The text of a topic, if there is one of that name. */
  public Optional<String> text(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return names().contains(wanted) ? Optional.of(read(wanted)) : Optional.empty();
  }

  private static String read(String name) {
    try (InputStream in = HelpTopics.class.getResourceAsStream("help/" + name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the help text " + name + " is missing", unreadable);
    }
  }
}
