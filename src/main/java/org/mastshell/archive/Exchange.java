package org.mastshell.archive;

import okhttp3.Response;

/**
 * A reply under way, which ends when the work is called off.
 *
 * @param repeats how often the HTTP library sent the request again by itself before it came
 */
record Exchange(Response response, Cancellation.Registration registration, int repeats)
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
