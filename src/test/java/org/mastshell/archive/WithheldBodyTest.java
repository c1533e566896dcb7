package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/** A server repeats the token that it was sent, in pieces of any size. */
class WithheldBodyTest {
  private static final String TOKEN = "token-not-a-secret";

  @Provide
  Arbitrary<String> replies() {
    return Arbitraries.of(TOKEN, "token-", "not-a-", "secret", "to", "{\"msg\": \"", "µ", "\n", "*")
        .list()
        .ofMaxSize(20)
        .map(pieces -> String.join("", pieces));
  }

  @Property
  void itsBytesAreStarsAndAllElseStays(
      @ForAll("replies") String reply, @ForAll @IntRange(min = 1, max = 40) int piece)
      throws IOException {
    assertThat(read(reply, piece)).isEqualTo(reply.replace(TOKEN, "*".repeat(TOKEN.length())));
  }

  private static String read(String reply, int piece) throws IOException {
    Buffer bytes = new Buffer().writeUtf8(reply);
    long length = bytes.size();
    ForwardingSource slow =
        new ForwardingSource(bytes) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            return super.read(sink, Math.min(piece, byteCount));
          }
        };
    try (Response response =
        new Response.Builder()
            .request(new Request.Builder().url("http://127.0.0.1/").build())
            .protocol(Protocol.HTTP_1_1)
            .code(500)
            .message("")
            .body(ResponseBody.create(Okio.buffer(slow), MediaType.get("application/json"), length))
            .build()) {
      ResponseBody body = WithheldBody.of(response, TOKEN).body();
      assertThat(body.contentLength()).isEqualTo(length);
      return body.string();
    }
  }
}
