package org.mastshell.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnHandsTest {
  private static final OwnHands ADAS = new OwnHands(Optional.of(new Account("ada")));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "ada, ada, rwxr-xr-x, true",
    "ada, ada, rwxrwxr-x, true",
    "ada, ada, rwxrwxrwx, false",
    "ada, ada, rwx----w-, false",
    "ada, jwst, rwxrwx---, false",
    "ada, jwst, rwxr-xr-x, true",
    "bob, ada, rwx------, false",
    "bob, bob, rwxrwx---, false",
    "root, root, rwxr-xr-x, false"
  })
  void whatOthersCanWriteIsNotOnesOwn(String owner, String group, String rights, boolean own) {
    assertThat(ADAS.hold(new Seen(owner, group, rights))).isEqualTo(own);
    assertThat(new OwnHands(Optional.empty()).hold(new Seen(owner, group, rights))).isFalse();
  }

  @Test
  void whatTheProgramMakesIsItsOwn() throws IOException {
    OwnHands hands = OwnHands.ofThisProgram();
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(hands.holdFolder(folder)).isTrue();
    assertThat(hands.holdFile(file)).isTrue();
    assertThat(hands.holdFile(folder.resolve("none"))).isFalse();
    assertThat(hands.holdFile(Files.createSymbolicLink(folder.resolve("link"), file))).isFalse();
    assertThat(hands.holdFolder(Files.createSymbolicLink(folder.resolve("here"), folder))).isTrue();
    assertThat(ADAS.holdFolder(folder)).isFalse();
  }

  private record Account(String name) implements GroupPrincipal {
    @Override
    public String getName() {
      return name;
    }
  }

  private record Seen(String user, String team, String rights) implements PosixFileAttributes {
    @Override
    public UserPrincipal owner() {
      return new Account(user);
    }

    @Override
    public GroupPrincipal group() {
      return new Account(team);
    }

    @Override
    public Set<PosixFilePermission> permissions() {
      return PosixFilePermissions.fromString(rights);
    }

    @Override
    public FileTime lastModifiedTime() {
      return FileTime.fromMillis(0);
    }

    @Override
    public FileTime lastAccessTime() {
      return FileTime.fromMillis(0);
    }

    @Override
    public FileTime creationTime() {
      return FileTime.fromMillis(0);
    }

    @Override
    public boolean isRegularFile() {
      return true;
    }

    @Override
    public boolean isDirectory() {
      return false;
    }

    @Override
    public boolean isSymbolicLink() {
      return false;
    }

    @Override
    public boolean isOther() {
      return false;
    }

    @Override
    public long size() {
      return 0;
    }

    @Override
    public Object fileKey() {
      return null;
    }
  }
}
