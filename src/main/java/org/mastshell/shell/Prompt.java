package org.mastshell.shell;

import org.mastshell.output.Counts;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.SetKind;

/** The prompt: kind and size of the current set. */
final class Prompt {
  private final Session session;

  Prompt(Session session) {
    this.session = session;
  }

  /** {@code mast[1,204 products]> }. */
  String text() {
    return session.current().map(Prompt::of).orElse("mast> ");
  }

  private static String of(WorkingSet set) {
    String kind = set.kind() == SetKind.OBSERVATIONS ? "obs" : set.kind().word(set.size());
    return "mast[" + Counts.text(set.size()) + " " + kind + "]> ";
  }
}
