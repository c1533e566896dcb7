package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;
import org.mastshell.command.SafeMode;
import org.mastshell.store.PrivateFile;

/**
 * Safe mode, with the whole program: every command there is tries what it could do outside of the
 * folder, and after each test nothing outside has changed.
 */
@DisabledOnOs(OS.WINDOWS)
class SafeModeProgramTest {
  private static final String SETS =
      "search program=1073 filters=F277W; products suffix=i2d; unique; name files;"
          + " search program=1073 filters=F277W; ";

  /** What each command could do outside; empty for those that neither write nor run anything. */
  private static final Map<String, List<String>> ATTEMPTS = attempts();

  @TempDir Path root;
  private Path inside;
  private Path outside;
  private Path home;
  private SortedMap<String, String> before;

  private static Map<String, List<String>> attempts() {
    Map<String, List<String>> attempts = new TreeMap<>();
    for (String harmless :
        List.of(
            "products datasets keywords service fields values vocabulary resolve count describe facets stats group sql"
                + " inspect unique filter pick sort observations results use name drop union join"
                + " intersect minus diff undo redo verify jobs import cite logout whoami source"
                + " refresh searches watch let if-empty if-not-empty on-error stop cache history"
                + " help exit")) {
      Arrays.stream(harmless.split(" ", -1)).forEach(name -> attempts.put(name, List.of()));
    }
    attempts.put("search", List.of("search obs_id=@../outside/names.txt --unmatched ../outside/x"));
    attempts.put(
        "catalog",
        List.of("catalog tic coordinates=\"1 2\",\"3 4\" radius=1s --unmatched ../outside/x"));
    attempts.put("crossmatch", List.of("crossmatch tic --unmatched ../outside/x"));
    attempts.put(
        "show",
        List.of("show --output ../outside/x.csv", "show --output ../outside/x.csv --force"));
    attempts.put(
        "plot", List.of("plot sky --output ../outside/x.png", "plot sky --output link/x.svg"));
    attempts.put("preview", List.of("preview 1 --output ../outside/x.png"));
    attempts.put(
        "download",
        List.of(
            "use files; download 1 --dir ../outside",
            "use files; download 1 --dir link",
            "use files; download 1 --dir link/new --background",
            "use files; download 1 --dir ../outside --dry-run",
            "use files; download 1 --flat --dir ../outside",
            "use files; download 1 --curl ../outside/x.sh",
            "use files; download 1 --curl --dir ../outside",
            "use files; download 1 --to curl ../outside/x.sh",
            "use files; download 1 --to aria2 ../outside/x.sh",
            "use files; download 1 --to slurm ../outside/x.sh --shards 2",
            "download --repair ../outside/kept"));
    attempts.put("resume", List.of());
    attempts.put(
        "cutout",
        List.of(
            "cutout tess coordinates=\"210.8 54.3\" --to ../outside",
            "cutout tess coordinates=\"210.8 54.3\" --to link",
            "cutout tess coordinates=\"210.8 54.3\" --to link/new",
            "cutout tess coordinates=\"210.8 54.3\" --to ../outside --dry-run",
            "cutout tess coordinates=\"210.8 54.3\" --to .mastshell/state"));
    attempts.put(
        "export",
        List.of(
            "export ../outside/x.csv",
            "export ../outside/there.csv --force",
            "export link/x.vot",
            "export linked.csv --force",
            "export dangling.csv --force",
            "export /tmp/../" + "etc/x.csv",
            "export .mastshell/state/x.csv",
            "export script ../outside/x.mast",
            "export script ../outside/x.py --as python",
            "export script ../outside/x.sh --as curl --force"));
    attempts.put("clip", List.of("clip", "clip obs_id 1"));
    attempts.put("report", List.of("report ../outside/x.html", "report link/x.html --force"));
    attempts.put("samp", List.of("samp", "samp clients", "samp send"));
    attempts.put("open", List.of("open 1", "open 1 preview", "open 1 program"));
    attempts.put("login", List.of("login --store"));
    attempts.put(
        "set",
        List.of(
            "set server http://127.0.0.1:9",
            "set server https://example.org",
            "set cloud_endpoint http://127.0.0.1:9",
            "set source cloud",
            "set source auto",
            "set download_dir ../outside",
            "set download_dir ~",
            "set download_dir link",
            "set download_dir /"));
    attempts.put("session", List.of("session save kept; session export kept ../outside/x.s"));
    attempts.put(
        "log",
        List.of("log ../outside/x.txt", "log ~/.bashrc", "log link/x.txt", "log linked.csv"));
    attempts.put("edit", List.of("edit search program=1073"));
    return attempts;
  }

