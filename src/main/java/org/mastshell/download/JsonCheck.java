package org.mastshell.download;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Judges JSON files: one whole value from beginning to end. */
final class JsonCheck implements StreamCheck {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Python writes NaN and Infinity.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          // Names of members would be kept, and a file may have any number of them.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  @Override
  public List<String> check(ByteStream bytes) throws IOException {
    if (bytes.isAtEnd()) {
      throw new Damage("it is empty");
    }
    try (JsonParser parser = FACTORY.createParser(text(bytes))) {
      if (parser.nextToken() == null) {
        throw new Damage("there is nothing but blanks in it");
      }
      pass(parser);
      if (parser.nextToken() != null) {
        throw new Damage("its JSON ends, and something follows");
      }
      return List.of();
    } catch (StreamConstraintsException e) {
      return List.of("its JSON is too deep or has numbers too long to be checked");
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw new Damage("its JSON is broken" + place(e), e);
    }
  }

  // UTF-8 as the standard has it, or UTF-16 with its mark; the library takes broken letters.
  private static Reader text(ByteStream bytes) throws IOException {
    ByteBuffer ahead = bytes.ahead();
    Charset charset = StandardCharsets.UTF_8;
    if (ahead.remaining() > 1) {
      int first = ahead.getShort(ahead.position()) & 0xFFFF;
      charset = first == 0xFEFF || first == 0xFFFE ? StandardCharsets.UTF_16 : charset;
      boolean marked = first == 0xEFBB && ahead.remaining() > 2;
      if (marked && (ahead.get(ahead.position() + 2) & 0xFF) == 0xBF) {
        bytes.skip(3);
      }
    }
    return new InputStreamReader(
        new Remaining(bytes),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static void pass(JsonParser parser) throws IOException {
    int depth = 0;
    JsonToken token = parser.currentToken();
    while (token != null) {
      depth += token.isStructStart() ? 1 : 0;
      depth -= token.isStructEnd() ? 1 : 0;
      if (depth == 0) {
        return;
      }
      token = parser.nextToken();
    }
    throw new Damage("its JSON is cut off");
  }

  private static String place(IOException failure) {
    return failure instanceof JsonProcessingException known && known.getLocation() != null
        ? " in line "
            + known.getLocation().getLineNr()
            + ", column "
            + known.getLocation().getColumnNr()
        : "";
  }

  /** What is left, as a stream. */
  private static final class Remaining extends InputStream {
    private final ByteStream bytes;

    private Remaining(ByteStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = bytes.read(into, offset, length);
      return count == 0 && length > 0 ? -1 : count;
    }
  }
}
