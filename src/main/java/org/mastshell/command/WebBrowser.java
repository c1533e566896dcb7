package org.mastshell.command;

import java.io.IOException;
import java.net.URI;
import org.mastshell.archive.Cancellation;

/** The program in which a person looks at pages of the web. */
@FunctionalInterface
public interface WebBrowser {
  /**
   * Has it show a page, and does not wait until the person has looked at it.
   *
   * @param page http or https, or a page on this computer (file)
   * @param cancellation ends the waiting for it, and not the browser
   * @throws org.mastshell.archive.CancelledException if it was waited for no longer
   * @throws IOException if there is no browser, or it cannot be started; the message says why
   */
  void show(URI page, Cancellation cancellation) throws IOException;
}
