package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;

class EngineProgramTest extends DemoProgramTest {
  private static final String ONE = SEARCH + "; products 1 suffix=i2d visit=1; unique";
  private static final String EXCLUSIVE =
      "search rights=exclusive level=2; products 1 productType=SCIENCE";

  private int bash(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("MAST_API_TOKEN", DemoArchive.TEST_TOKEN);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"download --to curl '' 1", "download --curl ''", "download --to curl ' '"})
  void aScriptWithoutANameIsAnError(String line) throws IOException {
    run(ONE, line).exits(ExitCode.USAGE).says("FILE has no name", "^");
    try (Stream<Path> files = Files.list(folder.getParent())) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(folder.getFileName() + "-2"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify ''", "set download_dir ''", "download --dir ''"})
  void aFolderWithoutANameIsAnError(String line) {
    run(ONE, "download 1", line).exits(ExitCode.USAGE).reportsOneError();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--to curl x.sh", "--to s5cmd x.sh", "--curl x.sh"})
  void aScriptOfTheEmbeddedArchiveIsSaidToEndWithTheShell(String script) {
    String note = "note: it works only while this shell runs, since its server is that of --demo; ";
    AssertableProgram.Ended ended =
        AssertableProgram.in(folder)
            .arguments("--demo", "--no-rc", "--no-session")
            .command(ONE + "; download " + script)
            .run()
            .succeeds()
            .shows(folder.resolve("x.sh").toString())
            .says("  " + note + "mastshell --serve-demo 0 runs one that lasts");
    assertThat(ended.err().lines().filter(line -> line.contains("while this shell runs")))
        .hasSize(1);
    run(ONE, "download " + script).succeeds().doesNotSay("while this shell runs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aria2", "curl", "wget"})
  void theShellFindsWhatTheScriptFetched(String engine) throws Exception {
    run(ONE, "download --to " + engine + " fetch.sh")
        .succeeds()
        .says("4 files to fetch", "4 files, ", "for " + engine + ": bash ")
        .shows(folder.resolve("fetch.sh").toString());
    assertThat(folder.resolve("mastDownload")).doesNotExist();
    assertThat(bash("fetch.sh")).isZero();
    run(ONE, "download").succeeds().says("0 files to fetch", "4 here", "of unverified version");
    run(ONE, "download --to " + engine).succeeds().says("nothing for " + engine);
  }

  @Test
  void sharesAreScriptsOfTheirOwn() throws Exception {
    run(ONE, "download --to curl fetch.sh --shards 2").succeeds().says("in 2 scripts");
    assertThat(bash("fetch.1-of-2.sh")).isZero();
    assertThat(bash("fetch.2-of-2.sh")).isZero();
    run(ONE, "download").succeeds().says("4 here already");
  }

  @Test
  void theFolderOfAScriptIsThatOfTheOptionDir() throws Exception {
    run(ONE, "download --to curl fetch.sh").succeeds();
    assertThat(bash("fetch.sh", "elsewhere")).isZero();
    run(ONE, "download --dir elsewhere").succeeds().says("0 files to fetch", "4 here already");
    run(ONE, "download --to curl flat.sh --flat").succeeds();
    assertThat(bash("flat.sh", "elsewhere")).isZero();
    run(ONE, "download --dir elsewhere --flat").succeeds().says("4 here already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aria2", "curl", "wget"})
  void aFolderThatIsAFileIsSaid(String engine) throws Exception {
    Files.writeString(folder.resolve("taken"), "mine");
    run(ONE, "download --to " + engine + " fetch.sh").succeeds();
    assertThat(bash("fetch.sh", "taken")).isEqualTo(1);
    assertThat(folder.resolve("said")).content().contains("no folder can be made at taken");
    assertThat(folder.resolve("taken")).hasContent("mine");
  }

  @Test
  void allScriptsOfSharesAreNamedAndTakeNoOthersPlace() throws IOException {
    run(ONE, "download --to curl fetch.sh --shards 2")
        .succeeds()
        .says(
            "in 2 scripts, each of them to be run:", "bash ", "fetch.1-of-2.sh", "fetch.2-of-2.sh");
    run(ONE, "download --to curl fetch.sh --shards 2")
        .succeeds()
        .shows("fetch-2.1-of-2.sh", "fetch-2.2-of-2.sh");
    run(ONE, "download --to curl fetch.sh --shards 2").succeeds().shows("fetch-3.2-of-2.sh");
    run(ONE, "download --to curl fetch.sh").succeeds().shows("fetch.sh");
    run(ONE, "download --to curl fetch.sh").succeeds().shows("fetch-2.sh");
  }

  @Test
  void scriptsOfAnotherNumberOfSharesAreOfAnotherMaking() throws IOException {
    run(ONE, "download --to curl fetch.sh --shards 4").succeeds().shows("fetch.1-of-4.sh");
    run(ONE, "download --to curl fetch.sh --shards 2")
        .succeeds()
        .shows("fetch-2.1-of-2.sh", "fetch-2.2-of-2.sh");
    run(ONE, "download --to curl fetch --shards 3").succeeds().shows("fetch.1-of-3");
    run(ONE, "download --to curl fetch --shards 2").succeeds().shows("fetch-2.1-of-2");
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.matches("fetch[.].*[.]sh"))
          .hasSize(4);
    }
  }

  @Test
  void exclusiveFilesTakeTheTokenAtRunTime() throws Exception {
    program()
        .environment("MAST_API_TOKEN", DemoArchive.TEST_TOKEN)
        .command(EXCLUSIVE)
        .command("download --to curl fetch.sh")
        .run()
        .succeeds()
        .says("reads the token from MAST_API_TOKEN");
    assertThat(Files.readString(folder.resolve("fetch.sh"))).doesNotContain(DemoArchive.TEST_TOKEN);
    assertThat(bash("fetch.sh")).isZero();
    run(EXCLUSIVE, "download --to aria2 --dir elsewhere")
        .exits(ExitCode.LOGIN)
        .reportsOneError()
        .says("all of these are exclusive, which a script for aria2 cannot fetch", "login");
  }

  @Test
  void s5cmdIsGivenWhatTheBucketHas() throws IOException {
    run(
            "set cloud_endpoint " + DemoArchive.bucket(archive.url()),
            SEARCH + "; products 1 suffix=i2d visit=1 --previews; unique",
            "download --to s5cmd fetch.sh")
        .succeeds()
        .says("left out, 8 files: not known to be in the cloud", ".jpg", "4 files, ");
    try (Stream<String> lines = Files.lines(folder.resolve("fetch.sh"))) {
      assertThat(lines.filter(line -> line.contains("s3://stpubdata/jwst/public/"))).hasSize(4);
    }
  }

  @Test
  void mistakesAreSaidBeforeAnythingIsDone() {
    for (String line :
        List.of("download --to arai2", "download --shards 3", "download --to curl x --shards 0")) {
      run(ONE, line).exits(ExitCode.USAGE);
    }
    run(ONE, "download --to arai2").says("did you mean aria2?");
    run(ONE, "download spare").exits(ExitCode.USAGE).says("spare");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.filter(path -> path.toString().endsWith(".sh"))).isEmpty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
