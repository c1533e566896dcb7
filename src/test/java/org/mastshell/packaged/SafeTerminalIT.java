package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A visitor at a real terminal in safe mode, with the home, the temporary folder and the programs
 * of somebody else all around: whatever is typed, nothing there is made, changed or started.
 */
@EnabledOnOs(OS.LINUX)
class SafeTerminalIT {
  private static final String CONTROL_C = "\u0003";
  private static final String CONTROL_D = "\u0004";
  private static final String EDIT_KEY = "\u0018\u0005";
  private static final String CONTROL_P = "\u0010";
  private static final String CLIPBOARD = "\u001b]52";
  private static final String REFUSED = ": not in safe mode";

  @TempDir Path root;
  private Path inside;
  private Path home;
  private Path temporary;
  private Path stranger;

  @BeforeEach
  void aHomeAndAFolderForVisitors() throws IOException {
    inside = Files.createDirectory(root.resolve("visitors"));
    home = Files.createDirectory(root.resolve("home"));
    temporary = Files.createDirectory(root.resolve("tmp"));
    Files.writeString(home.resolve(".mastshellrc"), "log ~/log.txt\n");
    Files.writeString(home.resolve("there.csv"), "obs_id\nx\n");
    stranger = root.resolve("stranger");
    Files.writeString(stranger, "#!/bin/sh\necho \"$0 $*\" >> " + root.resolve("started") + "\n");
    Files.setPosixFilePermissions(stranger, PosixFilePermissions.fromString("rwx------"));
    Files.createSymbolicLink(inside.resolve("link"), home);
    Files.createSymbolicLink(inside.resolve("linked.csv"), home.resolve("there.csv"));
  }

