package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer who knows no field and no value, and has a Tab key. */
@EnabledOnOs(OS.LINUX)
class CompletionIT {
  private static final String CONTROL_C = "\u0003";
  private static final String CONTROL_D = "\u0004";
  private static final String CONTROL_U = "\u0015";

  /** What a person does not wait for; the network would take for ever. */
  private static final Duration AT_ONCE = Duration.ofSeconds(3);

  @TempDir Path folder;

  private PackagedTerminal.Setup terminal() {
    return new PackagedTerminal.Setup(folder).sized(110, 40);
  }

  @Test
  void theQueryOfTheTutorialIsBuiltWithTab() throws Exception {
    try (PackagedTerminal shell = terminal().open("--no-rc", "--demo")) {
      shell.expect("mast>").type("\t").expect("search").expect("find observations");
      shell.type("sea\t\t").expect("fields of observations").expect("instrument_name");
      shell.type("miss\t").expect("values of obs_collection").expect("James Webb");
      shell.type("j\t\t").expect("where on the sky");
      // Nobody but the observer knows the number of the program.
      shell.type("prog\t1073 ");
      shell.type("instr\t").expect("values of instrument_name").expect("NIRCAM/GRISM");
      shell.type("nircam/i\t\t").expect("where on the sky");
      shell.type("filt\t").expect("values of filters").type("277\t").expect("F277W");
      shell.type("\r").expect("12 observations").expect("mast[12 obs]>");
      shell.type("history\r");
      shell.expect("search mission=JWST program=1073 instrument_name=NIRCAM/IMAGE filters=F277W");
      shell.expect("mast[12 obs]>");

      shell.type("prod\t\r").expect("mast[4,908 products]>");
      shell.type("filt\tsuff\t").expect("values of suffix").expect("214  Uncalibrated ramps");
      shell.type("unc\t det\t").expect("values of detector").expect("107  NIRCam, module A");
      shell.type("\t\r\r").expect("left out").expect("mast[").type("history\r");
      shell.expect("filter suffix=uncal detector=nrcalong").expect("mast[").type(CONTROL_D);
      assertThat(shell.end()).isZero();
    }
  }

  @Test
  void completionWaitsForNoServer() throws Exception {
    try (SilentServer server = new SilentServer();
        PackagedTerminal shell = terminal().open("--no-rc", "--server", server.url())) {
      shell.expect("mast>");
      expectAtOnce(shell, "search instrument_name=\t", "values of instrument_name");
      expectAtOnce(shell, "mir\t", "MIRI/IMAGE");
      expectAtOnce(shell, CONTROL_U + "search mission=hst filters=\t", "values of filters");
      expectAtOnce(shell, CONTROL_U + "help d\t", "dates");
      shell.type(CONTROL_U + CONTROL_D);
      assertThat(shell.end()).isZero();
    }
  }

  private static void expectAtOnce(PackagedTerminal shell, String keys, String shown)
      throws IOException {
    long start = System.nanoTime();
    shell.type(keys).expect(shown);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
  }

  @Test
  void whereNothingIsKnownTabSaysWhatIsWanted() throws Exception {
    try (PackagedTerminal shell = terminal().open("--no-rc", "--demo")) {
      shell.expect("mast>").type("set hints off\r").expect("mast>");
      int mark = shell.screen().length();
      shell.type("search exptime=").expect("exptime=");
      assertThat(shell.screen().substring(mark)).doesNotContain("Exposure time");
      shell.type("\t").expect("Exposure time").expect("at least 0");
      shell.type("5\t").expect("units of t_exptime").expect("5min");
      shell.type(CONTROL_U + "search dec=\t").expect("-90 … 90");
      shell.type(CONTROL_U + CONTROL_D);
      assertThat(shell.end()).isZero();
    }
  }

  @Test
  void aDumbTerminalShowsNothingButWhatIsTyped() throws Exception {
    PackagedTerminal.Setup dumb = terminal().with(Map.of("TERM", "dumb"));
    try (PackagedTerminal shell = dumb.open("--no-rc", "--demo")) {
      shell.expect("mast>").type("search mission=JWST program=1073 filters=F277W\r");
      shell.expect("12 observations").expect("mast[12 obs]>");
      shell.type("serch x\r").expect("error").expect("mast[12 obs]>");
      shell.type("undo").expect("undo").type(CONTROL_C).expect("mast[12 obs]>");
      shell.type("search target='M\r").expect("> ").type(CONTROL_C).expect("mast[12 obs]>");
      shell.type("results\r").expect("mast[12 obs]>").type("login\r").expect("not shown: ");
      shell.type("test-token-not-a-secret\r").expect("mast[12 obs]>").type(CONTROL_D);
      assertThat(shell.end()).isZero();
      assertThat(shell.screen())
          .containsOnlyOnce("search target='M")
          .doesNotContain("not-a-secret");
      assertThat(shell.raw()).doesNotContain("\u001b");
      assertThat(shell.screen()).doesNotContain("Mission or collection", "CRITERION");
    }
  }

  @Test
  void aSmallScreenIsEnough() throws Exception {
    try (PackagedTerminal shell = terminal().sized(40, 8).open("--no-rc", "--demo")) {
      shell.expect("mast>").type("search instrument_name=\t").expect("more: type on, or Tab");
      shell.type("miri/if\t --count\r").expect("mast>").type("history\r");
      shell.expect("search instrument_name=MIRI/IFU --count").expect("mast>").type(CONTROL_D);
      assertThat(shell.end()).isZero();
    }
  }

  /** Takes connections and says nothing. */
  private static final class SilentServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Queue<Socket> taken = new ConcurrentLinkedQueue<>();

    SilentServer() throws IOException {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread thread = new Thread(this::take, "silent server");
      thread.setDaemon(true);
      thread.start();
    }

    String url() {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void take() {
      try {
        while (!socket.isClosed()) {
          taken.add(socket.accept());
        }
      } catch (IOException closed) {
        return;
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
      for (Socket one : taken) {
        one.close();
      }
    }
  }
}
