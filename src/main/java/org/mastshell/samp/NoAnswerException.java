package org.mastshell.samp;

/** A hub gave no answer that could be read. Its message is a few words, without a secret. */
final class NoAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  NoAnswerException(String why) {
    super(why);
  }
}
