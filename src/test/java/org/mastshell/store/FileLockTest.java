package org.mastshell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLockTest {
  @TempDir Path folder;

  @Test
  void oneHasItUntilItIsGivenBack() {
    Optional<FileLock> first = FileLock.take(file());
    assertThat(first).isPresent();
    assertThat(FileLock.owner(file())).contains(Long.toString(ProcessHandle.current().pid()));
    assertThat(FileLock.take(file())).isEmpty();
    first.get().close();
    assertThat(FileLock.owner(file())).isEmpty();
    Optional<FileLock> second = FileLock.take(file());
    assertThat(second).isPresent();
    second.get().close();
  }

  @Test
  void aNumberWithoutALockIsNobodys() throws IOException {
    Files.writeString(file(), ProcessHandle.current().pid() + "\n");
    assertThat(FileLock.owner(file())).isEmpty();
    Files.writeString(file(), "no number");
    assertThat(FileLock.owner(file())).isEmpty();
    assertThat(FileLock.owner(folder.resolve("none"))).isEmpty();
  }

  @Test
  void whatIsNoFileIsRefused() throws IOException {
    Files.createDirectory(file());
    assertThatThrownBy(() -> FileLock.take(file())).isInstanceOf(StoreException.class);
  }

  private Path file() {
    return folder.resolve("some.lock");
  }
}
