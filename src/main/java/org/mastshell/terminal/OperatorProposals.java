package org.mastshell.terminal;

import java.util.List;
import java.util.Optional;
import org.mastshell.language.Operator;
import org.mastshell.vocabulary.Field;

/** Proposes operators. */
final class OperatorProposals {
  private OperatorProposals() {}

  /** The operators of a field that go on from what is typed. */
  static Offer propose(Field field, String typed, ShellView view) {
    List<Proposal> all = of(field, view).stream().map(operator -> proposal(operator, "")).toList();
    return Offer.beginning(all, typed);
  }

  /**
   * How a criterion goes on of which the field and the beginning of an operator are typed ({@code
   * filters!}); nothing if no field is typed.
   */
  static Offer afterField(String typed, ShellView view, String command) {
    int mark = typed.length() - 1;
    Optional<Field> field =
        mark > 0 && typed.charAt(mark) == '!'
            ? view.field(typed.substring(0, mark), command)
            : Optional.empty();
    return field
        .map(
            found ->
                Offer.beginning(
                    of(found, view).stream()
                        .map(operator -> proposal(operator, typed.substring(0, mark)))
                        .toList(),
                    typed))
        .orElse(Offer.none());
  }

  private static List<Operator> of(Field field, ShellView view) {
    return view.takesParameters() ? List.of(Operator.EQUAL) : Operator.of(field);
  }

  private static Proposal proposal(Operator operator, String field) {
    String insert = field + operator.symbol();
    return Proposal.word(insert, operator.symbol(), "operators", operator.meaning())
        .unfinished()
        .goingOn();
  }
}
