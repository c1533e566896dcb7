package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Tells what a failed exchange amounts to. */
final class NetworkTrouble {
  private static final String ADVICE =
      "check the network, or try again later; `set server` shows where I ask";

  private NetworkTrouble() {}

  /**
   * What an exception of the network or the parser means.
   *
   * @throws CancelledException if the work was called off: the failure is only the consequence
   * @throws ArchiveException at once where another try is of no use
   */
  static TransientFailure of(
      String host, IOException failure, Deadline deadline, Cancellation cancellation) {
    cancellation.check();
    if (failure instanceof StreamConstraintsException) {
      throw new ArchiveException(
          ArchiveException.Kind.FAULT,
          "the archive at %s sent something too large or too deep to be an answer".formatted(host),
          "ask for less at a time, or try again later",
          failure);
    }
    if (failure instanceof JsonProcessingException) {
      return fault(host, "its answer is broken or breaks off", failure);
    }
    if (deadline.passed()) {
      throw deadline.exceeded(host, "the time is up", failure);
    }
    if (failure instanceof UnknownHostException) {
      return unreachable(host, "its address is unknown", 1, failure);
    }
    if (failure instanceof NoRouteToHostException) {
      return unreachable(host, "no way leads there", 1, failure);
    }
    if (failure instanceof ConnectException) {
      return unreachable(host, "connection refused", 2, failure);
    }
    if (failure instanceof SSLException) {
      return unreachable(host, "no secure connection: " + words(failure), 1, failure);
    }
    if (failure instanceof SocketTimeoutException) {
      return timedOut(host, failure);
    }
    return unreachable(host, "the connection was cut off", TransientFailure.AS_ALLOWED, failure);
  }

  /** The server's answer cannot be used; another one may be. */
  static TransientFailure fault(String host, String why, Throwable cause) {
    return new TransientFailure(
        new ArchiveException(
            ArchiveException.Kind.FAULT,
            "no usable answer from the archive at %s: %s".formatted(host, why),
            "try again later; it may be down for maintenance",
            cause));
  }

  /**
   * Whether the trouble may lie in the size of the question: a fault, no answer in time, or a
   * connection that broke after it was made. The archive resets connections of very large replies.
   */
  static boolean maySizeHelp(ArchiveException trouble) {
    return switch (trouble.kind()) {
      case FAULT, TIMEOUT -> true;
      case QUESTION, GONE, LOGIN -> false;
      case UNREACHABLE -> {
        Throwable cause = trouble.getCause();
        yield cause != null
            && !(cause instanceof UnknownHostException)
            && !(cause instanceof ConnectException)
            && !(cause instanceof NoRouteToHostException)
            && !(cause instanceof SSLException)
            && !isConnectTimeout(cause);
      }
    };
  }

  private static TransientFailure timedOut(String host, IOException failure) {
    if (isConnectTimeout(failure)) {
      return unreachable(host, "it does not take the connection", 1, failure);
    }
    return new TransientFailure(
        new ArchiveException(
            ArchiveException.Kind.TIMEOUT,
            "the archive at %s fell silent in the middle of an exchange".formatted(host),
            "try again later, or ask for less at a time; `set timeout 1200` waits longer",
            failure));
  }

  private static boolean isConnectTimeout(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return failure instanceof SocketTimeoutException
        && (message.contains("onnect timed out") || message.contains("ailed to connect"));
  }

  private static TransientFailure unreachable(
      String host, String why, int retries, IOException cause) {
    return new TransientFailure(
        new ArchiveException(
            ArchiveException.Kind.UNREACHABLE,
            "the archive at %s did not answer (%s)".formatted(host, why),
            ADVICE,
            cause),
        retries,
        null);
  }

  private static String words(IOException failure) {
    return ServerMessage.clean(failure.getMessage());
  }
}
