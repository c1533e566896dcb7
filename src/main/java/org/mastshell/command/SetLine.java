package org.mastshell.command;

import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;

/** Says which set a person has arrived at. */
final class SetLine {
  // Some lines of a terminal; commands that name hundreds of rows are far longer.
  private static final int LONGEST = 400;
  private static final int BEGINNING = 300;

  private SetLine() {}

  /** A command for a line of talk: of a very long one the beginning, and how much is left out. */
  static String shortened(String command) {
    return command.length() <= LONGEST
        ? command
        : command.substring(0, BEGINNING)
            + "… "
            + Counts.text(command.length() - BEGINNING)
            + " more characters";
  }

  /** {@code 1,402 products (unique) #3}. */
  static Part of(WorkingSet set) {
    return new Part.Talk(text(set));
  }

  /** The same as text. */
  static String text(WorkingSet set) {
    return Counts.text(set.size())
        + " "
        + set.kind().word(set.size())
        + " ("
        + shortened(set.command())
        + ")   #"
        + set.number()
        + set.name().map(name -> " " + name).orElse("");
  }
}
