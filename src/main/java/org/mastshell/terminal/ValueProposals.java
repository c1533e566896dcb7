package org.mastshell.terminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mastshell.language.Operator;
import org.mastshell.language.Quoting;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.vocabulary.Field;

/** Proposes values of the field of a criterion, in the light of the other criteria. */
final class ValueProposals {
  private static final int RANGE_DOTS = 2;
  private static final String FILE = "@";

  private final ShellView view;
  private final FileProposals files;

  ValueProposals(ShellView view, FileProposals files) {
    this.view = view;
    this.files = files;
  }

  /**
   * The values that fit. Either end of a range is completed like a value of its own.
   *
   * @param command all of the command, what stands behind the cursor included
   * @param value the piece under the cursor, with all of its text
   * @param cursor between the start and the end of the piece
   */
  Completion propose(CommandOutline command, Piece value, int cursor) {
    String raw = value.raw();
    int from = 0;
    int to = raw.length();
    boolean whole =
        raw.isEmpty() || Quoting.isQuote(raw.charAt(0)) || Quoting.resolve(raw).startsWith(FILE);
    int dots = whole ? -1 : raw.indexOf("..");
    if (dots >= 0 && cursor >= value.start() + dots + RANGE_DOTS) {
      from = dots + RANGE_DOTS;
    } else if (dots >= 0) {
      to = Math.max(dots, cursor - value.start());
    }
    String typed = raw.substring(from, to);
    return Completion.replacing(value.start() + from, typed, fit(command, value, typed, dots >= 0));
  }

  private Offer fit(CommandOutline command, Piece value, String typed, boolean bound) {
    if (isFile(typed)) {
      return fromFile(typed);
    }
    String name = command.properName();
    return view.field(value.owner(), name)
        .map(
            field -> new WantedValue(field, value.operator(), typed, chosen(command, value), bound))
        .filter(WantedValue::canBeProposed)
        .map(wanted -> propose(wanted, command, value))
        .orElse(Offer.none());
  }

  /** Whether what is typed stands for values in a file. */
  static boolean isFile(String typed) {
    return Quoting.resolve(typed).startsWith(FILE);
  }

  /**
   * Sets and files, and behind a colon the columns of one: of the set where both are called so. A
   * colon may belong to the name of the file.
   */
  Offer fromFile(String typed) {
    String whole = Quoting.resolve(typed).substring(FILE.length());
    int colon = whole.lastIndexOf(':');
    String source = whole.substring(0, Math.max(colon, 0));
    List<Suggestion> ofSet = source.isEmpty() ? List.of() : view.setColumns(source);
    if (!ofSet.isEmpty()) {
      return columns(source, "columns of set " + source, ofSet, typed);
    }
    if (source.isEmpty() || !view.isFile(source) || view.isFile(whole)) {
      return sets(typed).plus(files.propose(typed, FILE, false));
    }
    return columns(source, "columns of " + source, view.fileColumns(source), typed);
  }

  /** Sets, and the sign behind which files are listed too, before anything is typed. */
  Offer listed() {
    Proposal sign = Proposal.word(FILE, FILE + "FILE", "files", "what a file lists");
    return sets("").each(set -> set.as(set.insert())).plus(Offer.only(sign.unfinished().goingOn()));
  }

  private Offer sets(String typed) {
    List<Proposal> sets =
        view.sets().stream()
            .map(
                set ->
                    Proposal.word(
                            TypedQuotes.quoted(FILE + set.value(), typed, true),
                            set.value(),
                            "sets",
                            set.meaning())
                        .unfinished())
            .toList();
    return Offer.beginning(sets, typed);
  }

  private static Offer columns(String source, String group, List<Suggestion> all, String typed) {
    String before = FILE + source + ":";
    String begun = Quoting.resolve(typed).substring(before.length());
    Matches<Suggestion> fitting = Matching.best(all, Suggestion::value, TypedText.plain(begun));
    Matches<Suggestion> columns =
        new Matches<>(fitting.first(), fitting.count(), before + fitting.common(), fitting.alike());
    return Offer.of(
        columns,
        column ->
            Proposal.word(
                    TypedQuotes.quoted(before + column.value(), typed, true),
                    column.value(),
                    group,
                    column.meaning())
                .unfinished());
  }

  private Offer propose(WantedValue wanted, CommandOutline command, Piece value) {
    String name = command.properName();
    return view.held(wanted.field(), name, others(command, value))
        .map(wanted::held)
        .orElseGet(
            () ->
                wanted.known(view.values(wanted.field(), name, equalities(command, value, view))));
  }

  /** Values of a field outside a criterion. */
  Offer propose(Field field, String command, String typed) {
    WantedValue wanted = new WantedValue(field, "", typed, List.of(), false);
    return view.held(field, command, List.of())
        .map(wanted::held)
        .orElseGet(() -> wanted.known(view.values(field, command, Map.of())));
  }

  /** The other values of the same list. */
  private static Set<String> chosen(CommandOutline command, Piece value) {
    return command.pieces().stream()
        .filter(p -> p.role() == Role.VALUE && p.ownerStart() == value.ownerStart())
        .filter(p -> p.start() != value.start())
        .map(Piece::text)
        .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
  }

  /** What the other criteria ask to be equal, by the names of their fields. */
  static Map<String, String> equalities(CommandOutline command, Piece value, ShellView view) {
    Map<String, String> others = new LinkedHashMap<>();
    for (Piece piece : command.pieces()) {
      boolean equal =
          piece.role() == Role.VALUE && piece.operator().startsWith(Operator.EQUAL.symbol());
      if (equal && piece.ownerStart() != value.ownerStart() && !piece.raw().isEmpty()) {
        String name =
            view.field(piece.owner(), command.properName()).map(Field::name).orElse(piece.owner());
        others.merge(name, piece.text(), (one, more) -> one + "," + more);
      }
    }
    return others;
  }

  /** The other criteria, options and plain words, each as typed, without blanks. */
  static List<String> others(CommandOutline command, Piece under) {
    Map<Integer, String> others = new LinkedHashMap<>();
    int option = -1;
    for (Piece piece : command.pieces()) {
      boolean other = piece.start() != under.start() && !piece.raw().isEmpty();
      switch (piece.role()) {
        case VALUE -> {
          if (other && piece.ownerStart() != under.ownerStart()) {
            others.merge(
                piece.ownerStart(),
                TypedQuotes.quoted(piece.owner(), "", true) + piece.operator() + piece.raw(),
                (before, more) -> before + "," + piece.raw());
          }
        }
        case OPTION -> {
          option = piece.start();
          others.put(option, piece.raw());
        }
        case OPTION_VALUE ->
            others.merge(
                option,
                piece.raw(),
                (before, more) -> before + (before.indexOf('=') < 0 ? "=" : ",") + more);
        case WORD -> {
          if (other) {
            others.put(piece.start(), piece.raw());
          }
        }
        case COMMAND, FIELD, OPERATOR, COMMENT -> {
          // A field and its operator come with its value.
        }
      }
    }
    return List.copyOf(others.values());
  }
}
