package org.mastshell.demo;

import java.util.List;

/**
 * A column of a reply, with what the archive's column configuration says of it.
 *
 * @param name the name in replies, filters and configuration
 * @param type the type that replies declare; identifiers are declared as strings and sent as
 *     numbers, as the real archive does
 * @param datatype the VOTable datatype; clients take double and float for continuous columns
 * @param label the name for people
 * @param unit the unit, or an empty text
 * @param separator what stands between several values of one cell, or an empty text
 * @param flags further traits: facet, plain, position, mjd, date, split, floor, hidden
 * @param description the meaning
 * @param example values that occur
 */
record Column(
    String name,
    String type,
    String datatype,
    String label,
    String unit,
    String separator,
    List<String> flags,
    String description,
    String example) {

  boolean is(String flag) {
    return flags.contains(flag);
  }

  boolean isContinuous() {
    return datatype.equals("double") || datatype.equals("float");
  }

  /** Reads one line of the bundled list, nine parts with a bar between them. */
  static Column parse(String line) {
    String[] parts = line.split("\\|", -1);
    return new Column(
        parts[0],
        parts[1],
        parts[2],
        parts[3],
        parts[4],
        parts[5],
        List.of(parts[6].split(",", -1)),
        parts[7],
        parts[8]);
  }
}