  @BeforeEach
  void aHomeAndAFolderOfSomebodyElse() throws IOException {
    inside = Files.createDirectory(root.resolve("inside"));
    outside = Files.createDirectory(root.resolve("outside"));
    home = Files.createDirectory(root.resolve("home"));
    Files.writeString(home.resolve(".bashrc"), "true\n");
    Files.writeString(home.resolve(".mastshellrc"), "set server http://127.0.0.1:9\nlog ~/x.txt\n");
    Files.writeString(outside.resolve("there.csv"), "a,b\n1,2\n");
    Files.writeString(outside.resolve("names.txt"), "nobody\n");
    Path program = outside.resolve("program");
    Files.writeString(program, "#!/bin/sh\necho \"$@\" >> " + outside.resolve("started") + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Files.createSymbolicLink(inside.resolve("link"), outside);
    Files.createSymbolicLink(inside.resolve("linked.csv"), outside.resolve("there.csv"));
    Files.createSymbolicLink(inside.resolve("dangling.csv"), outside.resolve("nothing.csv"));
    aDownloadThatIsDamaged();
    before = contents();
  }

  private void aDownloadThatIsDamaged() throws IOException {
    plain().command(SETS + "use files; download 1 --dir ../outside/kept").run().succeeds();
    try (Stream<Path> files = Files.walk(outside.resolve("kept"))) {
      Path image =
          files.filter(file -> file.toString().endsWith(".fits")).findFirst().orElseThrow();
      Files.writeString(image, "damaged");
    }
    try (Stream<Path> own = Files.walk(inside.resolve("mastshell-home"))) {
      own.sorted((one, other) -> other.compareTo(one)).forEach(file -> file.toFile().delete());
    }
  }

  @AfterEach
  void nothingOutsideHasChanged() throws IOException {
    assertThat(contents()).isEqualTo(before);
  }

  /** Every file that is not below the folder, with its content, links as such. */
  private SortedMap<String, String> contents() throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(one -> !one.startsWith(inside)).toList()) {
        contents.put(
            root.relativize(file).toString(),
            Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Files.readString(file, StandardCharsets.ISO_8859_1)
                : "");
      }
    }
    return contents;
  }

  private AssertableProgram plain() {
    String program = outside.resolve("program").toString();
    return AssertableProgram.in(inside)
        .home(home)
        .environment("BROWSER", program)
        .environment("VISUAL", program)
        .environment("EDITOR", program)
        .environment("SAMP_HUB", "std-lockurl:" + outside.resolve("hub").toUri())
        .arguments("--demo");
  }

  private AssertableProgram safe() {
    return plain().arguments("--safe");
  }

  static List<String> lines() {
    return ATTEMPTS.values().stream().flatMap(List::stream).toList();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void whatLeadsOutsideIsRefused(String line) {
    safe()
        .command(SETS + line)
        .run()
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says(": not in safe mode");
  }

  // A command that is new has to say here what it could do.
  @Test
  void everyCommandHasBeenThoughtOf() {
    List<String> commands = new ArrayList<>();
    for (String line : safe().command("help").run().succeeds().out().split("\n", -1)) {
      if (line.matches("  [a-z-]+ .*")) {
        commands.add(line.strip().split(" ", 2)[0]);
      }
    }
    assertThat(commands).hasSizeGreaterThan(50).allMatch(ATTEMPTS::containsKey);
    assertThat(ATTEMPTS.keySet()).allMatch(commands::contains);
  }

  @Test
  void theSameIsDoneInsideOfTheFolder() {
    safe()
        .command(SETS + "show --output a.csv; export b.vot; export script c.mast; report d.html")
        .command("plot sky --output e.svg; log f.txt; log off; session save g")
        .command("session export g g.s; search obs_id=@../outside/names.txt --unmatched h.csv")
        .command("use files; download 1; download 2 --to curl i.sh; set download_dir sub")
        .command("download 1 --dir sub/deeper; verify sub/deeper; open 1 --links")
        .run()
        .succeeds();
    for (String name :
        "a.csv b.vot c.mast d.html e.svg f.txt g.s h.csv i.sh mastDownload sub".split(" ", -1)) {
      assertThat(inside.resolve(name)).exists();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "on", "yes"})
  void theEnvironmentCanDemandIt(String value) {
    plain()
        .environment("MASTSHELL_SAFE", value)
        .command(SETS + "export ../outside/x.csv")
        .run()
        .exits(ExitCode.FAILED)
        .says("not in safe mode");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "0", "off", "No", "false"})
  void aVariableThatSaysNoDemandsNothing(String value) throws IOException {
    plain()
        .environment("MASTSHELL_SAFE", value)
        .arguments("--no-rc")
        .command(SETS + "export ../outside/x.csv")
        .run()
        .succeeds()
        .doesNotSay("safe mode");
    assertThat(outside.resolve("x.csv")).isRegularFile();
    before = contents();
  }

  @Test
  void itsOwnFilesAreInTheFolderTooAndNoStartFileIsRead() {
    safe().command(SETS + "session save mine").run().succeeds();
    assertThat(inside.resolve("mastshell-home")).doesNotExist();
    assertThat(inside.resolve(SafeMode.OWN_FOLDER)).isDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "state", "cache", "state/history", "cache/searches"})
  void whereItsOwnFilesWouldLeadElsewhereItDoesNotStart(String place) throws IOException {
    Files.createDirectories(outside.resolve("state"));
    Files.writeString(outside.resolve("state/history"), "1:count\n");
    Path link = inside.resolve(SafeMode.OWN_FOLDER).resolve(place);
    Path folder = link.getParent();
    if (!folder.equals(inside)) {
      PrivateFile.folder(folder);
    }
    Files.createSymbolicLink(link, outside.resolve(place));
    before = contents();

    safe()
        .command(SETS + "session save mine")
        .run()
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("safe mode", link + " is a link", "remove it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "state", "cache"})
  void whereOthersMayWriteItKeepsNothingOfItsOwn(String place) throws IOException {
    safe().command("count").run();
    Path shared = inside.resolve(SafeMode.OWN_FOLDER).resolve(place);
    Files.createDirectories(shared);
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));

    safe()
        .command(SETS)
        .run()
        .exits(ExitCode.USAGE)
        .says("safe mode", shared + " is not yours alone", "chmod -R go-w ");
  }

  @Test
  void aFileInPlaceOfItsOwnFolderIsSaid() throws IOException {
    Files.writeString(inside.resolve(SafeMode.OWN_FOLDER), "");
    safe().command(SETS).run().exits(ExitCode.USAGE).says("is no folder");
  }

  @Test
  void aStartFileThatIsNamedIsReadAndMayDoNoMore() throws IOException {
    Files.writeString(inside.resolve("rc"), "set limit 3\nset server http://127.0.0.1:9\n");
    safe().arguments("--rc", "rc").command("count").run().says("not in safe mode", "rc:2");
  }

  @Test
  void aSessionThatBringsAnotherArchiveIsAskedNothingThere() {
    plain()
        .arguments("--no-rc", "--session", "away")
        .command("set server http://127.0.0.1:9; set source cloud; set download_dir ../outside/d")
        .command("session export away away.s")
        .run();
    safe()
        .command("session import away.s away; session load away; set source")
        .command("search program=1073 filters=F277W --count")
        .run()
        .succeeds()
        .shows("12");
    safe()
        .command("session import away.s again; session load again; " + SETS)
        .command("use files; download 1")
        .run()
        .exits(ExitCode.FAILED)
        .says("not in safe mode");
  }

  @Test
  void aDownloadThatWasBegunElsewhereIsNotGoneOnWith() throws IOException {
    // Kept by a program that may write everywhere, and put where this one looks for it.
    plain()
        .environment("MASTSHELL_HOME", inside.resolve(SafeMode.OWN_FOLDER).toString())
        .arguments("--no-rc")
        .command("search mission=JWST rights=exclusive --limit 1; products suffix=uncal")
        .command("download 1 --dir ../outside/exclusive")
        .run()
        .exits(ExitCode.LOGIN);
    before = contents();
    safe()
        .environment("MAST_API_TOKEN", "demo-token-not-a-secret")
        .command("jobs; resume 1")
        .run()
        .exits(ExitCode.FAILED)
        .says("not in safe mode");
  }

  @Test
  void theFolderHasToBeOneOfItsOwn() {
    plain()
        .home(inside)
        .arguments("--safe")
        .command("count")
        .run()
        .exits(ExitCode.USAGE)
        .says("safe mode needs a folder of its own");
    plain()
        .home(inside.resolve("below"))
        .arguments("--safe")
        .command("count")
        .run()
        .exits(ExitCode.USAGE);
  }

  @Test
  void onlyTheArchiveOfTheStartIsAsked() {
    AssertableProgram.in(inside)
        .home(home)
        .arguments("--safe", "--server", "http://127.0.0.1:9")
        .command(
            "set retries 0; set server http://127.0.0.1:9; set source archive; search program=1")
        .run()
        .exits(ExitCode.ARCHIVE)
        .doesNotSay("safe mode");
  }

  @Test
  void anArchiveThatSendsInCirclesCostsOneMessage() throws IOException {
    try (ListeningArchive circle = ListeningArchive.sendingTo("")) {
      AssertableProgram.in(inside)
          .home(home)
          .arguments("--safe", "--server", circle.url())
          .command("set retries 0; search program=1")
          .run()
          .exits(ExitCode.ARCHIVE)
          .reportsOneError()
          .says("it sends me from one address to the next");
      assertThat(circle.authorizations()).hasSize(11);
    }
  }

  // That is the archive's decision, not the visitor's; what is asked there is told no secret.
  @Test
  void whereTheArchiveSendsItGoesWithoutTheToken() throws IOException {
    String account = "{\"ezid\":\"visitor\",\"anon\":false,\"attrib\":{}}";
    try (ListeningArchive elsewhere = ListeningArchive.start(200, account);
        ListeningArchive archive =
            ListeningArchive.sendingTo(elsewhere.url().replace("localhost", "127.0.0.1"))) {
      AssertableProgram.in(inside)
          .home(home)
          .environment("MAST_API_TOKEN", "demo-token-not-a-secret")
          .arguments("--safe", "--server", archive.url())
          .command("set retries 0; whoami")
          .run()
          .exits(ExitCode.DONE);
      assertThat(archive.authorizations()).first().asString().startsWith("token ");
      assertThat(elsewhere.authorizations()).containsOnly("");
    }
  }
}
