package org.mastshell.archive;

import java.util.Locale;
import okhttp3.HttpUrl;

/** Which addresses may see the token: the archive's own hosts, over a connection nobody reads. */
final class TokenRule {
  private static final String ARCHIVE_DOMAIN = ".stsci.edu";

  private final HttpUrl server;

  TokenRule(HttpUrl server) {
    this.server = server;
  }

  boolean mayCarry(HttpUrl url) {
    boolean configured = url.host().equals(server.host()) && url.port() == server.port();
    if (url.isHttps()) {
      return configured || url.host().equals(server.host()) || url.host().endsWith(ARCHIVE_DOMAIN);
    }
    return configured && isLoopback(url.host());
  }

  // By name alone: an address from a name service may change between the check and the request.
  static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.equals("::1") || name.matches("127(\\.\\d{1,3}){3}");
  }
}
