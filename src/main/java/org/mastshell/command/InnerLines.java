package org.mastshell.command;

/** Runs lines inside a command, as if they stood where it does. */
public interface InnerLines {

  /**
   * Runs a line.
   *
   * @return how it ended; its answer was shown and its failure reported, with file and line
   */
  CommandResult runInside(String line);

  /**
   * Does what runs several lines as one step of the session: none of it is on disk before all is
   * done, so that a program that is killed meanwhile leaves the session as it was before.
   */
  void asOneStep(Runnable lines);

  /**
   * Makes sure that the commands of a line exist, before it is needed; what variables stand for is
   * not looked at.
   *
   * @throws org.mastshell.language.SyntaxException if one does not
   */
  void requireKnown(String line);

  /**
   * A text with the script's arguments and variables put in.
   *
   * @throws org.mastshell.language.SyntaxException if it names one that is not there
   */
  String fill(String text);
}
