package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.LocalPaths;

class LocalValueFilesTest {
  @TempDir Path folder;
  private LocalValueFiles files;

  @BeforeEach
  void look() {
    files = new LocalValueFiles(new LocalPaths(folder, folder));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,obs\na,1\n,2\nb,\n",
        "# made by hand\nname\tobs\na\t1\nb\t\n",
        "name obs\na 1\nb 2\n",
        "obs,name\n1,a\n2,\"b\"\n"
      })
  void takesAColumnOfATable(String text) throws IOException {
    assertThat(column(text, "name")).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name,name\na,b\n", "name  obs\na  1\n", "name,obs\n\"a,1\nb,2\n"})
  void saysThatAFileIsNoTable(String text) {
    assertThatThrownBy(() -> column(text, "nosuch")).isInstanceOf(IOException.class);
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> column("name,obs\na,1\n", "size"))
        .isInstanceOf(IOException.class)
        .hasMessage("it has no column size with values");
    assertThatThrownBy(() -> column("# nothing\n", "size")).hasMessage("it is empty");
    assertThatThrownBy(() -> files.read("missing.csv", Optional.empty()))
        .hasMessage("there is no file missing.csv");
  }

  private List<String> column(String text, String column) throws IOException {
    Files.writeString(folder.resolve("list.csv"), text);
    return files.read("list.csv", Optional.of(column));
  }
}
