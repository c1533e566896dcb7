package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mastshell.demo.DemoArchive;
import org.mastshell.shell.TokenTraces;

/**
 * What the system tells of the program's processes while a token is in use: no argument of its own
 * holds it, and neither an argument nor the environment of any program that it starts, the short
 * ones of its launcher included.
 */
@EnabledOnOs(OS.LINUX)
class TokenProcessesIT {
  private static final String TOKEN = DemoArchive.TEST_TOKEN;
  private static final TokenTraces TRACES = new TokenTraces(TOKEN);

  // What the launcher and the libraries ask of the system, found by its name.
  private static final List<String> TOOLS =
      List.of(
          "dirname",
          "readlink",
          "wc",
          "locale",
          "stty",
          "tty",
          "infocmp",
          "uname",
          "setsid",
          "nice",
          "nohup",
          "env",
          "sh",
          "test",
          "xdg-open");

  private static final String NOTE = "cat /proc/$$/cmdline /proc/$$/environ >> \"$0.seen\"\n";

  @TempDir Path folder;
  private Path tools;
  private Path browser;
  private Path editor;

  /** How a person logs in. */
  enum Way {
    TYPED,
    STORED,
    ENVIRONMENT
  }

  @BeforeEach
  void programsThatNoteHowTheyWereStarted() throws IOException {
    tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Path real = Path.of("/usr/bin", tool);
      if (Files.isExecutable(real)) {
        program(tool, NOTE + "exec " + real + " \"$@\"\n");
      }
    }
    // One that goes on as a browser does, and one that changes nothing.
    browser = program("browser", NOTE + "echo $$ > \"$0.running\"\nexec /usr/bin/sleep 300\n");
    editor = program("editor", NOTE);
  }

  private Path program(String name, String script) throws IOException {
    Path file =
        Files.writeString(tools.resolve(name), "#!/bin/bash -p\nPATH=/usr/bin:/bin\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }

  private PackagedTerminal open(Optional<String> token) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", tools + ":" + System.getenv("PATH"));
    environment.put("BROWSER", browser.toString());
    environment.put("EDITOR", editor.toString());
    environment.put("VISUAL", "");
    environment.put("HOME", folder.toString());
    token.ifPresent(known -> environment.put("MAST_API_TOKEN", known));
    return new PackagedTerminal.Setup(folder)
        .sized(200, 30)
        .with(environment)
        .open("--no-rc", "--demo");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theTokenIsInNoArgumentAndInNoEnvironmentOfAnother(Way way) throws Exception {
    if (way == Way.STORED) {
      try (PackagedTerminal shell = open(Optional.empty())) {
        shell.expect("mast>").type("login --store\r").expect("not shown").type(TOKEN + "\r");
        shell.expect("token kept in ").expect("mast>").type("exit\r");
        assertThat(shell.end()).isZero();
      }
    }
    try (PackagedTerminal shell =
        open(way == Way.ENVIRONMENT ? Optional.of(TOKEN) : Optional.empty())) {
      shell.expect("mast>");
      if (way == Way.TYPED) {
        shell.type("login\r").expect("not shown").type(TOKEN + "\r").expect("mast>");
      }
      shell.type("whoami\r").expect("Demo Astronomer").expect("mast>");
      shell.type("search rights=exclusive level=2 --limit 1\r").expect("obs]>");
      shell.type("edit\r").expect("obs]>");
      shell.type("\u0003").expect("obs]>").type("open 1\r");
      await().until(() -> Files.exists(tools.resolve("browser.running")));
      shell.type("products suffix=uncal; download; download --dir again --background\r");
      shell.expect("manifest");
      requireUnseen(shell.pid());
      shell.type("exit\r");
      assertThat(shell.end()).isZero();
    } finally {
      endBrowser();
    }
    for (Path note : notes()) {
      String said = Files.readString(note, StandardCharsets.ISO_8859_1);
      assertThat(TRACES.in(said)).as("the token in what %s was given", note).isEmpty();
      assertThat(said).contains("MASTSHELL_HOME=");
    }
    assertThat(notes())
        .extracting(note -> note.getFileName().toString())
        .contains("browser.seen", "editor.seen", "locale.seen", "stty.seen", "infocmp.seen");
  }

  // While all of them are there: the program, the browser, and whatever else it has started.
  private static void requireUnseen(long program) throws IOException {
    assertThat(TRACES.in(proc(program, "cmdline"))).as("its own arguments").isEmpty();
    List<Long> others =
        ProcessHandle.of(program).orElseThrow().descendants().map(ProcessHandle::pid).toList();
    assertThat(others).as("what it has started").isNotEmpty();
    for (long other : others) {
      assertThat(TRACES.in(proc(other, "cmdline"))).isEmpty();
      assertThat(TRACES.in(proc(other, "environ"))).as(proc(other, "cmdline")).isEmpty();
    }
  }

  private static String proc(long process, String file) throws IOException {
    Path told = Path.of("/proc", Long.toString(process), file);
    return new String(Files.readAllBytes(told), StandardCharsets.ISO_8859_1);
  }

  private List<Path> notes() throws IOException {
    try (Stream<Path> all = Files.list(tools)) {
      return all.filter(file -> file.toString().endsWith(".seen")).toList();
    }
  }

  private void endBrowser() throws IOException {
    Path running = tools.resolve("browser.running");
    if (Files.exists(running)) {
      ProcessHandle.of(Long.parseLong(Files.readString(running).strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }
}
