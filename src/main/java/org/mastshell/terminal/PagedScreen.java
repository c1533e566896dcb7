package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.mastshell.output.WrappedLines;

/**
 * What a pager shows: a heading that stays, the lines below it from some line and column on, and a
 * last line that says where that is. Knows neither keys nor a terminal.
 */
final class PagedScreen {
  private static final int SIDEWAYS = 16;
  private static final int OWN_LINES = 1;
  private static final String MORE = "…";
  // In a narrow window, fewer of them.
  private static final List<String> KEYS =
      List.of(
          " · Space: on · b: back · /: search · q: leave · h: all keys",
          " · Space: on · q: leave · h: all keys",
          " · q: leave · h: keys",
          " · h: keys",
          "");

  private static final String ASIDE = " · Right: to the side";

  private static final List<String> ALL_KEYS =
      List.of(
          "",
          "  Space  f  Page Down    a screen on",
          "  b  Page Up             a screen back",
          "  j  Enter  Down         a line on",
          "  k  Up                  a line back",
          "  d  u                   half a screen on, back",
          "  g  Home                to the first line",
          "  G  End                 to the last line",
          "  Right  Left            to the side, where lines are longer than the screen",
          "  /TEXT Enter            to the next line that holds the text, in capitals or not",
          "  n  N                   to the next one, the one before",
          "  q  Ctrl-C              leave; what is on the screen stays there",
          "");
  private static final String HIGHER = "  … a higher screen shows all keys";

  private final List<AttributedString> heading;
  private final List<String> lines;
  private final int all;
  private int rows;
  private int columns;
  private int top;
  private int left;
  private String sought = "";
  private String message = "";
  private boolean help;

  /**
   * @param all how many lines there would be, of which these are the first
   */
  PagedScreen(List<String> heading, List<String> lines, int all) {
    this.all = all;
    this.heading = heading.stream().map(AttributedString::fromAnsi).toList();
    this.lines = lines;
  }

  /** Fits it to a screen of this size, in characters; the first line stays where it can. */
  void resize(int height, int width) {
    rows = Math.max(height, heading.size() + OWN_LINES + 1);
    columns = Math.max(width, 1);
    moveTo(top);
  }

  /** Does what a key asks for, other than to leave or to search. */
  void move(PagerKey key) {
    message = "";
    boolean helped = help;
    help = key == PagerKey.HELP && !helped;
    if (helped) {
      return;
    }
    switch (key) {
      case SCREEN_ON -> moveTo(top + body());
      case SCREEN_BACK -> moveTo(top - body());
      case HALF_ON -> moveTo(top + Math.max(1, body() / 2));
      case HALF_BACK -> moveTo(top - Math.max(1, body() / 2));
      case LINE_ON -> moveTo(top + 1);
      case LINE_BACK -> moveTo(top - 1);
      case FIRST -> moveTo(0);
      case LAST -> moveTo(lines.size());
      case RIGHT -> moveRight();
      case LEFT -> left = Math.max(0, left - SIDEWAYS);
      case NEXT -> seek(top + 1, 1);
      case PREVIOUS -> seek(top - 1, -1);
      case HELP, SEARCH, LEAVE, OTHER -> {}
    }
  }

  /**
   * Goes to the first line, from the one on top on, that holds the text; capitals do not matter.
   */
  void search(String text) {
    message = "";
    if (!text.isEmpty()) {
      sought = text;
    }
    seek(top, 1);
  }

  private void seek(int from, int step) {
    if (sought.isEmpty()) {
      message = "nothing to look for: / and a text";
      return;
    }
    Pattern wanted = pattern();
    for (int i = from; i >= 0 && i < lines.size(); i += step) {
      if (wanted.matcher(AttributedString.stripAnsi(lines.get(i))).find()) {
        top = i;
        return;
      }
    }
    message = "no " + (step > 0 ? "more" : "earlier") + " line with " + sought;
  }

