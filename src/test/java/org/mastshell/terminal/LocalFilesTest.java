package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
  @TempDir Path folder;

  @Test
  void foldersStandBeforeFilesUnderOneHeadingEach() throws IOException {
    for (String name : new String[] {"b", "d"}) {
      Files.createDirectory(folder.resolve(name));
    }
    for (String name : new String[] {"a.txt", "c.csv"}) {
      Files.createFile(folder.resolve(name));
    }
    Offer offer = new FileProposals(new LocalFiles(folder, folder)).propose("", "", false);
    assertThat(offer.proposals())
        .extracting(Proposal::shown)
        .containsExactly("b/", "d/", "a.txt", "c.csv");
    assertThat(offer.proposals())
        .extracting(Proposal::group)
        .containsExactly("folders", "folders", "files", "files");
  }
}
