package org.mastshell.formats;

/** A file of a format that has nothing but tables, whose columns have names. */
abstract class HeadedTableFile implements TableFile {

  @Override
  public final String rowWord() {
    return "row";
  }

  @Override
  public final boolean isTable() {
    return true;
  }

  @Override
  public final boolean hasHeader() {
    return true;
  }
}
