package org.mastshell.terminal;

/** What a piece of a line is. */
enum Role {
  COMMAND,
  OPTION,
  OPTION_VALUE,
  FIELD,
  OPERATOR,
  VALUE,
  /** A plain word: a column, a file, row numbers, or a field whose operator is not typed yet. */
  WORD,
  COMMENT
}