  private Pattern pattern() {
    return Pattern.compile(Pattern.quote(sought), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private void moveTo(int line) {
    top = Math.max(0, Math.min(line, lastTop()));
  }

  private int lastTop() {
    return Math.max(0, lines.size() - body());
  }

  private void moveRight() {
    int longest =
        Math.max(
            heading.stream().mapToInt(AttributedString::columnLength).max().orElse(0),
            visible().stream().mapToInt(AttributedString::columnLength).max().orElse(0));
    left = Math.max(0, Math.min(left + SIDEWAYS, longest - columns));
  }

  private int body() {
    return rows - heading.size() - OWN_LINES;
  }

  private List<AttributedString> visible() {
    return lines.subList(top, Math.min(lines.size(), top + body())).stream()
        .map(AttributedString::fromAnsi)
        .toList();
  }

  /** The heading and the lines that are on the screen, whole, for the time after the pager. */
  List<AttributedString> left() {
    List<AttributedString> all = new ArrayList<>(heading);
    all.addAll(visible());
    return all;
  }

  /** How many lines come below those that are on the screen. */
  int below() {
    return lines.size() - shown();
  }

  private int shown() {
    return Math.min(lines.size(), top + body());
  }

  private boolean goOnAside() {
    return Stream.concat(heading.stream(), visible().stream())
        .anyMatch(line -> line.columnLength() > left + columns);
  }

  /** How many characters of a line fit. */
  int columns() {
    return columns;
  }

  /**
   * The whole screen, line by line, none longer than it.
   *
   * @param asked what stands in the last line while something is typed there; empty for the usual
   */
  List<AttributedString> drawn(String asked) {
    List<AttributedString> screen = new ArrayList<>();
    if (help) {
      explained().forEach(line -> screen.add(cut(new AttributedString(line))));
    } else {
      heading.forEach(line -> screen.add(cut(line)));
      Pattern wanted = sought.isEmpty() ? null : pattern();
      visible()
          .forEach(
              line ->
                  screen.add(
                      cut(
                          wanted == null
                              ? line
                              : line.styleMatches(wanted, AttributedStyle.DEFAULT.inverse()))));
    }
    while (screen.size() < rows - OWN_LINES) {
      screen.add(AttributedString.EMPTY);
    }
    screen.add(asked.isEmpty() ? last() : cut(new AttributedString(asked)));
    return screen;
  }

  // Between what the keys are and what they do there are blanks, for which a narrow screen has no
  // room.
  private List<String> explained() {
    boolean wide = ALL_KEYS.stream().allMatch(line -> line.length() <= columns);
    List<String> all =
        ALL_KEYS.stream()
            .map(line -> wide ? line : line.replaceAll("(?<=\\S) {2,}", "  "))
            .flatMap(line -> WrappedLines.of(line, columns).stream())
            .toList();
    int room = rows - OWN_LINES;
    return all.size() <= room
        ? all
        : Stream.concat(all.subList(0, room - 1).stream(), Stream.of(HIGHER)).toList();
  }

  private AttributedString cut(AttributedString line) {
    int from = help ? 0 : left;
    if (line.columnLength() <= from + columns) {
      return line.columnSubSequence(from, from + columns);
    }
    return new AttributedStringBuilder()
        .append(line.columnSubSequence(from, from + columns - 1))
        .append(MORE)
        .toAttributedString();
  }

  private AttributedString last() {
    int shown = shown();
    String whole =
        all > lines.size()
            ? String.format(Locale.ROOT, "the first %,d, %,d in all", lines.size(), all)
            : String.format(Locale.ROOT, "%,d", lines.size());
    String place =
        String.format(
            Locale.ROOT,
            "%s %,d-%,d of %s",
            heading.isEmpty() ? "lines" : "rows",
            Math.min(top + 1, shown),
            shown,
            whole);
    String aside = goOnAside() ? ASIDE : "";
    String keys =
        Stream.concat(
                KEYS.stream().filter(some -> !some.isEmpty()).map(some -> aside + some),
                KEYS.stream())
            .filter(some -> place.length() + some.length() <= columns)
            .findFirst()
            .orElse("");
    String text = place + (message.isEmpty() ? keys : " · " + message);
    return new AttributedStringBuilder()
        .styled(AttributedStyle.DEFAULT.inverse(), text)
        .toAttributedString()
        .columnSubSequence(0, columns);
  }
}
