package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** Where a reply sends the client. */
class RedirectsTest {
  @Test
  void aFileIsNotFollowedFromHttpsToHttp() throws IOException {
    Response down = sent("https://a.example/x", "http://b.example/y");
    assertThatThrownBy(() -> Redirects.next(down, true))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("from https to http");
    assertThat(Redirects.next(down, false)).isPresent();
  }

  @Test
  void otherStepsAreFollowed() throws IOException {
    assertThat(Redirects.next(sent("https://a.example/x", "https://b.example/y"), true))
        .isPresent();
    assertThat(Redirects.next(sent("https://a.example/x", "/y"), true)).isPresent();
    assertThat(Redirects.next(sent("http://a.example/x", "http://b.example/y"), true)).isPresent();
  }

  private static Response sent(String from, String to) {
    return new Response.Builder()
        .request(new Request.Builder().url(from).build())
        .protocol(Protocol.HTTP_1_1)
        .code(302)
        .message("Found")
        .header("Location", to)
        .build();
  }
}
