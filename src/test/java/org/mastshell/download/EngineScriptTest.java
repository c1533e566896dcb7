package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.mastshell.archive.WebPageCases;

/** The scripts with the real curl, wget and aria2c, against a server that does not behave. */
class EngineScriptTest {
  private static final String TOKEN = "test-token-not-a-secret";
  private static final String NAME = "JWST/an obs/it's $(touch hacked) `x` \"q\" ;&.fits";
  private static final FaultServer.Answer PAGE =
      (asked, server, out) -> {
        byte[] page = "<!DOCTYPE html><html>sorry</html>".getBytes(StandardCharsets.UTF_8);
        FaultServer.head(out, 200, page.length, "Content-Type: text/html");
        out.write(page);
        out.flush();
      };
  private static final FaultServer.Answer HALF =
      (asked, server, out) -> {
        byte[] content = server.content();
        FaultServer.head(out, 200, content.length, "ETag: " + server.tag(), "Accept-Ranges: bytes");
        out.write(content, 0, content.length / 2);
        out.flush();
        throw new IOException("cut");
      };

  @TempDir Path folder;
  private FaultServer server;
  private byte[] content;

  @BeforeEach
  void serve() throws IOException {
    content = new byte[3_000_000];
    new Random(5).nextBytes(content);
    server = new FaultServer(content);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private record Ended(int code, String said) {}

  private EngineScript script(Engine engine) {
    return new EngineScript(
        engine,
        folder.resolve("data"),
        URI.create("https://stpubdata.s3.amazonaws.com"),
        false,
        2,
        3,
        Instant.EPOCH);
  }

  private EngineFile file(String path, long size, boolean exclusive) {
    return new EngineFile(server.uri() + "/f?uri=a%2Fb", path, size, exclusive, false);
  }

  private Ended run(Engine engine, List<EngineFile> files) throws Exception {
    return run(script(engine).text(List.of(files)), Map.of("SLURM_ARRAY_TASK_ID", "0"));
  }

  private Ended run(String text, Map<String, String> environment, String... arguments)
      throws Exception {
    Path script = Files.writeString(folder.resolve("fetch.sh"), text);
    List<String> command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    builder.environment().remove("MAST_API_TOKEN");
    builder.environment().putAll(environment);
    Path said = folder.resolve("said");
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(said));
  }

  private byte[] bytes(String path) throws IOException {
    return Files.readAllBytes(folder.resolve("data").resolve(path));
  }

