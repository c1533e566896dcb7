package org.mastshell.samp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CancelledException;

/**
 * Calls of one hub, each of them bounded in time and in size, and each on a connection of its own:
 * hubs speak HTTP 1.0 and hang up, which a connection that is used again notices too late.
 */
final class HubCalls implements AutoCloseable {
  private static final int LARGEST = 1 << 20;
  private static final int CONNECT_MILLIS = 2000;

  private final URI endpoint;
  private final ExecutorService threads = Executors.newCachedThreadPool(HubCalls::daemon);

  HubCalls(URI endpoint) {
    this.endpoint = endpoint;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "samp");
    thread.setDaemon(true);
    return thread;
  }

  /** Sends a call off, of which the answer is waited for no longer than that. */
  Pending start(XmlRpcCall call, Duration limit) {
    Exchange exchange = new Exchange(call.bytes(), limit);
    return new Pending(exchange, threads.submit(exchange::run), limit);
  }

  /** Ends what is still under way. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** One request with its reply; called off by another thread. */
  private final class Exchange {
    private final byte[] call;
    private final Duration limit;
    private HttpURLConnection connection;
    private boolean calledOff;

    Exchange(byte[] call, Duration limit) {
      this.call = call;
      this.limit = limit;
    }

    byte[] run() throws IOException {
      HttpURLConnection own = connect();
      try {
        try (OutputStream out = own.getOutputStream()) {
          out.write(call);
        }
        int status = own.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
          throw new IOException("HTTP status " + status);
        }
        try (InputStream in = own.getInputStream()) {
          byte[] bytes = in.readNBytes(LARGEST + 1);
          if (bytes.length > LARGEST) {
            throw new IOException("it sent more than an answer needs");
          }
          return bytes;
        }
      } finally {
        own.disconnect();
      }
    }

    private HttpURLConnection connect() throws IOException {
      HttpURLConnection own = (HttpURLConnection) endpoint.toURL().openConnection(Proxy.NO_PROXY);
      own.setRequestMethod("POST");
      own.setDoOutput(true);
      own.setRequestProperty("Content-Type", "text/xml");
      own.setRequestProperty("Connection", "close");
      own.setFixedLengthStreamingMode(call.length);
      own.setInstanceFollowRedirects(false);
      own.setUseCaches(false);
      own.setConnectTimeout(CONNECT_MILLIS);
      own.setReadTimeout(Math.toIntExact(limit.toMillis()));
      own.connect();
      synchronized (this) {
        if (calledOff) {
          own.disconnect();
          throw new IOException("called off");
        }
        connection = own;
      }
      return own;
    }

    private synchronized void callOff() {
      calledOff = true;
      if (connection != null) {
        try {
          connection.disconnect();
        } catch (NullPointerException endedMeanwhile) {
          // Java's connection is not made for two threads: the other one has just let it go.
          return;
        }
      }
    }
  }

  /** A call under way. */
  static final class Pending {
    private final Exchange exchange;
    private final Future<byte[]> answer;
    private final long end;
    private final Duration limit;

    private Pending(Exchange exchange, Future<byte[]> answer, Duration limit) {
      this.exchange = exchange;
      this.answer = answer;
      this.end = System.nanoTime() + limit.toNanos();
      this.limit = limit;
    }

    /**
     * Waits for the answer.
     *
     * @throws NoAnswerException if none came that could be read
     * @throws CancelledException if the person has had enough
     */
    XmlRpcReply await(Cancellation cancellation) throws NoAnswerException {
      Cancellation.Registration registration = cancellation.onCancel(this::callOff);
      try {
        long left = Math.max(0, end - System.nanoTime());
        return XmlRpcReply.read(answer.get(left, TimeUnit.NANOSECONDS));
      } catch (XmlRpcReply.MalformedException unreadable) {
        throw new NoAnswerException(unreadable.getMessage());
      } catch (CancellationException enough) {
        throw new CancelledException();
      } catch (InterruptedException ending) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      } catch (TimeoutException late) {
        throw late();
      } catch (ExecutionException failed) {
        throw trouble(failed.getCause());
      } finally {
        registration.close();
        callOff();
      }
    }

    /** Waits no longer. One that has its answer stays as it is. */
    void callOff() {
      if (answer.cancel(false)) {
        exchange.callOff();
      }
    }

    private NoAnswerException late() {
      return new NoAnswerException("nothing came within " + limit.toSeconds() + " s");
    }

    private NoAnswerException trouble(Throwable cause) {
      if (cause instanceof ConnectException) {
        return new NoAnswerException("connection refused");
      }
      if (cause instanceof SocketTimeoutException) {
        return late();
      }
      String said = cause instanceof IOException ? cause.getMessage() : null;
      return new NoAnswerException(said == null ? "the connection broke" : said);
    }
  }
}
