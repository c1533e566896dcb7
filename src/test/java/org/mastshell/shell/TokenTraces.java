package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Looks for a token in whatever a program has left, in every form in which it could stand. */
public final class TokenTraces {
  // Of three bytes Base64 makes four letters: what stands before shifts the letters of the token.
  private static final List<String> BEFORE = List.of("", "a", "ab");

  private final List<String> forms = new ArrayList<>();

  /** Of this token, which is long enough to be found by a part of it. */
  public TokenTraces(String token) {
    forms.add(token.toLowerCase(Locale.ROOT));
    forms.add(new StringBuilder(token).reverse().toString().toLowerCase(Locale.ROOT));
    forms.add(URLEncoder.encode(token, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
    forms.add(token.replace("-", "%2d").toLowerCase(Locale.ROOT));
    forms.add(HexFormat.of().formatHex(bytes(token)));
    for (String before : BEFORE) {
      String letters = Base64.getEncoder().withoutPadding().encodeToString(bytes(before + token));
      // The first and the last group also hold bits of what stands beside the token.
      String middle = letters.substring(before.isEmpty() ? 0 : 4, letters.length() - 4);
      forms.add(middle.toLowerCase(Locale.ROOT));
    }
  }

  /** The forms of the token that stand in a text. */
  public List<String> in(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    // Two bytes a letter, as some databases and Java itself keep texts.
    String narrow = small.replace("\0", "");
    return forms.stream().filter(form -> small.contains(form) || narrow.contains(form)).toList();
  }

  /** The files below a folder in which it stands, unpacked where gzip has packed them. */
  public List<Path> below(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(this::isIn).toList();
    }
  }

  private boolean isIn(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return !in(text(bytes)).isEmpty()
          || !in(file.toString()).isEmpty()
          || (isPacked(bytes) && !in(text(unpacked(bytes))).isEmpty());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file.toString(), unreadable);
    }
  }

  private static boolean isPacked(byte... bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  private static byte[] unpacked(byte... bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  /** Nothing below the folder holds it, nor do these texts. */
  public void areNowhere(Path folder, String... texts) throws IOException {
    for (String text : texts) {
      assertThat(in(text)).as("the token in %s", text).isEmpty();
    }
    assertThat(below(folder)).as("files with the token").isEmpty();
  }

  private static String text(byte... bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
