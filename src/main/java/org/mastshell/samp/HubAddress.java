package org.mastshell.samp;

import java.net.URI;

/** Where a hub is, and the word by which it takes programs of its owner. */
public final class HubAddress {
  private final URI endpoint;
  private final String secret;

  HubAddress(URI endpoint, String secret) {
    this.endpoint = endpoint;
    this.secret = secret;
  }

  /** Host and port, for people. */
  public String place() {
    return endpoint.getAuthority();
  }

  URI endpoint() {
    return endpoint;
  }

  String secret() {
    return secret;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return place();
  }
}
