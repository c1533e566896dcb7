package org.mastshell.command;

import java.io.IOException;
import java.net.URI;

/** The program in which a person looks at pages of the web. */
@FunctionalInterface
public interface WebBrowser {
  /**
   * Has it show a page, and does not wait until the person has looked at it.
   *
   * @param page http or https, or a page on this computer (file)
   * @throws IOException if there is no browser, or it cannot be started; the message says why
   */
  void show(URI page) throws IOException;
}
