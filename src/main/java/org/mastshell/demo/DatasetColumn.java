package org.mastshell.demo;

/**
 * A column of a mission search.
 *
 * @param name its name
 * @param type what replies call its type ({@code VARCHAR}, {@code FLOAT}, {@code INTEGER}, {@code
 *     DATETIME})
 * @param title what lists of columns call it
 * @param usual whether it comes when no columns are named
 */
record DatasetColumn(String name, String type, String title, boolean usual) {
  static DatasetColumn usual(String name, String type, String title) {
    return new DatasetColumn(name, type, title, true);
  }

  static DatasetColumn other(String name, String type, String title) {
    return new DatasetColumn(name, type, title, false);
  }

  boolean isNumber() {
    return type.equals("FLOAT") || type.equals("INTEGER");
  }

  /** What lists of columns say of its values. */
  String described() {
    return switch (type) {
      case "FLOAT" -> "float";
      case "INTEGER" -> "integer";
      case "DATETIME" -> "datetime";
      default -> "string";
    };
  }
}
