package org.mastshell.output;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Plain streams that remember what was written to each. */
final class PlainStreams {
  private final StringWriter out = new StringWriter();
  private final StringWriter talk = new StringWriter();
  private final Console console = new PlainConsole(new PrintWriter(out), new PrintWriter(talk));

  Console console() {
    return console;
  }

  String out() {
    console.out().flush();
    return out.toString();
  }

  String talk() {
    console.talk().flush();
    return talk.toString();
  }
}
