package org.mastshell.language;

/** What stands between a field and its values. */
public enum Operator {
  EQUAL("="),
  NOT_EQUAL("!="),
  CONTAINS("~"),
  NOT_CONTAINS("!~"),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">=");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /** As it is typed. */
  public String symbol() {
    return symbol;
  }
}
