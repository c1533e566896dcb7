package org.mastshell.archive;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** Where a reply sends the client (RFC 9110, section 15.4). */
final class Redirects {
  private Redirects() {}

  /**
   * The request to make instead, without the token, or empty where the reply is none of that kind.
   * A question keeps its method and body, as its answer is of no use otherwise.
   *
   * @param safely whether a step from https to http is refused: bytes that anybody on the way could
   *     have changed are not to be vouched for
   */
  static Optional<Request> next(Response response, boolean safely) throws IOException {
    boolean redirect =
        switch (response.code()) {
          case 301, 302, 303, 307, 308 -> true;
          default -> false;
        };
    String location = response.header("Location");
    if (!redirect || location == null) {
      return Optional.empty();
    }
    Request asked = response.request();
    HttpUrl target = asked.url().resolve(location);
    if (target == null) {
      throw new ProtocolException("redirected to something that is no web address");
    }
    if (safely && asked.url().isHttps() && !target.isHttps()) {
      throw new ProtocolException("redirected from https to http, where nothing is protected");
    }
    Request.Builder next = asked.newBuilder().url(target).removeHeader("Authorization");
    if (response.code() == 303) {
      next.get();
    }
    return Optional.of(next.build());
  }
}
