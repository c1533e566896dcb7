package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class WatchedStreamTest {
  @Test
  void passesEverythingOn() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    WatchedStream stream = new WatchedStream(bytes);
    assertThat(print(stream)).isFalse();
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("天\n");
    assertThat(stream.failure()).isEmpty();
  }

  @Test
  void aReaderThatWentAwayIsNoFailure() {
    WatchedStream stream = new WatchedStream(failing("Broken pipe"));
    assertThat(print(stream)).isTrue();
    assertThat(stream.failure()).isEmpty();
  }

  @Test
  void anyOtherReasonIsOne() {
    WatchedStream stream = new WatchedStream(failing("Input/output error"));
    assertThat(print(stream)).isTrue();
    assertThat(stream.failure())
        .get()
        .extracting(IOException::getMessage)
        .isEqualTo("Input/output error");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsOne() throws IOException {
    try (FileOutputStream full = new FileOutputStream("/dev/full")) {
      WatchedStream stream = new WatchedStream(full);
      assertThat(print(stream)).isTrue();
      assertThat(stream.failure())
          .get()
          .extracting(IOException::getMessage)
          .asString()
          .contains("space");
    }
  }

  // The writer is left open: closing it would only flush a stream that failed already.
  private static boolean print(WatchedStream stream) {
    @SuppressWarnings("resource")
    PrintWriter writer = new PrintWriter(stream, false, StandardCharsets.UTF_8);
    writer.print("天\n");
    return writer.checkError();
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
