package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;
import org.mastshell.shell.TokenTraces;

/**
 * The keyring of a real desktop: GNOME's, on a message bus of its own, in a home of its own, opened
 * with a password that is thrown away.
 */
@EnabledOnOs(OS.LINUX)
class SecretServiceIT {
  private static final List<String> NEEDED =
      List.of("dbus-run-session", "gnome-keyring-daemon", "secret-tool");
  private static final String TOKEN = DemoArchive.TEST_TOKEN;

  @TempDir Path folder;

  // What a desktop does at the login, then the program as a person would start it, four times.
  private static final String SCRIPT =
      """
      set -e
      printf 'throwaway-password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
      ask() { "$LAUNCHER" --no-rc --server "$SERVER" "$@"; }
      look() { secret-tool search --all --unlock service "mastshell:127.0.0.1" 2>/dev/null || true; }
      echo "before: $(look | wc -c)"
      printf 'login --store\\n%s\\n' "$TYPED" | ask -i 2>err.1 >out.1
      unset TYPED
      echo "stored: $(look | grep -c '^secret = ')"
      look | sed -n 's/^secret = /secret: /p'
      ask -q -c 'login' -c whoami 2>err.2 | sed 's/^/found: /'
      ask -c logout 2>err.3 >out.3
      echo "after: $(look | grep -c '^secret = ')"
      ask -q -c whoami 2>err.4 | sed 's/^/then: /'
      """;

  @Test
  void aTokenIsStoredFoundByAnotherProcessAndGoneAfterLogout() throws Exception {
    for (String program : NEEDED) {
      assumeTrue(Files.isExecutable(Path.of("/usr/bin", program)), program + " is not installed");
    }
    try (DemoArchive archive = DemoArchive.start(DemoOptions.standard())) {
      String said = run(archive.url().toString());
      assertThat(said)
          .contains(
              "before: 0\n",
              "stored: 1\n",
              "secret: " + TOKEN + "\n",
              "found: Demo Astronomer",
              "after: 0\n",
              "then: anonymous");
      assertThat(folder.resolve("err.1")).content().contains("token kept in the system keyring");
      assertThat(folder.resolve("err.3")).content().contains("removed from the system keyring");
    }
    // What the keyring itself keeps is enciphered; the script's own output is not here.
    new TokenTraces(TOKEN).areNowhere(folder);
  }

  private String run(String server) throws IOException, InterruptedException {
    Path runtime =
        Files.createDirectory(
            folder.resolve("run"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    ProcessBuilder builder =
        new ProcessBuilder("dbus-run-session", "--", "bash", "-c", SCRIPT)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(PackagedProgram.environment(folder));
    builder.environment().keySet().removeIf(name -> name.startsWith("DBUS_"));
    builder.environment().remove("MASTSHELL_KEYRING");
    builder.environment().remove("DISPLAY");
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("XDG_RUNTIME_DIR", runtime.toString());
    builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
    builder.environment().put("LAUNCHER", PackagedProgram.launcher().toString());
    builder.environment().put("SERVER", server);
    builder.environment().put("TYPED", TOKEN);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
