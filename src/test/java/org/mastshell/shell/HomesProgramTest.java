package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.mastshell.command.ExitCode;

/** Where files go, by what the environment and the system say of the home folder. */
class HomesProgramTest extends DemoProgramTest {

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theHomeIsThatOfTheEnvironmentElseThatOfTheAccount() {
    assertThat(home("/home/ada", "/root")).contains(Path.of("/home/ada"));
    assertThat(home("", "/root")).contains(Path.of("/root"));
    assertThat(home("here", "/root")).contains(Path.of("/root"));
    assertThat(home("/home/ada", "?")).contains(Path.of("/home/ada"));
    assertThat(home("", "?")).isEmpty();
    assertThat(Home.folder(Map.of(), new Properties())).isEmpty();
  }

  private static Optional<Path> home(String environment, String account) {
    Properties properties = new Properties();
    properties.setProperty("user.home", account);
    return Home.folder(Map.of("HOME", environment), properties);
  }

  @Test
  void filesAreBelowTheHome() throws IOException {
    Path ada = Files.createDirectories(folder.resolve("ada"));
    Files.writeString(ada.resolve(".mastshellrc"), "set limit 7\n");
    program()
        .living(Home.at(ada))
        .arguments("--session", "one")
        .command("set limit")
        .command("search program=1073 --limit 1; export ~/g.csv")
        .command("export script ~/g.mast; filter target ~/./; count")
        .command("products 1; download 1 --dir ~/data; download --repair ~/data; verify ~/data")
        .run()
        .succeeds()
        .shows("limit    7");
    assertThat(ada.resolve("g.csv")).isRegularFile();
    assertThat(ada.resolve("g.mast")).isRegularFile();
    assertThat(ada.resolve("data/mastDownload/manifest.csv")).isRegularFile();
    assertThat(ada.resolve(".local/state/mastshell/sessions/one.db")).isRegularFile();
  }

  @Test
  void withoutAHomeTheShellWorksAndSaysThatNothingIsKept() throws IOException {
    Path tmp = Files.createDirectories(folder.resolve("tmp"));
    Path lent = Files.createDirectories(tmp.resolve("lent"));
    try (Home none = new Home(Optional.empty(), Optional.of(lent))) {
      program()
          .living(none)
          .arguments("--session", "one")
          .command("search program=1073 --limit 1; count; export g.csv")
          .command("export ~/g.csv")
          .run()
          .exits(ExitCode.USAGE)
          .says("there is no home folder", "MASTSHELL_HOME", "~ stands for nothing here")
          .shows("1\n");
      assertThat(lent.resolve(".local/state/mastshell/sessions/one.db")).isRegularFile();
    }
    assertThat(tmp).isEmptyDirectory();
    assertThat(folder.resolve("g.csv")).isRegularFile();
    assertThat(folder.resolve("?")).doesNotExist();
  }

  @Test
  void withoutAHomeAValueMayLookLikeAPlaceInIt() throws IOException {
    Path lent = Files.createDirectories(folder.resolve("lent"));
    try (Home none = new Home(Optional.empty(), Optional.of(lent))) {
      program().living(none).command("set mission ~; set mission").run().succeeds().shows(" ~ ");
      program()
          .living(none)
          .command("set download_dir ~/data")
          .run()
          .exits(ExitCode.USAGE)
          .says("there is no home folder");
    }
  }

  @Test
  void nothingIsSaidWhereEachFileHasAPlace() {
    Home none = new Home(Optional.empty(), Optional.of(folder.resolve("lent")));
    program()
        .living(none)
        .environment("XDG_STATE_HOME", folder.resolve("state").toString())
        .environment("XDG_CACHE_HOME", folder.resolve("cache").toString())
        .arguments("--session", "one")
        .command("search program=1073 --limit 1")
        .run()
        .succeeds()
        .doesNotSay("no home");
    assertThat(folder.resolve("state/mastshell/sessions/one.db")).isRegularFile();
    assertThat(folder.resolve("lent")).doesNotExist();
  }

  @Test
  void withNoPlaceAtAllItSaysWhatToSet() {
    program()
        .living(new Home(Optional.empty(), Optional.empty()))
        .command("count")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("there is no home folder", "set HOME");
  }
}
