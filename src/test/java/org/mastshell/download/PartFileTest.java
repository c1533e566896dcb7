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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.archive.Cancellation;

class PartFileTest {
  private static final byte[] ABCDEF = {'a', 'b', 'c', 'd', 'e', 'f'};
  private static final Validator STRONG = new Validator("\"v1\"", "");
  private static final FileToFetch FILE =
      new FileToFetch("mast:x", "JWST", "o", "x.fits", 6, false, "1.5.3");

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
    try (PartFile file = open()) {
      file.begin(STRONG, 6);
      file.write(ABCDEF, 6);
      assertThat(part).hasSize(6);
      assertThat(target).hasSize(3);
      assertThat(file.complete(target, true)).isTrue();
      assertThat(file.hash()).isEqualTo(sha256());
    }
    assertThat(target).hasBinaryContent(ABCDEF);
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".part"));
  }

  @Test
  void closedBeforeItIsThereForTheNext() throws Exception {
    broken(3, 6, STRONG);
    try (PartFile file = open()) {
      assertThat(file.size()).isEqualTo(3);
      assertThat(file.length()).isEqualTo(6);
      assertThat(file.validator()).isEqualTo(STRONG);
      file.write(new byte[] {'d', 'e', 'f'}, 3);
      assertThat(file.complete(target, true)).isTrue();
      assertThat(file.hash()).isEqualTo(sha256());
    }
    assertThat(target).hasBinaryContent(ABCDEF);
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".part"));
  }

  @Test
  void withoutLengthAndValidatorNothingCouldGoOnWithItSoItIsGone() throws Exception {
    broken(3, -1, new Validator("W/\"weak\"", ""));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void bytesThatWereNotFlushedAreNotTrusted() throws Exception {
    broken(3, 6, STRONG);
    // As after a power cut: the length is there, the bytes are not.
    Files.write(part, new byte[] {'a', 'b', 'c', 0, 0});
    try (PartFile file = open()) {
      assertThat(file.size()).isEqualTo(3);
      file.write(new byte[] {'d', 'e', 'f'}, 3);
      assertThat(file.complete(target, true)).isTrue();
      assertThat(file.hash()).isEqualTo(sha256());
    }
    assertThat(target).hasBinaryContent(ABCDEF);
  }

  @Test
  void ofAWholePartTheLastByteIsAskedForAgain() throws Exception {
    broken(6, 6, STRONG);
    try (PartFile file = open()) {
      assertThat(file.size()).isEqualTo(5);
    }
    try (PartFile file = open()) {
      assertThat(file.size()).isEqualTo(5);
      file.write(new byte[] {'f'}, 1);
      assertThat(file.complete(target, true)).isTrue();
      assertThat(file.hash()).isEqualTo(sha256());
    }
  }

  @Test
  void aPartWithoutItsJournalIsSomebodyElses() throws Exception {
    Files.writeString(part, "a browser's");
    assertUnusable(FILE);
    assertThat(new PartPlace(target).obstacle())
        .get()
        .asString()
        .startsWith("x.fits.part stands there");
    try (PartFile file = open()) {
      assertThatThrownBy(() -> file.begin(STRONG, 6)).hasMessageContaining("move it away");
      file.discard();
    }
    assertThat(part).hasContent("a browser's");

    Files.delete(part);
    Path json = Files.writeString(PartNote.of(part), "{\"my\":\"own\"}");
    assertThat(new PartPlace(target).obstacle())
        .get()
        .asString()
        .startsWith("x.fits.part.json stands");
    try (PartFile file = open()) {
      assertThatThrownBy(() -> file.begin(STRONG, 6)).hasMessageContaining("move it away");
    }
    assertThat(json).hasContent("{\"my\":\"own\"}");
    assertThat(part).doesNotExist();
  }

  @Test
  void aPartThatWasKilledBeforeItsFirstNoteIsOurs() throws Exception {
    PartFile killed = open();
    killed.begin(STRONG, 6);
    killed.write(ABCDEF, 3);
    assertThat(new PartPlace(target).obstacle()).isEmpty();
    assertUnusable(FILE);
    try (PartFile file = open()) {
      file.begin(STRONG, 6);
      file.write(ABCDEF, 6);
      assertThat(file.complete(target, false)).isTrue();
    }
    assertThat(target).hasBinaryContent(ABCDEF);
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".part"));
  }

  @Test
  void aNameThatIsTakenIsNotGiven() throws Exception {
    Files.writeString(target, "mine");
    try (PartFile file = open()) {
      file.begin(STRONG, 6);
      file.write(ABCDEF, 6);
      assertThat(file.complete(target, false)).isFalse();
      assertThat(file.complete(folder.resolve("y.fits"), false)).isTrue();
    }
    assertThat(target).hasContent("mine");
    assertThat(folder.resolve("y.fits")).hasBinaryContent(ABCDEF);
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".part"));
  }

  @Test
  void whatHasItsNameIsNotWrittenToByItsTemporaryName() throws Exception {
    broken(6, 6, STRONG);
    // As if killed between the two.
    Files.createLink(target, part);
    assertUnusable(FILE);
    try (PartFile file = open()) {
      file.begin(STRONG, 6);
      file.write(new byte[] {'x'}, 1);
      assertThat(target).hasBinaryContent(ABCDEF);
      file.discard();
    }
    broken(6, 6, STRONG);
    Files.delete(target);
    Files.createLink(target, part);
    new PartPlace(target).tidy();
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".part"));
    assertThat(target).hasBinaryContent(ABCDEF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"form\":\"mastshell part 1\"}",
        "{\"form\":{\"x\":1}}",
        "{\"form\":\"mastshell part 1\",\"uri\":\"mast:x\",\"listed_size\":6,\"length\":6,"
            + "\"etag\":\"\\\"v1\\\"\",\"bytes\":\"many\"}",
        "{\"form\":\"mastshell part 9\",\"uri\":\"mast:x\",\"version\":\"\",\"listed_size\":6,"
            + "\"length\":6,\"etag\":\"\\\"v1\\\"\",\"last_modified\":\"\",\"bytes\":3}"
      })
  void aJournalThatIsNoneIsNotUsed(String text) throws Exception {
    broken(3, 6, STRONG);
    Files.writeString(PartNote.of(part), text);
    assertUnusable(FILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"form\":\"mastshell part 1\",\"uri\":\"mast:JWST/product/",
        "{\"form\":\"mastshell part 1\"",
        "{\"form\":\"mastsh",
        "{",
        "",
        "\0\0\0\0"
      })
  void aJournalThatIsTornIsBegunAnew(String text) throws Exception {
    broken(3, 6, STRONG);
    Files.writeString(PartNote.of(part), text);
    PartPlace place = new PartPlace(target);
    assertThat(place.obstacle()).isEmpty();
    assertThat(place.misfit(FILE).orElseThrow().text()).contains("its journal is damaged");
    try (PartFile file = open()) {
      file.begin(STRONG, 6);
      file.write(ABCDEF, 6);
      assertThat(file.complete(target, false)).isTrue();
    }
    assertThat(target).hasBinaryContent(ABCDEF);
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".part"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{bad",
        "{\"form\":\"mastshell part 10\",\"uri",
        "{\"form\":\"another\"",
        "[1",
        "mine"
      })
  void aJournalOfOthersStaysAndIsNamedWithItsPart(String text) throws Exception {
    broken(3, 6, STRONG);
    Path json = Files.writeString(PartNote.of(part), text);
    assertThat(new PartPlace(target).obstacle())
        .contains(
            "x.fits.part.json and x.fits.part stand there, and were not made by a download of this"
                + " program: move them away");
    try (PartFile file = open()) {
      assertThatThrownBy(() -> file.begin(STRONG, 6)).hasMessageContaining("move them away");
    }
    assertThat(json).hasContent(text);
    assertThat(part).hasSize(3);
  }

  @Test
  void aPartOfAnotherFileIsNotUsed() throws Exception {
    broken(3, 6, STRONG);
    assertUnusable(new FileToFetch("mast:other", "", "", "x.fits", 6, false, "1.5.3"));
    assertUnusable(new FileToFetch("mast:x", "", "", "x.fits", 6, false, "1.8.2"));
    assertUnusable(new FileToFetch("mast:x", "", "", "x.fits", 7, false, "1.5.3"));
    assertThat(new PartPlace(target).usable(FILE)).isPresent();
  }

  @Test
  void aPartThatDoesNotFitItsJournalIsNotUsed() throws Exception {
    broken(3, 6, STRONG);
    Files.write(part, new byte[2]);
    assertUnusable(FILE);
    Files.write(part, new byte[7]);
    assertUnusable(FILE);
  }

  @Test
  void neitherPartNorJournalMayBeALink() throws Exception {
    broken(3, 6, STRONG);
    Path elsewhere = Files.move(part, folder.resolve("elsewhere"));
    Files.createSymbolicLink(part, elsewhere);
    assertUnusable(FILE);
    try (PartFile file = open()) {
      file.begin(STRONG, 6);
      file.write(ABCDEF, 6);
      assertThat(file.complete(target, true)).isTrue();
    }
    assertThat(elsewhere).hasSize(3);
    assertThat(target).hasBinaryContent(ABCDEF).isRegularFile();

    broken(3, 6, STRONG);
    Path note = Files.move(PartNote.of(part), folder.resolve("note"));
    Files.createSymbolicLink(PartNote.of(part), note);
    assertUnusable(FILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{\"form\":\"mastshell pa", "{\"form\":\"mastshell part 1\",\"uri\":"})
  void whatAKillHasLeftOfAJournalGoesWithThePart(String written) throws Exception {
    broken(3, 6, STRONG);
    Path draft = folder.resolve("x.fits.part.json.new");
    Files.writeString(draft, written);
    try (PartFile file = open()) {
      file.write(new byte[] {'d', 'e', 'f'}, 3);
      assertThat(file.complete(target, true)).isTrue();
    }
    assertThat(target).hasBinaryContent(ABCDEF);
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".part"));
  }

  @Test
  void whatIsNoJournalStays() throws Exception {
    broken(3, 6, STRONG);
    Path mine = Files.writeString(folder.resolve("x.fits.part.json.new"), "my notes");
    try (PartFile file = open()) {
      file.write(new byte[] {'d', 'e', 'f'}, 3);
      assertThat(file.complete(target, true)).isTrue();
    }
    assertThat(mine).hasContent("my notes");
  }

  @Test
  void begunAnewNothingOfTheEarlierPartIsLeft() throws Exception {
    broken(3, 6, STRONG);
    try (PartFile file = open()) {
      file.begin(new Validator("\"v2\"", ""), 2);
      assertThat(file.size()).isZero();
      assertThat(Files.readString(PartNote.of(part))).contains("\"bytes\":0");
      file.write(new byte[] {'x', 'y'}, 2);
      assertThat(file.complete(target, true)).isTrue();
    }
    assertThat(target).hasContent("xy");
  }

  @Test
  void aLargePartIsNotedWhileItGrows() throws Exception {
    byte[] million = new byte[1 << 20];
    try (PartFile file = open()) {
      file.begin(STRONG, 1L << 30);
      for (int i = 0; i < 65; i++) {
        file.write(million, million.length);
      }
      // On a slow machine earlier, since a second has gone by.
      assertThat(Files.readString(PartNote.of(part))).containsPattern("\"bytes\":[1-9]\\d{6,}");
    }
  }

  @Test
  void bytesThatAnotherProgramWroteAreNoticed() throws Exception {
    try (PartFile file = open()) {
      file.begin(STRONG, 6);
      file.write(ABCDEF, 6);
      Files.write(part, new byte[9]);
      assertThatThrownBy(() -> file.complete(target, true))
          .isInstanceOf(DiskTrouble.class)
          .hasMessageContaining("another program");
    }
    assertThat(target).doesNotExist();
  }

  private PartFile open() throws IOException {
    return PartFile.open(target, FILE, Hashes.ofJava(), new Cancellation());
  }

  private void broken(int bytes, long length, Validator validator) throws Exception {
    try (PartFile file = open()) {
      file.begin(validator, length);
      file.write(ABCDEF, bytes);
    }
  }

  private void assertUnusable(FileToFetch file) throws IOException {
    assertThat(new PartPlace(target).usable(file)).isEmpty();
    try (PartFile opened = PartFile.open(target, file, Hashes.ofJava(), new Cancellation())) {
      assertThat(opened.size()).isZero();
    }
  }

  private static String sha256() throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ABCDEF));
  }
}