  private void assertNothingElse(int files) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
      assertThat(all.filter(Files::isRegularFile)).hasSize(files);
    }
    assertThat(folder.resolve("hacked")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "S5CMD")
  void whatTheArchiveDoesNotHaveIsSaidAndAskedForOnce(Engine engine) throws Exception {
    server.always((asked, me, out) -> FaultServer.head(out, 404, 0));
    Ended ended = run(engine, List.of(file(NAME, content.length, false)));
    assertThat(ended.code()).isEqualTo(5);
    assertThat(ended.said())
        .contains(NAME + ": the archive does not have it (404)", "list the products again")
        .doesNotContain("run it again", "\u001b");
    assertThat(server.asked()).hasSize(1);
    assertNothingElse(0);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "S5CMD")
  void aFileComesOnceAndIsLeftAloneThen(Engine engine) throws Exception {
    List<EngineFile> files = List.of(file(NAME, content.length, false), file("b.fits", -1, false));
    Ended first = run(engine, files);
    assertThat(first.code()).as(first.said()).isZero();
    assertThat(bytes(NAME)).isEqualTo(content);
    assertThat(bytes("b.fits")).isEqualTo(content);
    assertNothingElse(2);
    int asked = server.asked().size();
    assertThat(run(engine, files).code()).isZero();
    assertThat(server.asked()).hasSize(asked);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "S5CMD")
  void aServerThatIsBusyOnceIsAskedAgain(Engine engine) throws Exception {
    server.then((asked, s, out) -> FaultServer.head(out, 503, 0));
    Ended ended = run(engine, List.of(file(NAME, content.length, false)));
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(bytes(NAME)).isEqualTo(content);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "S5CMD")
  void whatIsCutIsGoneOnWith(Engine engine) throws Exception {
    server.then(HALF);
    Ended ended = run(engine, List.of(file(NAME, content.length, false)));
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(bytes(NAME)).isEqualTo(content);
    assertThat(server.asked()).anySatisfy(asked -> assertThat(asked.from()).isPositive());
    assertNothingElse(1);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "S5CMD")
  void aPageIsNoFile(Engine engine) throws Exception {
    server.always(PAGE);
    Ended ended = run(engine, List.of(file("a.fits", -1, false)));
    assertThat(ended.code()).as(ended.said()).isEqualTo(5);
    assertThat(ended.said()).contains("a web page came", "not fetched: a.fits");
    assertNothingElse(0);

    server.always(FaultServer::honest).then(PAGE);
    Ended again = run(engine, List.of(file("a.fits", content.length, false)));
    assertThat(again.code()).as(again.said()).isZero();
    assertThat(bytes("a.fits")).isEqualTo(content);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "S5CMD")
  void aFileOfAnotherSizeIsNotAccepted(Engine engine) throws Exception {
    Ended ended =
        run(
            engine,
            List.of(
                file("long.fits", content.length + 10L, false),
                file("short.fits", content.length - 10L, false)));
    assertThat(ended.code()).as(ended.said()).isEqualTo(5);
    assertThat(folder.resolve("data/long.fits")).doesNotExist();
    assertThat(folder.resolve("data/short.fits")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(names = {"CURL", "WGET", "SLURM"})
  void aPartOfAnotherFileIsNotGoneOnWith(Engine engine) throws Exception {
    byte[] other = new byte[content.length];
    server.then(
        (asked, s, out) -> {
          try {
            HALF.to(asked, s, out);
          } finally {
            s.change(other, "\"v2\"");
          }
        });
    Ended ended = run(engine, List.of(file("a.fits", content.length, false)));
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(bytes("a.fits")).isEqualTo(other);
  }

  @ParameterizedTest
  @EnumSource(names = {"CURL", "WGET"})
  void aPartOfARunThatWasKilledIsGoneOnWithOnlyIfTheFileIsTheSame(Engine engine) throws Exception {
    String text = script(engine).text(List.of(List.of(file("a.fits", content.length, false))));
    killInTheMiddle(text, true);
    assertThat(run(text, Map.of()).code()).isZero();
    assertThat(bytes("a.fits")).isEqualTo(content);
    assertThat(server.asked().get(1).from()).isPositive();
    assertThat(server.asked().get(1).header("if-range")).isEqualTo("\"v1\"");

    Files.delete(folder.resolve("data/a.fits"));
    killInTheMiddle(text, true);
    byte[] other = new byte[content.length];
    server.change(other, "\"v2\"");
    Ended ended = run(text, Map.of());
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(bytes("a.fits")).isEqualTo(other);
    assertNothingElse(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"CURL", "WGET"})
  void aPartWithoutItsHeadIsNotGoneOnWith(Engine engine) throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.write(data.resolve("a.fits.part." + engine.word()), new byte[100_000]);
    Ended ended = run(engine, List.of(file("a.fits", content.length, false)));
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(bytes("a.fits")).isEqualTo(content);
    assertThat(server.asked()).allSatisfy(asked -> assertThat(asked.from()).isZero());
  }

  @ParameterizedTest
  @EnumSource(names = {"CURL", "WGET", "SLURM"})
  void whoEndsTheScriptEndsWhatItHasStarted(Engine engine) throws Exception {
    String text = script(engine).text(List.of(List.of(file("a.fits", content.length, false))));
    killInTheMiddle(text, false);
    await().until(() -> server.asked().get(0).socket().getInputStream().read() == -1);
  }

  @ParameterizedTest
  @CsvSource({
    "CURL,INT,130",
    "CURL,TERM,143",
    "WGET,INT,130",
    "WGET,TERM,143",
    "ARIA2,INT,130",
    "ARIA2,TERM,143"
  })
  void whoEndsTheScriptHearsNothingOfItsParts(Engine engine, String signal, int code)
      throws Exception {
    String text = script(engine).text(List.of(List.of(file("a.fits", content.length, false))));
    Process ended = endInTheMiddle(text, signal);
    assertThat(ended.exitValue()).isEqualTo(code);
    assertThat(folder.resolve("killed"))
        .content()
        .doesNotContain("Terminated", "Interrupt", "line ")
        .contains("stopped: run it again, and it goes on");
  }

  /** A program in the place of aria2c that says what it is told to, and ends so. */
  private Map<String, String> aria2cThat(String says, int code) throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    Path tool = tools.resolve("aria2c");
    Files.writeString(
        tool,
        "#!/bin/sh\ncat >/dev/null\necho once >>'%s'\nprintf '%s'\nexit %d\n"
            .formatted(folder.resolve("calls"), says, code));
    assertThat(tool.toFile().setExecutable(true)).isTrue();
    return Map.of("PATH", tools + ":" + System.getenv("PATH"));
  }

  @ParameterizedTest
  @CsvSource({
    "28, 1, 'aria2c: unrecognized option, says \\033[31maria2c\\033[0m\\n'",
    "9, 1, 'Exception: not enough disk space\\n'",
    "127, 1, 'error while loading shared libraries\\n'",
    "6, 3, 'Name resolution failed\\n'"
  })
  void whatAria2ItselfCouldNotDoIsSaidAndTriedAgainOnlyIfThatMayHelp(
      int code, int calls, String says) throws Exception {
    String text = script(Engine.ARIA2).text(List.of(List.of(file("a.fits", -1, false))));
    Ended ended = run("sleep() { :; }\n" + text, aria2cThat(says, code));
    assertThat(ended.code()).isEqualTo(5);
    String words = says.replaceAll("\\\\033\\[\\d*m|\\\\n", "").replaceAll(".* ", "");
    assertThat(ended.said()).contains("aria2c ended with code " + code, words);
    assertThat(ended.said()).containsOnlyOnce("aria2c ended").doesNotContain("\u001b");
    assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(calls);
  }

  @Test
  void aFileWhoseTroubleIsTheNetworksIsTriedAgainBesideOneThatIsNot() throws Exception {
    String address = server.uri() + "/f?uri=a%2Fb";
    String text = script(Engine.ARIA2).text(List.of(List.of(file("a.fits", -1, false))));
    String says =
        "errorCode=6 URI=%1$s\\n -> [x.cc] errorCode=6 cut off\\n"
                .formatted(address.replace("%", "%%"))
            + "errorCode=16 URI=http://x/\\n -> [x.cc] errorCode=16 no place\\n";
    Ended ended = run("sleep() { :; }\n" + text, aria2cThat(says, 16));
    assertThat(ended.said()).contains("a.fits: cut off");
    assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"CURL,TERM", "WGET,TERM", "ARIA2,INT", "ARIA2,TERM", "ARIA2,"})
  void noTemporaryFileStays(Engine engine, String signal) throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    String text = script(engine).text(List.of(List.of(file("a.fits", content.length, true))));
    String own = "export TMPDIR='" + temporary + "' MAST_API_TOKEN=" + TOKEN + "\n";
    if (signal == null) {
      assertThat(run(own + text, Map.of()).code()).isZero();
    } else {
      endInTheMiddle(own + text, signal);
    }
    assertThat(temporary).isEmptyDirectory();
  }

  private void killInTheMiddle(String text, boolean wholeTree) throws Exception {
    endInTheMiddle(text, wholeTree ? "" : "TERM");
  }

  /** Ends a script that is at a file: by a signal, or all that runs for it at once. */
  private Process endInTheMiddle(String text, String signal) throws Exception {
    int before = server.asked().size();
    server.then(
        (asked, s, out) -> {
          try {
            HALF.to(asked, s, out);
          } catch (IOException half) {
            s.stall();
          }
        });
    Path script = Files.writeString(folder.resolve("fetch.sh"), text);
    ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
    builder.environment().put("SLURM_ARRAY_TASK_ID", "0");
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    Process process =
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("killed").toFile()).start();
    await().until(() -> server.asked().size() > before && !parts().isEmpty());
    List<ProcessHandle> started = process.descendants().toList();
    if (signal.isEmpty()) {
      process.destroyForcibly();
      started.forEach(ProcessHandle::destroyForcibly);
    } else {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    }
    try {
      await().until(() -> !process.isAlive() && started.stream().noneMatch(ProcessHandle::isAlive));
    } finally {
      started.forEach(ProcessHandle::destroyForcibly);
    }
    return process;
  }

  @ParameterizedTest
  @EnumSource(names = {"CURL", "WGET"})
  void twoRunsAtOnceDoNotWriteTheSameFile(Engine engine) throws Exception {
    CountDownLatch otherEnded = new CountDownLatch(1);
    server.then(
        (asked, s, out) -> {
          FaultServer.head(out, 200, content.length, "ETag: " + s.tag(), "Accept-Ranges: bytes");
          out.write(content, 0, content.length / 2);
          out.flush();
          await().until(() -> otherEnded.getCount() == 0);
          out.write(content, content.length / 2, content.length - content.length / 2);
          out.flush();
        });
    String text = script(engine).text(List.of(List.of(file(NAME, content.length, false))));
    Path script = Files.writeString(folder.resolve("first.sh"), text);
    ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    Path said = folder.resolve("first");
    Process first = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      await().until(() -> !server.asked().isEmpty());
      Ended second = run(text, Map.of());
      assertThat(second.code()).as(second.said()).isEqualTo(5);
      assertThat(second.said()).contains("another run is at it");
    } finally {
      otherEnded.countDown();
    }
    assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).as(Files.readString(said)).isZero();
    assertThat(bytes(NAME)).isEqualTo(content);
    assertThat(server.asked()).hasSize(1);
    assertNothingElse(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"CURL", "WGET"})
  void anOptionIsNoFolder(Engine engine) throws Exception {
    String text = script(engine).text(List.of(List.of(file("a.fits", content.length, false))));
    for (String option : List.of("--help", "--print", "-n")) {
      Ended ended = run(text, Map.of(), option);
      assertThat(ended.code()).as(ended.said()).isEqualTo(2);
    }
    assertThat(server.asked()).isEmpty();
  }

  // Curl, that is, has put bytes on the disk.
  private List<Path> parts() throws IOException {
    Path data = folder.resolve("data");
    if (!Files.isDirectory(data)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(data)) {
      return all.filter(path -> path.toString().matches(".*\\.part\\.\\w+"))
          .filter(path -> path.toFile().length() > 0)
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "S5CMD")
  void aFileOfSomebodyElseStays(Engine engine) throws Exception {
    Path own = Files.createDirectories(folder.resolve("data")).resolve("a.fits");
    Files.writeString(own, "my own");
    Ended ended = run(engine, List.of(file("a.fits", content.length, false)));
    assertThat(ended.code()).as(ended.said()).isEqualTo(5);
    assertThat(ended.said()).contains("not fetched: a.fits: another file stands in its place");
    assertThat(own).hasContent("my own");
    assertThat(server.asked()).isEmpty();

    EngineFile replaced =
        new EngineFile(server.uri() + "/f", "a.fits", content.length, false, true);
    assertThat(run(engine, List.of(replaced)).code()).isZero();
    assertThat(bytes("a.fits")).isEqualTo(content);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "S5CMD")
  void aFileThatCameIntoThePlaceMeanwhileStays(Engine engine) throws Exception {
    Path own = Files.createDirectories(folder.resolve("data")).resolve("a.fits");
    server.always(
        (asked, s, out) -> {
          Files.writeString(own, "my own");
          FaultServer.honest(asked, s, out);
        });
    Ended ended = run(engine, List.of(file("a.fits", content.length, false)));
    assertThat(ended.code()).as(ended.said()).isEqualTo(5);
    assertThat(ended.said()).contains("another file stands in its place");
    assertThat(own).hasContent("my own");
  }

  @Test
  void scriptsTellWebPagesAsTheShellDoes() throws Exception {
    List<WebPageCases.Beginning> all = WebPageCases.all();
    StringBuilder asked = new StringBuilder("FOLDER=x\n. ./engine.sh\n");
    for (int i = 0; i < all.size(); i++) {
      Files.writeString(folder.resolve("part" + i), all.get(i).text(), StandardCharsets.ISO_8859_1);
      asked.append(
          "is_page part%d %s && echo true || echo false%n".formatted(i, all.get(i).name()));
    }
    try (InputStream script = EngineScript.class.getResourceAsStream("engine.sh")) {
      Files.copy(script, folder.resolve("engine.sh"));
    }
    Files.writeString(folder.resolve("ask.sh"), asked);
    Process process =
        new ProcessBuilder("bash", "ask.sh")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> told = said.lines().toList();
    assertThat(told).hasSameSizeAs(all);
    assertThat(
            IntStream.range(0, all.size())
                .filter(i -> !told.get(i).equals(String.valueOf(all.get(i).page())))
                .mapToObj(all::get))
        .as("what the script takes for something else")
        .isEmpty();
  }

  @Test
  void waitsHaveATop() throws Exception {
    EngineScript patient =
        new EngineScript(
            Engine.CURL,
            folder.resolve("data"),
            URI.create("https://stpubdata.s3.amazonaws.com"),
            false,
            1,
            20,
            Instant.EPOCH);
    server.always((asked, s, out) -> FaultServer.head(out, 503, 0));
    Path waits = folder.resolve("waits");
    // In place of the program that waits, one that writes down how long it should.
    String noted = "sleep() { echo \"$1\" >>'" + waits + "'; }\n";
    String text = patient.text(List.of(List.of(file("a.fits", content.length, false))));
    assertThat(run(noted + text, Map.of()).code()).isEqualTo(5);
    assertThat(Files.readAllLines(waits))
        .startsWith("0", "1", "2", "4", "8", "16", "30", "30")
        .hasSize(20)
        .endsWith("30");
  }

  @ParameterizedTest
  @EnumSource(names = {"CURL", "WGET", "SLURM"})
  void theTokenGoesToTheArchiveAlone(Engine engine) throws Exception {
    List<EngineFile> files = List.of(file("a.fits", content.length, true));
    String text = script(engine).text(List.of(files));
    Ended without = run(text, Map.of("SLURM_ARRAY_TASK_ID", "0"));
    assertThat(without.code()).isEqualTo(4);
    assertThat(without.said()).contains("MAST_API_TOKEN");
    assertThat(server.asked()).isEmpty();

    Map<String, String> environment = Map.of("SLURM_ARRAY_TASK_ID", "0", "MAST_API_TOKEN", TOKEN);
    try (FaultServer other = new FaultServer(content)) {
      String elsewhere = "Location: http://localhost:" + other.uri().getPort() + "/x";
      server.always((asked, s, out) -> FaultServer.head(out, 302, 0, elsewhere));
      run(text, environment);
      assertThat(other.asked())
          .allSatisfy(asked -> assertThat(asked.header("authorization")).isEmpty());
    }
    Files.deleteIfExists(folder.resolve("data/a.fits"));
    server.always(FaultServer::honest);
    Ended ended = run(text, environment);
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(server.asked().get(server.asked().size() - 1).header("authorization"))
        .isEqualTo("token " + TOKEN);
    assertThat(ended.said()).doesNotContain(TOKEN);
  }

  @Test
  void eachTaskOfAnArrayFetchesItsShare() throws Exception {
    List<EngineFile> files =
        IntStream.range(0, 5).mapToObj(i -> file(i + ".fits", content.length, false)).toList();
    List<List<EngineFile>> shares = Shards.of(files, 3);
    String text = script(Engine.SLURM).text(shares);
    assertThat(text).contains("\n#SBATCH --array=0-2%2\n");
    for (int task = 0; task < 3; task++) {
      Ended ended = run(text, Map.of("SLURM_ARRAY_TASK_ID", Integer.toString(task)));
      assertThat(ended.code()).as(ended.said()).isZero();
      for (EngineFile own : shares.get(task)) {
        assertThat(bytes(own.path())).isEqualTo(content);
      }
    }
    assertNothingElse(5);
    assertThat(run(text, Map.of("SLURM_ARRAY_TASK_ID", "3")).code()).isEqualTo(2);
    assertThat(run(text, Map.of()).code()).isEqualTo(2);
  }

  @Test
  void sharesHaveAboutEqualBytes() {
    List<EngineFile> files =
        IntStream.range(0, 100).mapToObj(i -> file(i + ".fits", i * 1_000_000L, false)).toList();
    List<List<EngineFile>> shares = Shards.of(files, 4);
    assertThat(shares.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(files);
    assertThat(shares)
        .allSatisfy(
            share ->
                assertThat(share.stream().mapToLong(EngineFile::listedSize).sum())
                    .isBetween(1_190_000_000L, 1_290_000_000L));
    assertThat(Shards.of(files.subList(0, 2), 9)).hasSize(2);
  }

  @Test
  void s5cmdIsGivenCopiesFromTheBucket() throws Exception {
    EngineFile file = new EngineFile("s3://stpubdata/hst/it's.fits", NAME, 5, false, false);
    String text = script(Engine.S5CMD).text(List.of(List.of(file)));
    assertThat(text).contains("ENDPOINT=https://s3.amazonaws.com\n");
    Ended printed = run(text, Map.of(), "--print");
    assertThat(printed.code()).isZero();
    assertThat(printed.said())
        .isEqualTo(
            "cp --raw 's3://stpubdata/hst/it'\\''s.fits' '%s/data/%s.part.s5cmd'\n"
                .formatted(folder, NAME.replace("'", "'\\''")));
    assertThat(EngineScript.bucket(URI.create("http://127.0.0.1:1/stpubdata")))
        .contains("stpubdata");
    assertThat(EngineScript.bucket(URI.create("https://example.org"))).isEmpty();
  }

  @Test
  void anotherFolderCanBeChosen() throws Exception {
    String text = script(Engine.CURL).text(List.of(List.of(file("a.fits", -1, false))));
    Path other = folder.resolve("other folder");
    assertThat(run(text, Map.of(), other.toString()).code()).isZero();
    assertThat(other.resolve("a.fits")).hasBinaryContent(content);
  }
}
