package org.mastshell.command;

import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;

/** Says which set a person has arrived at. */
final class SetLine {
  private SetLine() {}

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
        + set.command()
        + ")   #"
        + set.number()
        + set.name().map(name -> " " + name).orElse("");
  }
}