  private PackagedTerminal open(String... more) throws IOException {
    Map<String, String> environment = new HashMap<>();
    for (String program : List.of("BROWSER", "EDITOR", "VISUAL", "PAGER", "SHELL", "LESSOPEN")) {
      environment.put(program, stranger.toString());
    }
    environment.put("HOME", home.toString());
    environment.put("TMPDIR", temporary.toString());
    environment.put("SAMP_HUB", "std-lockurl:" + home.resolve(".samp").toUri());
    // The places of its own files, as a person would have them, and no word of the start archive.
    environment.put("MASTSHELL_HOME", "");
    environment.put("MASTSHELL_START_ARCHIVE", "");
    environment.put("XDG_STATE_HOME", home.resolve("state").toString());
    environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
    environment.put("MASTSHELL_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    String[] arguments =
        Stream.concat(Stream.of("--safe", "--demo"), Stream.of(more)).toArray(String[]::new);
    return new PackagedTerminal.Setup(inside).sized(300, 30).with(environment).open(arguments);
  }

  /** Everything that is not below the folder: what it is, whose rights it has, since when. */
  private SortedMap<String, String> outside() throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(one -> !one.startsWith(inside)).toList()) {
        PosixFileAttributes known =
            Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String content =
            known.isRegularFile() ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        all.put(
            root.relativize(file).toString(),
            known.permissions() + " " + known.lastModifiedTime() + " " + content);
      }
    }
    return all;
  }

  private static void refused(PackagedTerminal shell, String prompt, String... lines)
      throws IOException {
    for (String line : lines) {
      int before = shell.screen().length();
      shell.type(line + "\r").expect("error: ").expect(REFUSED).expect(prompt);
      String said = shell.screen().substring(before);
      assertThat(said.split("error: ", -1)).as(said).hasSize(2);
      assertThat(said).as(line).doesNotContain("Exception");
    }
  }

  @Test
  void whateverIsTypedNothingOutsideIsMadeOrStarted() throws Exception {
    SortedMap<String, String> before = outside();
    try (PackagedTerminal shell = open()) {
      shell.expect("safe mode: files go below " + inside).expect("mast>");
      // Where Java would tell others how it is doing, whatever folder there is for temporary files.
      Path told = Path.of("/tmp", "hsperfdata_" + System.getProperty("user.name"));
      assertThat(told.resolve(Long.toString(shell.pid()))).doesNotExist();
      shell.type("search program=1073 filters=F277W\r").expect("mast[12 obs]>");
      String found = "mast[12 obs]>";
      refused(
          shell,
          found,
          "export ../found.csv",
          "export ~/found.csv",
          "export link/found.vot",
          "export linked.csv --force",
          "export " + root + "/x.fits",
          "export .mastshell/state/x.csv",
          "export script ../x.py --as python",
          "report ~/found.html",
          "show --output ../x.csv",
          "plot sky --output ~/x.png",
          "preview 1 --output ~/x.png",
          "log ~/log.txt",
          "session save mine; session export mine ~/mine.s",
          "cutout tess coordinates=\"210.8 54.3\" --to ~/cut",
          "set download_dir ~",
          "set server http://127.0.0.1:9",
          "set cloud_endpoint http://127.0.0.1:9",
          "set source cloud",
          "open 1",
          "open 1 program",
          "clip",
          "clip obs_id 1",
          "samp",
          "samp send",
          "login --store",
          "edit",
          "edit search program=1073");
      shell.type("count" + EDIT_KEY).expect("error: ").expect(REFUSED).expect("count");
      shell.type("\r").expect("\n12").expect(found);
      for (String foreign : List.of("!id", "!id > ~/x", "sh -c id", "count | tee ~/x", "| id")) {
        shell.type(foreign + "\r").expect("error: ").expect(found);
      }
      aPagerIsOurOwn(shell, found);
      shell.type("session list\r").expect("mine").expect(found);
      shell.type("export found.csv\r").expect("found.csv").expect(found);
      shell.type("use 1; products suffix=i2d\r").expect("products]>");
      refused(
          shell,
          "products]>",
          "download 1 --dir ..",
          "download 1 --dir link --background",
          "download 1 --to curl ~/x.sh");
      shell.type("download 1\r").expect("manifest").expect("products]>");
      shell.type(CONTROL_D);
      assertThat(shell.end()).isZero();
      assertThat(shell.raw()).doesNotContain(CLIPBOARD);
    }
    assertThat(outside()).isEqualTo(before);
    assertThat(inside.resolve("found.csv")).isRegularFile();
    assertThat(inside.resolve("mastDownload")).isDirectory();
  }

  private static void aPagerIsOurOwn(PackagedTerminal shell, String prompt) throws IOException {
    shell.type("set pager on; facets --limit 100; describe\r").expect("rows 1-");
    // What the pagers of systems take for commands, editors, files and pipes.
    for (String key : List.of("!id\r", "v", "|a id\r", "s ~/x\r", "o ~/x\r", ":e ~/there.csv\r")) {
      shell.type(key);
    }
    shell.type(CONTROL_C).expect(prompt);
  }

  @Test
  void theNextVisitorFindsNothingOfTheOneBefore() throws Exception {
    SortedMap<String, String> before = outside();
    try (PackagedTerminal shell = open()) {
      shell.expect("mast>").type("search program=1073 filters=F277W\r").expect("mast[12 obs]>");
      shell
          .type("login\r")
          .expect("token")
          .type("demo-token-not-a-secret\r")
          .expect("mast[12 obs]>");
      shell.type(CONTROL_D);
      assertThat(shell.end()).isZero();
    }
    try (PackagedTerminal shell = open()) {
      shell.expect("mast>").type(CONTROL_P + "history\r").expect("1  history").expect("mast>");
      shell.type("whoami\r").expect("mast>").type("results\r").expect("mast>").type(CONTROL_D);
      assertThat(shell.end()).isZero();
      assertThat(shell.screen()).doesNotContain("F277W").contains("anonymous");
    }
    assertThat(outside()).isEqualTo(before);
  }

  @Test
  void closedInTheMiddleItLeavesNothingOutsideEither() throws Exception {
    SortedMap<String, String> before = outside();
    try (PackagedTerminal shell = open("--demo-latency", "700")) {
      shell.expect("mast>").type("search program=1073 filters=F277W\r").expect("mast[12 obs]>");
      shell.type("products suffix=i2d; download --dir files\r").expect("files · ");
      shell.signal("HUP");
      assertThat(shell.end()).isEqualTo(129);
    }
    assertThat(outside()).isEqualTo(before);
  }
}
