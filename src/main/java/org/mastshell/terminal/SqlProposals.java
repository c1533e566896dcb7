package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mastshell.language.SqlText;
import org.mastshell.language.SqlToken;
import org.mastshell.language.SqlWords;
import org.mastshell.terminal.ShellView.Suggestion;

/** Proposes the words of a statement in SQL: tables where one is named, else columns. */
final class SqlProposals {
  static final String COMMAND = "sql";
  private static final int BEHIND_NAME = 2;

  private final ShellView view;

  SqlProposals(ShellView view) {
    this.view = view;
  }

  /**
   * What may be typed.
   *
   * @param before the statement up to the cursor
   * @param all of the statement
   * @param cursor its place in the line
   */
  Completion propose(String before, String all, int cursor) {
    int start = before.length();
    while (start > 0 && isOfWord(before.charAt(start - 1))) {
      start--;
    }
    String typed = before.substring(start);
    List<SqlToken> tokens = SqlText.of(before.substring(0, start)).tokens();
    boolean inText = !tokens.isEmpty() && last(tokens).kind() == SqlToken.Kind.OPEN;
    Offer offer = inText ? Offer.none() : Offer.beginning(words(tokens, typed, before, all), typed);
    return Completion.replacing(cursor - typed.length(), typed, offer);
  }

  private List<Proposal> words(List<SqlToken> tokens, String typed, String before, String all) {
    if (tokens.isEmpty()) {
      return Stream.of("SELECT", "WITH", "VALUES").map(SqlProposals::keyword).toList();
    }
    if (namesTable(tokens, typed, before)) {
      return view.tables().stream().map(table -> proposal(table, "sets", true)).toList();
    }
    List<String> tables = SqlText.of(all).tables();
    boolean qualified = last(tokens).is(".") && tokens.size() >= BEHIND_NAME;
    if (qualified) {
      String name = tokens.get(tokens.size() - BEHIND_NAME).name();
      List<String> own = tables.stream().filter(name::equalsIgnoreCase).toList();
      return columns(own.isEmpty() ? tables : own);
    }
    List<Proposal> words = new ArrayList<>(columns(tables));
    SqlWords.KEYWORDS.stream().map(SqlProposals::keyword).forEach(words::add);
    return words;
  }

  private List<Proposal> columns(List<String> tables) {
    return view.tableColumns(tables).stream()
        .map(column -> proposal(column, "columns", false))
        .toList();
  }

  // A word in that place counts as a table, whatever it is.
  private static boolean namesTable(List<SqlToken> tokens, String typed, String before) {
    String head = before.substring(0, before.length() - typed.length());
    SqlText with = SqlText.of(head + "x");
    List<SqlToken> tables = with.tableTokens();
    return !tables.isEmpty()
        && tables.get(tables.size() - 1).end() == head.length() + 1
        && !last(tokens).is(".");
  }

  private static SqlToken last(List<SqlToken> tokens) {
    return tokens.get(tokens.size() - 1);
  }

  private static Proposal proposal(Suggestion word, String group, boolean ends) {
    String insert = SqlWords.name(word.value());
    return new Proposal(insert, insert, group, word.meaning(), word.count(), ends, false);
  }

  private static Proposal keyword(String word) {
    return Proposal.word(word, word, "words of SQL", "");
  }

  private static boolean isOfWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
