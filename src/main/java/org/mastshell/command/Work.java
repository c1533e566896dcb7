package org.mastshell.command;

import org.mastshell.archive.Cancellation;
import org.mastshell.formats.Format;
import org.mastshell.output.Answer;
import org.mastshell.output.Console;
import org.mastshell.output.Presenter;
import org.mastshell.output.Style;
import org.mastshell.session.Session;

/**
 * One run of a command: what it works on, and how it speaks while it works.
 *
 * @param session the state
 * @param console the person or program at the other end
 * @param style how things are shown
 * @param cancellation tells when the person has had enough
 */
public record Work(Session session, Console console, Style style, Cancellation cancellation) {

  /** Says something now, before the answer. */
  public void say(String line) {
    new Presenter(console, style).show(Answer.talk(line));
  }

  /** The same, its rows in another format. */
  public Work in(Format format) {
    return new Work(session, console, style.in(format), cancellation);
  }

  /** The host of the archive in use. */
  public String host() {
    return session.settings().clientOptions().server().getHost();
  }

  /** Shows how far a long call has come. To be closed when the call is over. */
  public Watch watch(String activity) {
    return new Watch(console, style, activity);
  }
}
