package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class VerboseLogTest {
  @Test
  void aFaultThatWasBorneIsShownWithItsTraceAsLongAsItIsOpen() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Logger logger = Logger.getLogger("org.mastshell.download");
    try (PrintWriter err = new PrintWriter(bytes, true, StandardCharsets.UTF_8)) {
      VerboseLog log = new VerboseLog(lines -> lines.forEach(err::println));
      logger.log(Level.FINE, "at a.fits", new IllegalStateException("no\u001b[31m"));
      log.close();
      logger.log(Level.FINE, "later", new IllegalStateException());
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith("at a.fits\njava.lang.IllegalStateException: no")
        .contains("at org.mastshell.shell.VerboseLogTest")
        .doesNotContain("\u001b", "later");
    assertThat(Logger.getLogger("org.mastshell").getHandlers()).isEmpty();
  }

  @Test
  void whatIsMissingInARecordStopsNothingAndItsParametersArePutIn() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Logger logger = Logger.getLogger("org.mastshell.download");
    try (PrintWriter err = new PrintWriter(bytes, true, StandardCharsets.UTF_8)) {
      VerboseLog log = new VerboseLog(lines -> lines.forEach(err::println));
      logger.log(Level.FINE, "at {0}", "b.fits");
      logger.log(Level.FINE, null, new IllegalStateException("no"));
      log.close();
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith("at b.fits\n")
        .contains("\njava.lang.IllegalStateException: no");
  }
}
