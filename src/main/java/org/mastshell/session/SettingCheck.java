package org.mastshell.session;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mastshell.vocabulary.NearestWords;

/** Decides whether a text is a value of a setting, and in which spelling it is kept. */
sealed interface SettingCheck {

  /** The spelling to keep, or empty if this is no value. */
  Optional<String> accept(String text);

  /** What is allowed, for people. */
  String allowed();

  /** The value that was probably meant by a text that is none. */
  default Optional<String> meant(String text) {
    return Optional.empty();
  }

  /** The words that it takes or that show what it takes; none where any text or number will do. */
  default List<String> words() {
    return List.of();
  }

  /** One of several words. */
  record Choice(List<String> words) implements SettingCheck {
    static Choice of(String... words) {
      return new Choice(Arrays.asList(words));
    }

    static Choice onOff() {
      return of("on", "off");
    }

    // Programs have many words for the two.
    @Override
    public Optional<String> meant(String text) {
      boolean switches = words.equals(onOff().words());
      return switch (switches ? text.toLowerCase(Locale.ROOT) : "") {
        case "true", "yes", "1", "enabled" -> Optional.of("on");
        case "false", "no", "0", "disabled" -> Optional.of("off");
        default -> NearestWords.only(text, words);
      };
    }

    @Override
    public Optional<String> accept(String text) {
      return words.stream().filter(text.strip()::equalsIgnoreCase).findFirst();
    }

    @Override
    public String allowed() {
      return String.join(", ", words);
    }
  }

  /** A whole number between two bounds, both included. */
  record Whole(long low, long high, String unit) implements SettingCheck {
    @Override
    public Optional<String> accept(String text) {
      try {
        long value = Long.parseLong(text.strip());
        return value < low || value > high ? Optional.empty() : Optional.of(Long.toString(value));
      } catch (NumberFormatException notANumber) {
        return Optional.empty();
      }
    }

    @Override
    public String allowed() {
      return String.format(Locale.ROOT, "a whole number%s from %d to %d", unit, low, high);
    }
  }

  /** An http or https address without a path. */
  record Address() implements SettingCheck {
    private static final int HIGHEST_PORT = 65_535;

    @Override
    public Optional<String> accept(String text) {
      try {
        URI uri = URI.create(text.strip());
        boolean web =
            "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null;
        // Only an address with a host has a path that is not null.
        boolean host = uri.getHost() != null && uri.getRawUserInfo() == null;
        boolean pathless = host && uri.getRawPath().matches("/*");
        return web && bare && pathless && uri.getPort() <= HIGHEST_PORT
            ? Optional.of(uri.toString().replaceFirst("/+$", ""))
            : Optional.empty();
      } catch (IllegalArgumentException notAnAddress) {
        return Optional.empty();
      }
    }

    @Override
    public Optional<String> meant(String text) {
      return text.contains("://") ? Optional.empty() : accept("https://" + text);
    }

    @Override
    public String allowed() {
      return "an address such as https://mast.stsci.edu";
    }
  }

  /** An https address, with a path or without one; http on this computer alone. */
  record Place() implements SettingCheck {
    @Override
    public Optional<String> accept(String text) {
      try {
        URI uri = URI.create(text.strip());
        boolean safe = "https".equalsIgnoreCase(uri.getScheme()) || isHere(uri);
        boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null;
        boolean host = uri.getHost() != null && uri.getRawUserInfo() == null;
        return safe && bare && host && uri.getPort() <= Address.HIGHEST_PORT && isPlain(uri)
            ? Optional.of(uri.toString().replaceFirst("/+$", ""))
            : Optional.empty();
      } catch (IllegalArgumentException notAnAddress) {
        return Optional.empty();
      }
    }

    private static boolean isHere(URI uri) {
      boolean web = "http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
      return web && uri.getHost().matches("(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    }

    private static boolean isPlain(URI uri) {
      return uri.normalize().equals(uri) && uri.getRawPath().matches("[\\w./-]*");
    }

    @Override
    public Optional<String> meant(String text) {
      return text.contains("://") ? Optional.empty() : accept("https://" + text);
    }

    @Override
    public String allowed() {
      return "an https address such as https://stpubdata.s3.amazonaws.com";
    }
  }

  /** Any text, also none. */
  record Free(String allowed) implements SettingCheck {
    @Override
    public Optional<String> accept(String text) {
      return Optional.of(text.strip());
    }
  }

  /** Any text that names something. */
  record Name(String allowed) implements SettingCheck {
    @Override
    public Optional<String> accept(String text) {
      return Optional.of(text.strip()).filter(name -> !name.isEmpty());
    }
  }

  /**
   * One of several words, or a text with fields in braces. What the fields may be is known to who
   * puts values into them, and checked there.
   */
  record Template(List<String> names, String example) implements SettingCheck {
    @Override
    public Optional<String> accept(String text) {
      Optional<String> name = names.stream().filter(text.strip()::equalsIgnoreCase).findFirst();
      return name.isPresent() || text.indexOf('{') < 0 ? name : Optional.of(text.strip());
    }

    @Override
    public Optional<String> meant(String text) {
      return NearestWords.only(text, names);
    }

    @Override
    public List<String> words() {
      return Stream.concat(names.stream(), Stream.of(example)).toList();
    }

    @Override
    public String allowed() {
      return String.join(", ", names) + " or a template such as " + example;
    }
  }
}
