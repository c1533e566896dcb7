package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.Response;

/** Reads replies that are small by nature (names, facets, an account) as a whole. */
final class SmallReplies {
  private static final long LARGEST = 64L << 20;

  private SmallReplies() {}

  static JsonNode read(String host, Response response) throws IOException, TransientFailure {
    JsonNode root = any(host, response);
    if (!root.isObject()) {
      throw new JsonParseException(null, "the reply is no object");
    }
    return root;
  }

  /** The same of a reply that is a list. */
  static JsonNode list(String host, Response response) throws IOException, TransientFailure {
    JsonNode root = any(host, response);
    if (!root.isArray()) {
      throw new JsonParseException(null, "the reply is no list");
    }
    return root;
  }

  private static JsonNode any(String host, Response response) throws IOException, TransientFailure {
    if (response.body().contentLength() > LARGEST) {
      throw tooLarge();
    }
    ObjectMapper mapper = JsonMapper.builder(Json.FACTORY).build();
    // The stated length binds nobody, so that bytes are counted as they come.
    InputStream body = new Limited(response.body().byteStream());
    try (JsonParser parser = Json.parser(host, response.body().contentType(), body)) {
      JsonNode root = mapper.readTree(parser);
      if (root == null) {
        throw new JsonParseException(parser, "the reply is empty");
      }
      return root;
    }
  }

  /**
   * The whole body, as text.
   *
   * @throws IOException if it is longer than any such reply
   */
  static String text(Response response) throws IOException {
    return new String(
        new Limited(response.body().byteStream()).readAllBytes(),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private static ArchiveException tooLarge() {
    return new ArchiveException(
        ArchiveException.Kind.FAULT,
        "the archive sent a reply that is too large to be what I asked for",
        "try again later");
  }

  /** Ends in trouble, not in a full memory. */
  private static final class Limited extends FilterInputStream {
    private long left = LARGEST;

    Limited(InputStream source) {
      super(source);
    }

    @Override
    public int read() throws IOException {
      return count(super.read(), 1);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      return count(read, Math.max(0, read));
    }

    private int count(int result, int bytes) {
      left -= bytes;
      if (left < 0) {
        throw tooLarge();
      }
      return result;
    }
  }
}
