package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurlScriptTest {
  private static final String SCRIPT = "#!/bin/bash\ncurl 'https://example.org/ü'\n";
  private static final String TOKEN = "test-token-not-a-secret";

  @TempDir Path folder;

  @Test
  void isNamedAfterTheTime() {
    assertThat(ScriptFile.name(LocalDateTime.of(2026, 3, 4, 5, 6, 7), ""))
        .isEqualTo("mastDownload_20260304050607.sh");
  }

  @Test
  void isSavedExecutableAsItCame() throws IOException {
    Path saved = CurlScript.save(SCRIPT, folder.resolve("new/x.sh"), TOKEN);
    assertThat(saved).isEqualTo(folder.resolve("new/x.sh")).hasContent(SCRIPT).isExecutable();
    try (Stream<Path> files = Files.list(saved.getParent())) {
      assertThat(files).containsExactly(saved);
    }
  }

  @Test
  void neverTakesThePlaceOfAFile() throws IOException {
    Files.writeString(folder.resolve("x.sh"), "mine");
    Files.createSymbolicLink(folder.resolve("x-2.sh"), folder.resolve("nowhere"));
    Path saved = CurlScript.save(SCRIPT, folder.resolve("x.sh"), "");
    assertThat(saved).isEqualTo(folder.resolve("x-3.sh")).hasContent(SCRIPT);
    assertThat(folder.resolve("x.sh")).hasContent("mine");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void neverHoldsTheToken() {
    String leaking = SCRIPT + "curl -H 'Authorization: token " + TOKEN + "'\n";
    assertThatThrownBy(() -> CurlScript.save(leaking, folder.resolve("x.sh"), TOKEN))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("holds your token")
        .hasMessageNotContaining(TOKEN);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aWebPageIsNoScript() {
    assertThatThrownBy(() -> CurlScript.save("<html>", folder.resolve("x.sh"), ""))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("no script");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatTakesNothingIsExplained() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> CurlScript.save(SCRIPT, file.resolve("x.sh"), ""))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("cannot be written to " + file.resolve("x.sh"));
  }
}
