package org.mastshell.formats;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Looks up between two pieces, so that a long file can be given up. */
final class PulsingStream extends FilterOutputStream {
  private final Runnable pulse;

  /**
   * @param pulse what it throws ends the writing
   */
  PulsingStream(OutputStream out, Runnable pulse) {
    super(out);
    this.pulse = pulse;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    pulse.run();
    out.write(bytes, offset, length);
  }
}
