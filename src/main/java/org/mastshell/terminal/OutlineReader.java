package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.command.CommandInfo;
import org.mastshell.language.CriterionGrammar;
import org.mastshell.language.OptionSpec;
import org.mastshell.terminal.WordScanner.RawWord;

/** Tells the pieces of one command apart, word by word. */
final class OutlineReader {
  private final Optional<CommandInfo> info;
  private final List<Piece> pieces = new ArrayList<>();

  /** What the next word is if it is the value of something; else null. */
  private Piece expected;

  /** Whether the expected word may be missing. */
  private boolean optional;

  OutlineReader(Optional<CommandInfo> info) {
    this.info = info;
  }

  List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  /** The pieces, the last one touching the end: empty if there was none. */
  List<Piece> piecesUpTo(int end) {
    List<Piece> all = new ArrayList<>(pieces);
    boolean touches = !all.isEmpty() && all.get(all.size() - 1).end() == end;
    if (all.isEmpty()) {
      all.add(Piece.plain(Role.COMMAND, end, ""));
    } else if (expected != null && !(touches && all.get(all.size() - 1).role() == Role.OPTION)) {
      all.add(value(end, ""));
    } else if (!touches) {
      all.add(Piece.plain(Role.WORD, end, ""));
    }
    return List.copyOf(all);
  }

  void read(RawWord word) {
    String raw = word.raw();
    if (pieces.isEmpty()) {
      pieces.add(Piece.plain(Role.COMMAND, word.start(), raw));
    } else if (expected != null && !endsExpectation(raw)) {
      values(word.start(), raw);
    } else if (raw.startsWith(",") && goesOn()) {
      expected = pieces.get(pieces.size() - 1);
      values(word.start() + 1, raw.substring(1));
    } else if (isOption(raw) && !isTurnedRound(raw)) {
      option(word);
    } else if (info.isEmpty() || info.get().arguments().criteria()) {
      criterionOrWord(word);
    } else {
      pieces.add(Piece.plain(Role.WORD, word.start(), raw));
    }
  }

  // An option never is the value of a criterion; it is one of an option (--sort -size).
  private boolean endsExpectation(String raw) {
    return optional ? isOption(raw) : expected.role() == Role.VALUE && raw.startsWith("--");
  }

  // A list goes on where a word begins with its comma.
  private boolean goesOn() {
    return pieces.get(pieces.size() - 1).role() == Role.VALUE;
  }

  private static boolean isOption(String raw) {
    return raw.startsWith("-")
        && (raw.length() == 1 || raw.charAt(1) == '-' || Character.isLetter(raw.charAt(1)));
  }

  // A column behind a dash, of a command that has no options: sort -size.
  private boolean isTurnedRound(String raw) {
    return !raw.startsWith("--")
        && info.filter(i -> i.arguments().values() && i.arguments().options().isEmpty())
            .isPresent();
  }

  private void option(RawWord word) {
    int equals = word.raw().indexOf('=');
    String name = equals < 0 ? word.raw() : word.raw().substring(0, equals);
    pieces.add(Piece.plain(Role.OPTION, word.start(), name));
    expected = null;
    if (equals >= 0) {
      pieces.add(
          new Piece(
              Role.OPERATOR, word.start() + equals, word.start() + equals + 1, "=", name, "", 0));
      expect(Role.OPTION_VALUE, name, "=", word.start());
      if (equals + 1 < word.raw().length()) {
        values(word.start() + equals + 1, word.raw().substring(equals + 1));
      }
      return;
    }
    Optional<OptionSpec> spec = info.flatMap(known -> find(known, name));
    if (spec.isPresent() && spec.get().takesValue() && !spec.get().leadsToCriteria()) {
      expect(Role.OPTION_VALUE, name, "", word.start());
      optional = spec.get().optionalValue();
    }
  }

  static Optional<OptionSpec> find(CommandInfo info, String typed) {
    return info.arguments().options().stream()
        .filter(
            option ->
                typed.equalsIgnoreCase("--" + option.name())
                    || (option.shortName() != 0 && typed.equals("-" + option.shortName())))
        .findFirst();
  }

  private void criterionOrWord(RawWord word) {
    String raw = word.raw();
    int at = CriterionGrammar.operatorIn(raw);
    if (at < 0) {
      pieces.add(Piece.plain(Role.WORD, word.start(), raw));
      return;
    }
    Piece field;
    if (at == 0) {
      int last = pieces.size() - 1;
      if (pieces.get(last).role() != Role.WORD) {
        pieces.add(Piece.plain(Role.WORD, word.start(), raw));
        return;
      }
      field = pieces.remove(last).as(Role.FIELD);
    } else {
      field = Piece.plain(Role.FIELD, word.start(), raw.substring(0, at));
    }
    pieces.add(field);
    String operator = CriterionGrammar.operatorAt(raw, at);
    int start = word.start() + at;
    pieces.add(
        new Piece(
            Role.OPERATOR,
            start,
            start + operator.length(),
            operator,
            field.text(),
            operator,
            field.start()));
    expect(Role.VALUE, field.text(), operator, field.start());
    if (at + operator.length() < raw.length()) {
      values(start + operator.length(), raw.substring(at + operator.length()));
    }
  }

  private void expect(Role role, String owner, String operator, int ownerStart) {
    expected = new Piece(role, 0, 0, "", owner, operator, ownerStart);
    optional = false;
  }

  private void values(int start, String raw) {
    int from = 0;
    int end = CriterionGrammar.valueEnd(raw, from, expected.operator());
    while (end < raw.length()) {
      pieces.add(value(start + from, raw.substring(from, end)));
      from = end + 1;
      end = CriterionGrammar.valueEnd(raw, from, expected.operator());
    }
    if (from < raw.length()) {
      pieces.add(value(start + from, raw.substring(from)));
      expected = null;
    }
  }

  private Piece value(int start, String raw) {
    return new Piece(
        expected.role(),
        start,
        start + raw.length(),
        raw,
        expected.owner(),
        expected.operator(),
        expected.ownerStart());
  }
}
