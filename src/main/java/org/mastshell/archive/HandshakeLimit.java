package org.mastshell.archive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * The platform's TLS, which waits only briefly for a server to begin to speak it. Without this the
 * wait would be that for an answer: minutes, where the address is simply wrong.
 */
final class HandshakeLimit extends SSLSocketFactory {
  private final SSLSocketFactory platform;
  private final int milliseconds;

  private HandshakeLimit(SSLSocketFactory platform, int milliseconds) {
    this.platform = platform;
    this.milliseconds = milliseconds;
  }

  /** Has a client wait no longer than this for a handshake; it trusts whom the platform trusts. */
  static void apply(OkHttpClient.Builder client, Duration longest) {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init((KeyStore) null);
      for (TrustManager manager : trust.getTrustManagers()) {
        if (manager instanceof X509TrustManager certificates) {
          SSLContext context = SSLContext.getInstance("TLS");
          context.init(null, new TrustManager[] {certificates}, null);
          client.sslSocketFactory(
              new HandshakeLimit(context.getSocketFactory(), (int) longest.toMillis()),
              certificates);
          return;
        }
      }
    } catch (GeneralSecurityException noPlatformTls) {
      // The HTTP library's own way then says, when it is used, what is missing.
      return;
    }
  }

  // The library sets its own limit again once the handshake is done.
  private Socket limited(Socket socket) throws IOException {
    socket.setSoTimeout(milliseconds);
    return socket;
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    return limited(platform.createSocket(socket, host, port, autoClose));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return limited(platform.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return limited(platform.createSocket(host, port, localHost, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return limited(platform.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return limited(platform.createSocket(host, port, localHost, localPort));
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return platform.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return platform.getSupportedCipherSuites();
  }
}
