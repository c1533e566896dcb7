package org.mastshell.archive;

import okhttp3.Response;

/** A reply under way, which ends when the work is called off. */
record Exchange(Response response, Cancellation.Registration registration)
    implements AutoCloseable {
  @Override
  public void close() {
    try {
      response.close();
    } finally {
      registration.close();
    }
  }
}
