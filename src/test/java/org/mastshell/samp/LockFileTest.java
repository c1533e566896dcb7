package org.mastshell.samp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class LockFileTest {
  private static final String SECRET = ScriptedHub.SECRET;

  @TempDir Path home;

  @Test
  void theVariableComesBeforeTheHome() throws IOException {
    Path folder = Files.createDirectory(home.resolve("a b"));
    Path lock = ScriptedHub.lock(folder, "http://127.0.0.1:1/xmlrpc");
    ScriptedHub.lock(home, "http://127.0.0.1:2/");
    LockFile named =
        LockFile.of(Map.of("SAMP_HUB", "std-lockurl:" + lock.toUri()), Optional.of(home));
    assertThat(named.read().place()).isEqualTo("127.0.0.1:1");
    assertThat(LockFile.of(Map.of("SAMP_HUB", " "), Optional.of(home)).read().place())
        .isEqualTo("127.0.0.1:2");
    assertThat(named.read()).asString().doesNotContain(SECRET);
  }

  @Test
  void backslashesOfPropertiesFilesAreNoPartOfTheAddress() throws IOException {
    ScriptedHub.lock(home, "http\\://127.0.0.1\\:2/");
    assertThat(LockFile.of(Map.of(), Optional.of(home)).read().place()).isEqualTo("127.0.0.1:2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "std-lockurl:http://127.0.0.1:1/.samp",
        "file:///tmp/lock",
        "std-lockurl:/tmp/lock",
        "std-lockurl:file://elsewhere/lock",
        "web-profile:x",
        "std-lockurl:file:///%zz"
      })
  void aVariableThatNamesNoFileHereIsAnError(String named) {
    assertThatThrownBy(() -> LockFile.of(Map.of("SAMP_HUB", named), Optional.of(home)))
        .isInstanceOf(SampException.class)
        .hasMessage("SAMP_HUB names no lock file on this computer");
  }

  @Test
  void withoutAFileNoHubIsRunning() {
    assertRefused("no hub is running: there is no " + home.resolve(".samp"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw--w----", "rw-----w-"})
  void aFileThatOthersCanReadOrWriteIsRefused(String rights) throws IOException {
    Path lock = ScriptedHub.lock(home, "http://127.0.0.1:2/");
    Files.setPosixFilePermissions(lock, PosixFilePermissions.fromString(rights));
    assertRefused("others can read or write the lock file");
  }

  @Test
  void aFileOfSomebodyElseIsRefused() throws IOException {
    Path lock = ScriptedHub.lock(home, "http://127.0.0.1:2/");
    boolean given;
    try {
      Files.setAttribute(lock, "unix:uid", 65_534);
      given = true;
    } catch (FileSystemException mayNot) {
      given = false;
    }
    assumeTrue(given, "only root gives files away");
    assertRefused("belongs to", "not to you");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "samp.secret=x\n",
        "samp.hub.xmlrpc.url=http://127.0.0.1:2/\n",
        "samp.secret=x\nsamp.hub.xmlrpc.url=ftp://127.0.0.1/\n",
        "samp.secret=x\nsamp.hub.xmlrpc.url=file:///x\n",
        "samp.secret=x\nsamp.hub.xmlrpc.url=http://a b/\n",
        "samp.secret=x\nsamp.hub.xmlrpc.url=http://me:x@127.0.0.1/\n"
      })
  void aFileThatNamesNoHubIsAnError(String text) throws IOException {
    Path lock = ScriptedHub.lock(home, "");
    Files.writeString(lock, text);
    assertRefused("the lock file " + lock);
  }

  @Test
  void aFileThatIsNoLockFileIsNotReadToItsEnd() throws IOException {
    Path lock = ScriptedHub.lock(home, "");
    Files.writeString(lock, "x".repeat(70_000));
    assertRefused("too large to be one");
    Files.delete(lock);
    Files.createDirectory(lock);
    assertRefused("is no plain file");
  }

  private void assertRefused(String... why) {
    assertThatThrownBy(() -> LockFile.of(Map.of(), Optional.of(home)).read())
        .isInstanceOf(SampException.class)
        .message()
        .contains(why)
        .doesNotContain(SECRET);
  }
}
