package org.mastshell.archive;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as it may stand in the query of an address (RFC 3986, section 2.1). */
final class PercentEncoding {
  private PercentEncoding() {}

  /** Everything but letters, digits and {@code - _ . *} is encoded, a blank as {@code %20}. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
