package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadAheadSocketTest {
  private final Random random = new Random(1);

  private static ServerSocket server() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static ReadAheadSocket connected(ServerSocket server) throws IOException {
    return (ReadAheadSocket)
        new ReadAheadSockets().createSocket(server.getInetAddress(), server.getLocalPort());
  }

  @Test
  void bytesComeAsTheyWereSentHoweverTheyAreRead() throws Exception {
    byte[] sent = new byte[1_000_003];
    random.nextBytes(sent);
    try (ServerSocket server = server();
        ReadAheadSocket socket = connected(server);
        Socket other = server.accept()) {
      Thread sender =
          new Thread(
              () -> {
                try {
                  other.getOutputStream().write(sent);
                  other.shutdownOutput();
                } catch (IOException broken) {
                  throw new AssertionError(broken);
                }
              });
      sender.start();
      InputStream in = socket.getInputStream();
      byte[] came = new byte[sent.length];
      int done = 0;
      while (done < came.length) {
        if (random.nextInt(10) == 0) {
          came[done++] = (byte) in.read();
        } else {
          int wanted = Math.min(came.length - done, random.nextInt(100_000));
          done += Math.max(0, in.read(came, done, wanted));
        }
      }
      assertThat(came).isEqualTo(sent);
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read(came, 0, 1)).isEqualTo(-1);
      assertThat(socket.ahead()).isZero();
      sender.join();
    }
  }

  @Test
  void itTellsWhatCanBeReadWithoutWaiting() throws Exception {
    try (ServerSocket server = server();
        ReadAheadSocket socket = connected(server);
        Socket other = server.accept()) {
      assertThat(socket.ahead()).isZero();
      other.getOutputStream().write(new byte[100]);
      assertThat(socket.getInputStream().read()).isZero();
      assertThat(socket.ahead()).isEqualTo(99);
      assertThat(socket.getInputStream().available()).isEqualTo(99);
    }
  }

  @Test
  void waitingEndsAsThatOfAnySocketDoes() throws Exception {
    assertThatThrownBy(closed()::read).isInstanceOf(SocketException.class);
  }

  private static InputStream closed() throws IOException {
    try (ServerSocket server = server();
        ReadAheadSocket socket = connected(server);
        Socket other = server.accept()) {
      socket.setSoTimeout(1);
      InputStream in = socket.getInputStream();
      assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
      other.getOutputStream().write(7);
      socket.setSoTimeout(0);
      assertThat(in.read()).isEqualTo(7);
      return in;
    }
  }
}
