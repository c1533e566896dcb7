package org.mastshell.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a line of text with a position and, before or behind it, a name: {@code 161.5 -59.9},
 * {@code eta Car 10:45:03 -59:41:03}, {@code 83.63, 22.01, M 1}.
 */
final class PositionLine {
  private static final Pattern GAP = Pattern.compile("[\\s,;|]+");
  private static final Pattern NUMBER = Pattern.compile("^[+\\-\u2212]?\\.?\\d");
  private static final int LONGEST = 6;

  private final ValueText blamed;
  private final List<String> words;
  private final List<Target> found = new ArrayList<>();
  private SyntaxException fault;

  private PositionLine(ValueText blamed, String line) {
    this.blamed = blamed;
    this.words = Arrays.asList(GAP.split(line.strip()));
  }

  /**
   * The target of a line; it has no name where the line gives none.
   *
   * @param blamed where the file is named, for messages
   * @throws SyntaxException if the line holds no position, or could be read as two
   */
  static Target read(ValueText blamed, String line) {
    return new PositionLine(blamed, line).target();
  }

  private Target target() {
    int longest = Math.min(LONGEST, words.size());
    for (int length = longest - longest % 2; length >= 2; length -= 2) {
      tryAt(0, length);
      if (words.size() > length) {
        tryAt(words.size() - length, length);
      }
      if (!found.isEmpty()) {
        return only();
      }
    }
    throw fault == null ? noPosition() : fault;
  }

  private void tryAt(int start, int length) {
    List<String> position = words.subList(start, start + length);
    if (!position.stream().allMatch(NUMBER.asPredicate())) {
      return;
    }
    try {
      Position.Coordinates point = SkyCoordinates.read(blamed, String.join(" ", position), 1);
      List<String> name = new ArrayList<>(words.subList(0, start));
      name.addAll(words.subList(start + length, words.size()));
      found.add(new Target(String.join(" ", name), point.ra(), point.dec()));
    } catch (SyntaxException notHere) {
      fault = Optional.ofNullable(fault).orElse(notHere);
    }
  }

  // "1 45.0 20.0" may be number 1 at 45 20, or 1 45 with a name.
  private Target only() {
    if (found.size() > 1) {
      throw blamed.fault(
          "it can be read as two positions",
          "give the file a line with the names of its columns: name,ra,dec");
    }
    return found.get(0);
  }

  private SyntaxException noPosition() {
    return blamed.fault(
        "it holds no position", "a line is like 161.5 -59.9, or 10:46:03 -59:52:00 eta Car");
  }
}
