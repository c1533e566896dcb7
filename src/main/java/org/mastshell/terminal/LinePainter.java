package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mastshell.command.CommandInfo;
import org.mastshell.language.FieldUnits;
import org.mastshell.language.Quoting;
import org.mastshell.session.Setting;

/** Tells which part of a line is what, and which names do not exist. */
final class LinePainter {
  /** Neither row numbers nor several columns between commas. */
  private static final Pattern NAME = Pattern.compile("(?!last$)[A-Za-z_]\\w*");

  private final ShellView view;

  LinePainter(ShellView view) {
    this.view = view;
  }

  /** The parts of a line in their order; what stands between them is plain. */
  List<Span> paint(String line) {
    LineOutline outline = LineOutline.of(line, view.commands());
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < outline.commands().size(); i++) {
      CommandOutline command = outline.commands().get(i);
      LinePainter painter = new LinePainter(view.after(outline.before(i)).within(outline.at(i)));
      for (Piece piece : command.pieces()) {
        boolean beingTyped = piece.end() == line.length();
        spans.addAll(parts(painter.span(piece, command, beingTyped), piece));
      }
    }
    for (Piece comment : outline.comments()) {
      spans.add(new Span(comment.start(), comment.end(), Role.COMMENT, false));
    }
    spans.sort((one, other) -> Integer.compare(one.start(), other.start()));
    return spans;
  }

  // A quote that is still open is marked alone: all behind it is rightly a part of the value.
  private static List<Span> parts(Span whole, Piece piece) {
    int quote = Quoting.openQuote(piece.raw());
    if (quote < 0 || whole.wrong()) {
      return List.of(whole);
    }
    int at = piece.start() + quote;
    return Stream.of(
            new Span(whole.start(), at, whole.role(), false),
            new Span(at, at + 1, whole.role(), true),
            new Span(at + 1, whole.end(), whole.role(), false))
        .filter(part -> part.start() < part.end())
        .toList();
  }

  private Span span(Piece piece, CommandOutline command, boolean beingTyped) {
    if (piece.role() == Role.WORD && command.info().isPresent()) {
      return word(piece, command, command.info().get(), beingTyped);
    }
    boolean wrong = isWrong(piece, command, beingTyped);
    return new Span(piece.start(), piece.end(), piece.role(), wrong);
  }

  // A plain word may be a field whose operator is still to come, a column, or a setting.
  private Span word(Piece piece, CommandOutline command, CommandInfo info, boolean beingTyped) {
    String text = piece.text();
    WordPlace place = WordPlace.at(command, piece.start());
    PlainWord meaning = place.meaning();
    if (place.literals().stream().anyMatch(literal -> literal.insert().equalsIgnoreCase(text))) {
      return new Span(piece.start(), piece.end(), Role.COMMAND, false);
    }
    boolean column =
        (meaning == PlainWord.COLUMN || meaning == PlainWord.NUMBERS)
            && NAME.matcher(text).matches();
    boolean setting = meaning == PlainWord.SETTING;
    boolean known =
        setting
            ? Setting.of(text).isPresent()
            : (column || meaning == PlainWord.FIELD || info.arguments().criteria())
                && view.field(text, command.properName()).isPresent();
    boolean wrong = !known && !beingTyped && (setting || (column && !view.columns().isEmpty()));
    Role role = known || wrong ? Role.FIELD : Role.WORD;
    return new Span(piece.start(), piece.end(), role, wrong);
  }

  private boolean isWrong(Piece piece, CommandOutline command, boolean beingTyped) {
    return switch (piece.role()) {
      case COMMAND -> command.info().isEmpty() && !(beingTyped && beginsCommand(piece.text()));
      case OPTION -> command.info().isPresent() && isWrongOption(piece, command, beingTyped);
      case FIELD -> view.field(piece.text(), command.properName()).isEmpty();
      case VALUE ->
          !beingTyped
              && view.field(piece.owner(), command.properName())
                  .filter(field -> FieldUnits.isForeign(field, piece.text()))
                  .isPresent();
      default -> false;
    };
  }

  private boolean beginsCommand(String typed) {
    return view.commands().stream()
        .anyMatch(
            info ->
                begins(info.name(), typed)
                    || info.aliases().stream().anyMatch(alias -> begins(alias, typed)));
  }

  private static boolean isWrongOption(Piece piece, CommandOutline command, boolean beingTyped) {
    CommandInfo info = command.info().orElseThrow();
    boolean begun =
        beingTyped
            && info.arguments().options().stream()
                .anyMatch(option -> begins("--" + option.name(), piece.raw()));
    return OutlineReader.find(info, piece.raw()).isEmpty() && !begun;
  }

  private static boolean begins(String word, String typed) {
    return word.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
  }
}
