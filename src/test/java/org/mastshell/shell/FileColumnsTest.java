package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.command.LocalPaths;
import org.mastshell.command.SafeMode;
import org.mastshell.terminal.ShellView.Suggestion;

class FileColumnsTest {
  @TempDir Path folder;
  private FileColumns columns;

  @BeforeEach
  void look() {
    columns = new FileColumns(new LocalPaths(folder, Optional.of(folder), SafeMode.off()));
  }

  @Test
  void areThoseThatTheFileNamesWithTheirUnits() throws IOException {
    Files.writeString(
        folder.resolve("targets.ecsv"),
        """
        # %ECSV 1.0
        # ---
        # datatype:
        # - {name: id, datatype: string}
        # - {name: ra, unit: deg, datatype: float64}
        id ra
        M101 210.8
        """);
    assertThat(columns.isFile("targets.ecsv")).isTrue();
    assertThat(columns.of("targets.ecsv"))
        .containsExactly(new Suggestion("id", "", -1), new Suggestion("ra", "deg", -1));
  }

  @Test
  void areReadAgainWhenTheFileHasChanged() throws IOException {
    Path file = Files.writeString(folder.resolve("targets.csv"), "name,ra\nM 101,210.8\n");
    assertThat(columns.of("targets.csv"))
        .extracting(Suggestion::value)
        .containsExactly("name", "ra");
    Files.writeString(file, "name,dec,note\nM 101,54.3,none\n");
    assertThat(columns.of("targets.csv"))
        .extracting(Suggestion::value)
        .containsExactly("name", "dec", "note");
  }

  @Test
  void areNoneWhereTheFileNamesNoneOrIsMissingOrVeryLarge() throws IOException {
    Files.writeString(folder.resolve("list.txt"), "M 101\nM 51\n");
    Files.writeString(folder.resolve("large.csv"), "name,ra\n" + "M 101,210.8\n".repeat(100_000));
    assertThat(columns.of("list.txt")).isEmpty();
    assertThat(columns.of("large.csv")).isEmpty();
    assertThat(columns.isFile("nosuch.csv")).isFalse();
    assertThat(columns.of("nosuch.csv")).isEmpty();
  }
}
