package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what is shown with a file under {@code src/test/resources/golden}. After a wanted change
 * {@code mvn test -Dtest='*Golden*' -Dgolden.renew=true} writes the files anew; read the difference
 * before it is committed.
 */
final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "."), "src/test/resources/golden/output");

  private Golden() {}

  static void check(String name, String shown) throws IOException {
    Path file = FOLDER.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.renew")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, shown);
    }
    assertThat(file).as("golden file (-Dgolden.renew=true writes it)").exists();
    assertThat(shown).isEqualTo(Files.readString(file));
  }
}
