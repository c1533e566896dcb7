package org.mastshell.demo;

/** A request that the service cannot serve; the message goes to the client as {@code ERROR}. */
final class MashupException extends Exception {
  private static final long serialVersionUID = 1L;

  MashupException(String message) {
    super(message);
  }
}
