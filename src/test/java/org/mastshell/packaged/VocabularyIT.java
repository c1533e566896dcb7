package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/** The lists of values, with the packaged program at a real terminal. */
@EnabledOnOs(OS.LINUX)
class VocabularyIT {
  private static final String CONTROL_D = "\u0004";
  private static final String OLD = "2020-02-03T04:05:06Z";

  @TempDir Path folder;

  private Path keepOld(int port) throws IOException {
    Path cache = Files.createDirectories(folder.resolve("mastshell-home/cache"));
    return Files.write(
        cache.resolve("values-127.0.0.1-" + port + ".csv"),
        List.of("asked," + OLD, "value,obs_collection,OLDSAT,3", "end,2"));
  }

  @Test
  void oldListsAreRenewedWhileAPersonTypes() throws Exception {
    try (DemoArchive archive = DemoArchive.start(DemoOptions.standard())) {
      Path file = keepOld(archive.url().getPort());
      try (PackagedTerminal shell =
          new PackagedTerminal.Setup(folder)
              .open("--no-rc", "--server", archive.url().toString())) {
        // The old ones serve until the next line.
        shell.expect("mast>").type("search mission=OLD\t").expect("OLDSAT");
        int mark = shell.screen().length();
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(() -> assertThat(Files.readString(file)).doesNotContain(OLD));
        shell.type(" instr").expect("instr");
        assertThat(shell.screen().substring(mark)).doesNotContain("note", "error", "mast>");

        shell.type("\u0003").expect("mast>");
        shell.type("vocabulary\r").expect(LocalDate.now(ZoneOffset.UTC).toString());
        shell.expect("asked: 127.0.0.1").expect("mast>");
        shell.type("search mission=\t").expect("337  James Webb Space Telescope");
        shell.type("\u0003").expect("mast>").type(CONTROL_D);
        assertThat(shell.end()).isZero();
      }
    }
  }

  @Test
  void anArchiveThatNeverAnswersHoldsNobodyUp() throws Exception {
    try (ServerSocket archive = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        PackagedTerminal shell =
            new PackagedTerminal.Setup(folder)
                .open("--no-rc", "--server", "http://127.0.0.1:" + archive.getLocalPort())) {
      shell.expect("mast>");
      archive.setSoTimeout(20_000);
      try (Socket asked = archive.accept()) {
        assertThat(asked.isConnected()).isTrue();
        long start = System.nanoTime();
        shell.type("search mission=JWST instr\tMIRI/IFU\r").expect("instrument_name=MIRI/IFU");
        shell.expect("searching").type("\u0003").expect("nothing has changed").expect("mast>");
        shell.type("vocabulary\r").expect("has said nothing yet").expect("mast>");
        shell.type("exit\r");
        assertThat(shell.end()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      }
    }
  }

  @Test
  void scriptsAskNothing() throws Exception {
    try (ServerSocket archive = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      keepOld(archive.getLocalPort());
      String url = "http://127.0.0.1:" + archive.getLocalPort();
      PackagedProgram.in(folder)
          .arguments("--no-rc", "--server", url, "-c", "vocabulary; fields; values suffix")
          .run()
          .exits(0);
      PackagedProgram.in(folder)
          .arguments("--no-rc", "--server", url)
          .typed("vocabulary\nfields\n")
          .run()
          .exits(0);

      archive.setSoTimeout(1);
      assertThatThrownBy(archive::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }
}
