package org.mastshell.command;

import java.io.IOException;
import java.net.URI;
import org.mastshell.archive.Cancellation;

/**
 * Opens pages for a person, and says what to do where that fails.
 *
 * @param browser shows pages
 */
record PageOpening(WebBrowser browser) {

  /**
   * Opens a page.
   *
   * @throws CommandException if there is no browser, or it cannot be started
   */
  void open(URI page, Cancellation cancellation) {
    try {
      browser.show(page, cancellation);
    } catch (IOException failed) {
      throw new CommandException(
          ExitCode.FAILED,
          "the browser cannot be started: " + failed.getMessage(),
          "open this yourself: " + page,
          "BROWSER=firefox in the environment says which one to start");
    }
  }
}
