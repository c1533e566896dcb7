package org.mastshell.archive;

import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * What a server says without the token that it was sent: some repeat headers in their messages, and
 * those go into errors, logs and traces. Each of its bytes is a star then, so that lengths stay.
 */
final class WithheldBody extends ForwardingSource {
  private static final long PIECE = 8192;

  private final ByteString secret;
  private final ByteString stars;
  private final Buffer held = new Buffer();
  private final Buffer ready = new Buffer();
  private boolean ended;

  private WithheldBody(Source body, String secret) {
    super(body);
    this.secret = ByteString.encodeUtf8(secret);
    this.stars = ByteString.encodeUtf8("*".repeat(this.secret.size()));
  }

  /** The reply, its body without this text. */
  static Response of(Response response, String secret) {
    ResponseBody body = response.body();
    return response
        .newBuilder()
        .body(
            ResponseBody.create(
                Okio.buffer(new WithheldBody(body.source(), secret)),
                body.contentType(),
                body.contentLength()))
        .build();
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    while (ready.size() == 0 && !(ended && held.size() == 0)) {
      ended = ended || super.read(held, PIECE) < 0;
      release();
    }
    return ready.size() == 0 && byteCount > 0 ? -1 : ready.read(sink, byteCount);
  }

  // All but what may be the beginning of the text, whose end has not come yet.
  private void release() throws IOException {
    for (long at = held.indexOf(secret); at >= 0; at = held.indexOf(secret)) {
      ready.write(held, at);
      ready.write(stars);
      held.skip(secret.size());
    }
    long open = ended ? 0 : Math.min(held.size(), secret.size() - 1L);
    ready.write(held, held.size() - open);
  }
}
