package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.WCWidth;

/**
 * Draws proposals below the line: under their headings, in as many columns as help, each with its
 * count and as much of its meaning as there is room for.
 */
final class ProposalList {
  private static final int BETWEEN_COLUMNS = 3;
  private static final int BETWEEN_PARTS = 2;
  private static final int LEAST_OF_MEANING = 20;
  private static final int FEW = 10;
  private static final int BELOW_HEADING = 1;

  private final List<Proposal> proposals;
  private final int more;
  private final int width;
  private final AttributedStyle faint;
  private final List<Group> groups = new ArrayList<>();
  private final int names;
  private final int counts;
  private final int meanings;

  /** Proposals under one heading: the place of the first, and how many. */
  private record Group(String heading, int first, int size) {
    int rows(int columns, int limit) {
      int shown = Math.min(size, limit - first);
      return (shown + columns - 1) / columns;
    }
  }

  /**
   * @param proposals at least one
   * @param more how many there are besides
   * @param columns of the screen
   * @param faint the style of what only explains
   */
  ProposalList(List<Proposal> proposals, int more, int columns, AttributedStyle faint) {
    this.proposals = proposals;
    this.more = more;
    this.width = Math.max(1, columns - 1);
    this.faint = faint;
    int first = 0;
    for (int i = 1; i <= proposals.size(); i++) {
      if (i == proposals.size() || !proposals.get(i).group().equals(proposals.get(first).group())) {
        groups.add(new Group(proposals.get(first).group(), first, i - first));
        first = i;
      }
    }
    names = widest(Proposal::shown);
    counts = widest(ProposalList::count);
    meanings = widest(Proposal::meaning);
  }

  private interface Part {
    String of(Proposal proposal);
  }

  private int widest(Part part) {
    return proposals.stream().mapToInt(proposal -> columns(part.of(proposal))).max().orElse(0);
  }

