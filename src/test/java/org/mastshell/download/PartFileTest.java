package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {
  private static final byte[] ABCDEF = {'a', 'b', 'c', 'd', 'e', 'f'};

  @TempDir Path folder;
  private Path target;
  private Path part;

  @BeforeEach
  void name() {
    target = folder.resolve("x.fits");
    part = folder.resolve("x.fits.part");
  }

  @Test
  void hasItsNameOnlyWhenComplete() throws Exception {
    Files.write(target, new byte[3]);
    try (PartFile file = PartFile.open(target, 0)) {
      file.write(ABCDEF, 6);
      assertThat(part).hasSize(6);
      assertThat(target).hasSize(3);
      assertThat(file.complete()).isEqualTo(sha256());
    }
    assertThat(target).hasBinaryContent(ABCDEF);
    assertThat(part).doesNotExist();
  }

  @Test
  void closedBeforeItIsGone() throws Exception {
    try (PartFile file = PartFile.open(target, 0)) {
      file.write(ABCDEF, 6);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void goesOnWhereAnEarlierPartEnded() throws Exception {
    Files.write(part, new byte[] {'a', 'b', 'c', '?', '?'});
    try (PartFile file = PartFile.open(target, 3)) {
      file.write(new byte[] {'d', 'e', 'f'}, 3);
      assertThat(file.size()).isEqualTo(6);
      assertThat(file.complete()).isEqualTo(sha256());
    }
    assertThat(target).hasBinaryContent(ABCDEF);
  }

  @Test
  void aPartShorterThanSaidIsRefused() throws Exception {
    Files.write(part, new byte[2]);
    assertThatThrownBy(() -> PartFile.open(target, 3)).isInstanceOf(IOException.class);
  }

  @Test
  void anOldPartOrALinkInItsPlaceIsReplaced() throws Exception {
    Path elsewhere = Files.write(folder.resolve("elsewhere"), new byte[4]);
    Files.createSymbolicLink(part, elsewhere);
    try (PartFile file = PartFile.open(target, 0)) {
      file.write(ABCDEF, 6);
      file.complete();
    }
    assertThat(elsewhere).hasBinaryContent(new byte[4]);
    assertThat(target).hasBinaryContent(ABCDEF).isRegularFile();
  }

  @Test
  void bytesThatAnotherProgramWroteAreNoticed() throws Exception {
    try (PartFile file = PartFile.open(target, 0)) {
      file.write(ABCDEF, 6);
      Files.write(part, new byte[9]);
      assertThatThrownBy(file::complete)
          .isInstanceOf(DiskTrouble.class)
          .hasMessageContaining("another program");
    }
    assertThat(target).doesNotExist();
  }

  private static String sha256() throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ABCDEF));
  }
}
