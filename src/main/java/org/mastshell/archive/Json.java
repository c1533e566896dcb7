package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Response;

/**
 * JSON as the archive sends and takes it. Reading forgives what public reports of its replies show
 * (NaN as a number, bare control characters), and refuses what no reply needs.
 */
final class Json {
  private static final int LONGEST_TEXT = 5_000_000;
  private static final int DEEPEST = 100;
  private static final int LONGEST_BLANK = 4096;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What is written as null. */
  static final Object NULL = new Object();

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_TEXT)
                  .maxNestingDepth(DEEPEST)
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private Json() {}

  static JsonParser parser(String text) throws IOException {
    return FACTORY.createParser(text);
  }

  /**
   * A parser on the body as it arrives.
   *
   * @throws TransientFailure if the body is empty or a web page
   */
  static JsonParser parser(String host, Response response) throws IOException, TransientFailure {
    return parser(host, response.body().contentType(), response.body().byteStream());
  }

  /** The same on the bytes of a body of this type, which may be null. */
  static JsonParser parser(String host, MediaType type, InputStream body)
      throws IOException, TransientFailure {
    Charset charset = type == null ? StandardCharsets.UTF_8 : type.charset(StandardCharsets.UTF_8);
    // Bytes that are not of the charset become replacement characters, not failures.
    if (charset.equals(StandardCharsets.UTF_8)) {
      InputStream bytes = new BufferedInputStream(new WellFormedUtf8(body));
      requireData(host, firstByte(bytes));
      return FACTORY.createParser(bytes);
    }
    Reader text = new BufferedReader(new InputStreamReader(body, charset));
    requireData(host, skipBlank(text));
    return FACTORY.createParser(text);
  }

  private static void requireData(String host, int first) throws TransientFailure {
    if (first < 0) {
      throw NetworkTrouble.fault(host, "its answer is empty", null);
    }
    if (first == '<') {
      throw NetworkTrouble.fault(host, "a web page or XML came in place of data", null);
    }
  }

  // A byte order mark is three bytes; the first that is neither blank nor one of them is left.
  private static int firstByte(InputStream bytes) throws IOException {
    for (int skipped = 0; skipped < LONGEST_BLANK; skipped++) {
      bytes.mark(1);
      int next = bytes.read();
      if (next < 0) {
        return next;
      }
      boolean mark = next == 0xEF || next == 0xBB || next == 0xBF;
      if (!Character.isWhitespace(next) && !mark) {
        bytes.reset();
        return next;
      }
    }
    return -1;
  }

  /** A value of maps, lists, numbers without exponents, truth values and text as JSON. */
  static String write(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(generator, value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      generator.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        generator.writeFieldName(entry.getKey().toString());
        write(generator, entry.getValue());
      }
      generator.writeEndObject();
    } else if (value instanceof List<?> list) {
      generator.writeStartArray();
      for (Object element : list) {
        write(generator, element);
      }
      generator.writeEndArray();
    } else if (value instanceof BigDecimal number) {
      // Without an exponent, which not every reader of requests takes.
      generator.writeNumber(number.toPlainString());
    } else if (value instanceof Integer number) {
      generator.writeNumber(number);
    } else if (value instanceof Long number) {
      generator.writeNumber(number);
    } else if (value == NULL) {
      generator.writeNull();
    } else if (value instanceof Boolean flag) {
      generator.writeBoolean(flag);
    } else {
      generator.writeString(value.toString());
    }
  }

  private static int skipBlank(Reader text) throws IOException {
    for (int skipped = 0; skipped < LONGEST_BLANK; skipped++) {
      text.mark(1);
      int next = text.read();
      if (next < 0) {
        return next;
      }
      if (!Character.isWhitespace(next) && next != BYTE_ORDER_MARK) {
        text.reset();
        return next;
      }
    }
    return -1;
  }
}
