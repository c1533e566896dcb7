package org.mastshell.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of the program, as the build wrote it down. */
final class Version {
  private Version() {}

  static String text() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException unreadable) {
      // A program without its version is still a program.
      properties.clear();
    }
    return properties.getProperty("version", "unknown");
  }
}