  private static int columns(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      columns += Math.max(0, WCWidth.wcwidth(text.codePointAt(i)));
    }
    return columns;
  }

  private static String count(Proposal proposal) {
    return proposal.count() < 0 ? "" : String.format(Locale.ROOT, "%,d", proposal.count());
  }

  /**
   * All of it if it takes no more than so many lines, else the best and a line about the rest;
   * nothing if there is no room.
   */
  List<AttributedString> within(int lines) {
    if (lines <= 0) {
      return List.of();
    }
    int beside = beside(lines);
    int shown = proposals.size();
    int room = more > 0 ? lines - 1 : lines;
    if (lines(beside, shown) > room) {
      room = lines - 1;
      while (shown > 0 && lines(beside, shown) > room) {
        shown--;
      }
    }
    List<AttributedString> drawn = draw(beside, shown, -1);
    int rest = proposals.size() - shown + more;
    if (rest > 0) {
      drawn.add(note(String.format(Locale.ROOT, "… and %,d more: type on, or Tab", rest)));
    }
    return drawn;
  }

  /** The lines around the selected proposal. */
  List<AttributedString> around(int selected, int lines) {
    if (lines <= 0) {
      return List.of();
    }
    int beside = beside(lines);
    List<AttributedString> all = draw(beside, proposals.size(), selected);
    if (all.size() <= lines && more == 0) {
      return all;
    }
    int room = Math.max(1, lines - 1);
    int line = lineOf(beside, selected);
    int from = Math.max(0, Math.min(line - room / 2, all.size() - room));
    List<AttributedString> part =
        new ArrayList<>(all.subList(from, Math.min(all.size(), from + room)));
    if (lines > 1) {
      part.add(
          note(String.format(Locale.ROOT, "%,d of %,d", selected + 1, proposals.size() + more)));
    }
    return part;
  }

  /** Which proposal stands so many columns beside a selected one; itself if none does. */
  int beside(int selected, int steps, int lines) {
    int beside = beside(lines);
    for (Group group : groups) {
      int rows = group.rows(beside, proposals.size());
      int moved = selected + steps * rows;
      boolean inside = selected >= group.first && selected < group.first + group.size;
      if (inside && moved >= group.first && moved < group.first + group.size) {
        return moved;
      }
    }
    return selected;
  }

  private int lineOf(int beside, int selected) {
    int line = 0;
    for (Group group : groups) {
      int rows = group.rows(beside, proposals.size());
      if (selected < group.first + group.size) {
        return line + BELOW_HEADING + (selected - group.first) % rows;
      }
      line += BELOW_HEADING + rows;
    }
    return line;
  }

  private int lines(int beside, int shown) {
    int lines = 0;
    for (Group group : groups) {
      if (group.first < shown) {
        lines += BELOW_HEADING + group.rows(beside, shown);
      }
    }
    return lines;
  }

  // Few proposals stand one below the other. Many stand beside each other as long as that cuts no
  // meaning; more if all fit only so, with less of what they mean. Without it a name says little,
  // so it is left out only where it has no room beside a single name.
  private int beside(int lines) {
    if (meanings > 0 && proposals.size() <= FEW && lines(1, proposals.size()) <= lines) {
      return 1;
    }
    int least = cell(Math.min(meanings, LEAST_OF_MEANING));
    if (least > width) {
      return fitting(cell(0));
    }
    int beside = fitting(cell(meanings));
    int explained = fitting(least);
    int most = more > 0 ? beside : explained;
    while (beside < most && lines(beside, proposals.size()) > lines) {
      beside++;
    }
    return lines(beside, proposals.size()) <= lines ? beside : explained;
  }

  private int fitting(int cell) {
    return Math.max(1, (width + BETWEEN_COLUMNS) / (cell + BETWEEN_COLUMNS));
  }

  private int cell(int meaning) {
    return names
        + (counts > 0 ? BETWEEN_PARTS + counts : 0)
        + (meaning > 0 ? BETWEEN_PARTS + meaning : 0);
  }

  private List<AttributedString> draw(int beside, int shown, int selected) {
    int cell = cellWidth(beside);
    List<AttributedString> lines = new ArrayList<>();
    for (Group group : groups) {
      if (group.first < shown) {
        lines.add(note(group.heading));
        int rows = group.rows(beside, shown);
        int end = Math.min(group.first + group.size, shown);
        for (int row = 0; row < rows; row++) {
          AttributedStringBuilder line = new AttributedStringBuilder();
          for (int place = group.first + row; place < end; place += rows) {
            boolean last = place + rows >= end;
            line.append(cell(proposals.get(place), cell, place == selected));
            line.append(last ? "" : " ".repeat(BETWEEN_COLUMNS));
          }
          lines.add(line.toAttributedString());
        }
      }
    }
    return lines;
  }

  // A few letters of a meaning say nothing.
  private int cellWidth(int beside) {
    int available = (width - (beside - 1) * BETWEEN_COLUMNS) / beside;
    int explained = Math.min(cell(meanings), available);
    boolean enough = explained >= cell(Math.min(meanings, LEAST_OF_MEANING));
    return enough ? explained : Math.min(cell(0), available);
  }

  private AttributedString cell(Proposal proposal, int cell, boolean selected) {
    AttributedStringBuilder text = new AttributedStringBuilder();
    AttributedStyle name = selected ? AttributedStyle.INVERSE : AttributedStyle.DEFAULT;
    AttributedStyle rest = selected ? AttributedStyle.INVERSE : faint;
    int nameRoom = Math.min(names, cell);
    text.styled(name, padded(proposal.shown(), nameRoom, false));
    int left = cell - nameRoom;
    if (counts > 0 && left >= BETWEEN_PARTS + counts) {
      text.styled(rest, " ".repeat(BETWEEN_PARTS) + padded(count(proposal), counts, true));
      left -= BETWEEN_PARTS + counts;
    }
    if (meanings > 0 && left > BETWEEN_PARTS) {
      String meaning = padded(proposal.meaning(), left - BETWEEN_PARTS, false);
      text.styled(rest, " ".repeat(BETWEEN_PARTS) + meaning);
    }
    return text.toAttributedString();
  }

  private AttributedString note(String text) {
    return new AttributedString(cut(text, width), faint);
  }

  private static String padded(String text, int room, boolean right) {
    String cut = cut(text, room);
    String blanks = " ".repeat(Math.max(0, room - columns(cut)));
    return right ? blanks + cut : cut + blanks;
  }

  private static String cut(String text, int room) {
    if (columns(text) <= room) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int used = 0;
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      used += Math.max(0, WCWidth.wcwidth(point));
      if (used > room - 1) {
        break;
      }
      cut.appendCodePoint(point);
      i += Character.charCount(point);
    }
    return cut.append('…').toString();
  }
}
