package org.mastshell.terminal;

import java.util.List;
import org.mastshell.language.Quoting;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.vocabulary.Field;

/**
 * Proposes the columns by which rows of two sets belong together, {@code obs_id=fileSetName}: on
 * each side of the sign those of its own set.
 */
final class ColumnPairProposals {
  private static final String CURRENT = "_";
  private static final char SIGN = '=';

  private final ShellView view;
  private final FieldProposals fields;

  ColumnPairProposals(ShellView view, FieldProposals fields) {
    this.view = view;
    this.fields = fields;
  }

  /**
   * The columns of the side at the cursor, which alone is replaced.
   *
   * @param command with the words for both sets, or for the second one alone
   * @param pair all of it, or as far as it is typed
   * @param cursor between the start and the end of the pair
   */
  Completion propose(CommandOutline command, Piece pair, int cursor) {
    String raw = pair.raw();
    if (!raw.isEmpty() && Quoting.isQuote(raw.charAt(0))) {
      return Completion.none(cursor);
    }
    List<String> sets =
        command.pieces().stream()
            .filter(piece -> piece.role() == Role.WORD)
            .map(Piece::text)
            .toList();
    int sign = raw.indexOf(SIGN);
    if (sign < 0 || cursor <= pair.start() + sign) {
      String typed = sign < 0 ? raw : raw.substring(0, sign);
      String left = sets.size() < 2 ? CURRENT : sets.get(0);
      return Completion.replacing(pair.start(), typed, columns(left, typed));
    }
    String typed = raw.substring(sign + 1);
    Offer offer =
        sets.isEmpty() ? Offer.none() : columns(sets.get(Math.min(1, sets.size() - 1)), typed);
    return Completion.replacing(pair.start() + sign + 1, typed, offer);
  }

  private Offer columns(String set, String typed) {
    if (!set.equals(CURRENT)) {
      return ofOther(set, typed);
    }
    // What is read from names is no column of its own.
    List<Field> own =
        view.columns().stream().filter(column -> !column.subject().isDerived()).toList();
    return fields.propose(
        typed, FieldList.of(own, "columns of this set"), FieldProposals.Sequel.NOTHING);
  }

  private Offer ofOther(String set, String typed) {
    return Offer.of(
        Matching.best(view.setColumns(set), Suggestion::value, TypedText.plain(typed)),
        column ->
            Proposal.word(
                    TypedQuotes.quoted(column.value(), "", true),
                    column.value(),
                    "columns of set " + set,
                    column.meaning())
                .unfinished());
  }
}
