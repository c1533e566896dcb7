package org.mastshell.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds what keeps a file from being read as UTF-8. */
final class OtherEncoding {
  private OtherEncoding() {}

  /** {@code ": line 7 is not"}, or nothing where it cannot be found any more. */
  static String place(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int start = 0;
      for (int line = 1; start < bytes.length; line++) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
          end++;
        }
        if (!isUtf8(ByteBuffer.wrap(bytes, start, end - start))) {
          return ": line " + line + " is not";
        }
        start = end + 1;
      }
      return "";
    } catch (IOException gone) {
      return "";
    }
  }

  private static boolean isUtf8(ByteBuffer line) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(line);
      return true;
    } catch (CharacterCodingException otherwise) {
      return false;
    }
  }
}
