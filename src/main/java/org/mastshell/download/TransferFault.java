package org.mastshell.download;

/** A try to fetch a file went wrong; another may go well. */
final class TransferFault extends Exception {
  private static final long serialVersionUID = 1L;

  TransferFault(String message) {
    super(message);
  }

  TransferFault(String message, Throwable cause) {
    super(message, cause);
  }
}
