package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.command.LocalPaths;
import org.mastshell.command.SafeMode;
import org.mastshell.language.MissingFileException;
import org.mastshell.language.ValueFile;

class LocalValueFilesTest {
  @TempDir Path folder;
  private LocalValueFiles files;

  @BeforeEach
  void look() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    files =
        new LocalValueFiles(new LocalPaths(folder, Optional.of(home), SafeMode.off()), () -> false);
  }

  @Test
  void opensAFileHereOrAtHome() throws IOException {
    Files.writeString(folder.resolve("targets.csv"), "name,RA_deg\nM 101,210.8\n");
    Files.writeString(folder.resolve("home/list.txt"), "# mine\n\n M 51 \n");
    ValueFile table = files.open("targets.csv");
    assertThat(table.isTable()).isTrue();
    assertThat(table.hasHeader()).isTrue();
    assertThat(table.rowWord()).isEqualTo("line");
    assertThat(table.columns())
        .containsExactly(
            new ValueFile.Column("name", "", ""), new ValueFile.Column("RA_deg", "", ""));
    assertThat(table.rows(List.of(1, 0)).list())
        .containsExactly(new ValueFile.Row(2, List.of("210.8", "M 101")));
    ValueFile list = files.open("~/list.txt");
    assertThat(list.isTable()).isFalse();
    assertThat(list.lines().list()).containsExactly(new ValueFile.Row(3, List.of("M 51")));
  }

  @Test
  void knowsWhichNamesAreFiles() throws IOException {
    Files.createFile(folder.resolve("a:b.csv"));
    assertThat(files.isFile("a:b.csv")).isTrue();
    assertThat(files.isFile("a")).isFalse();
    assertThat(files.isFile("home")).isFalse();
  }

  @Test
  void saysThatThereIsNone() {
    assertThatThrownBy(() -> files.open("nowhere/x.csv"))
        .isInstanceOf(MissingFileException.class)
        .hasMessage("there is no file nowhere/x.csv");
  }

  @Test
  void saysWhyAFileIsOfNoUse() throws IOException {
    Files.createFile(folder.resolve("empty.txt"));
    assertThatThrownBy(() -> files.open("empty.txt")).hasMessage("it is empty");
    assertThatThrownBy(() -> files.open("home")).hasMessage("it is a folder");
  }

  @Test
  void saysThatAFileMayNotBeRead() throws IOException {
    Path closed = Files.writeString(folder.resolve("closed.txt"), "x");
    assertThat(closed.toFile().setReadable(false)).isTrue();
    assumeFalse(Files.isReadable(closed), "this user may read everything");
    assertThatThrownBy(() -> files.open("closed.txt")).hasMessage("you may not read it");
  }
}
