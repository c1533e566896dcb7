package org.mastshell.archive;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** Files by HTTP from one server: the archive's download service, or its public bucket. */
final class HttpFileSource implements FileSource {
  private static final Pattern PACKED = Pattern.compile("(?i)\\.(gz|tgz)$");

  private static final int NOT_MODIFIED = 304;
  private static final int NO_SUCH_RANGE = 416;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  private final Transport transport;
  private final ClientOptions options;
  private final String place;
  private final Function<String, HttpUrl> addresses;

  /**
   * @param place what {@link FileOrigin} calls the server
   * @param addresses where a file is, by its data URI
   */
  HttpFileSource(
      Transport transport,
      ClientOptions options,
      String place,
      Function<String, HttpUrl> addresses) {
    this.transport = transport;
    this.options = options;
    this.place = place;
    this.addresses = addresses;
  }

  /** The archive's download service. */
  static HttpFileSource ofArchive(Transport transport, ClientOptions options) {
    return new HttpFileSource(
        transport, options, FileOrigin.ARCHIVE, uri -> address(transport, uri));
  }

  /** Where the download service has a file. */
  static HttpUrl address(Transport transport, String dataUri) {
    return transport.url(FileAddress.path(dataUri));
  }

  @Override
  public boolean understands(String other) {
    // Before there was another one, all files were the archive's.
    return other.equals(place) || (other.isEmpty() && place.equals(FileOrigin.ARCHIVE));
  }

  @Override
  public FileReply open(String dataUri, long offset, String validator, Cancellation cancellation)
      throws IOException {
    Request.Builder request = request(dataUri);
    if (offset > 0 && !isWeak(validator)) {
      request.header("Range", "bytes=" + offset + "-");
      if (!validator.isEmpty()) {
        request.header("If-Range", validator);
      }
    }
    return send(request.build(), dataUri, cancellation)
        .orElseThrow(() -> new ProtocolException("unchanged, though nothing was said to be here"));
  }

  @Override
  public Optional<FileReply> openIfChanged(
      String dataUri, String entityTag, String lastModified, Cancellation cancellation)
      throws IOException {
    Request.Builder request = request(dataUri);
    if (!entityTag.isEmpty()) {
      request.header("If-None-Match", entityTag);
    }
    if (!lastModified.isEmpty()) {
      request.header("If-Modified-Since", lastModified);
    }
    return send(request.build(), dataUri, cancellation);
  }

  private Request.Builder request(String dataUri) {
    return new Request.Builder()
        .url(addresses.apply(dataUri))
        .header("User-Agent", ArchiveClient.USER_AGENT)
        .header("Accept", "*/*")
        // Unpacked on the way, a file would have no length and no place to go on from.
        .header("Accept-Encoding", "identity");
  }

  /** The reply, or nothing where the archive says that the file is unchanged. */
  private Optional<FileReply> send(Request request, String dataUri, Cancellation cancellation)
      throws IOException {
    cancellation.check();
    Deadline deadline = Deadline.in(options.timeout());
    try {
      return reply(request, dataUri, deadline, cancellation);
    } catch (TransientFailure failure) {
      throw FileTrouble.of(FileTrouble.Reason.OTHER, failure);
    } catch (FileTrouble known) {
      throw known;
    } catch (IOException failure) {
      throw FileTrouble.of(FileTrouble.Reason.OTHER, trouble(failure, deadline, cancellation));
    }
  }

  private TransientFailure trouble(
      IOException failure, Deadline deadline, Cancellation cancellation) {
    try {
      return NetworkTrouble.of(transport.host(), failure, deadline, cancellation);
    } catch (ArchiveException late) {
      // The time of one request is up, not that of the file.
      return new TransientFailure(late);
    }
  }

  private Optional<FileReply> reply(
      Request request, String dataUri, Deadline deadline, Cancellation cancellation)
      throws IOException, TransientFailure {
    Exchange exchange = transport.open(request, Transport.Manner.FILE, deadline, cancellation);
    boolean given = false;
    try {
      if (exchange.response().code() == NOT_MODIFIED) {
        return Optional.empty();
      }
      check(exchange.response(), dataUri);
      FileReply reply = FileReplies.of(exchange, cancellation, transport.host(), place);
      given = true;
      return Optional.of(reply);
    } finally {
      if (!given) {
        exchange.close();
      }
    }
  }

  private void check(Response response, String dataUri) throws IOException, TransientFailure {
    int code = response.code();
    if (code == 404 || code == 410) {
      throw new ArchiveException(
          ArchiveException.Kind.GONE,
          "the archive has no file " + ServerMessage.clean(dataUri),
          "it may have been replaced: list the products again");
    }
    if (code == NO_SUCH_RANGE) {
      throw FileTrouble.of(
          FileTrouble.Reason.RANGE,
          NetworkTrouble.fault(transport.host(), "nothing of the file lies beyond the part", null));
    }
    try {
      new Statuses(transport.host()).check(response);
    } catch (TransientFailure failure) {
      boolean busy = code == TOO_MANY || code == UNAVAILABLE;
      throw FileTrouble.of(busy ? FileTrouble.Reason.BUSY : FileTrouble.Reason.OTHER, failure);
    }
    if (code != 200 && code != 206) {
      throw NetworkTrouble.fault(transport.host(), "no file but status " + code, null);
    }
    String encoding = Optional.ofNullable(response.header("Content-Encoding")).orElse("identity");
    // Some servers give a file that is itself packed by gzip that label.
    boolean packedByItself =
        encoding.strip().equalsIgnoreCase("gzip") && PACKED.matcher(dataUri).find();
    if (!packedByItself && !encoding.strip().equalsIgnoreCase("identity")) {
      // Neither the bytes nor the length would be those of the file.
      throw NetworkTrouble.fault(
          transport.host(),
          "the file came packed (" + ServerMessage.clean(encoding) + "), which was not asked for",
          null);
    }
    String type = Optional.ofNullable(response.header("Content-Type")).orElse("");
    if (WebPage.isInPlaceOf(dataUri, type, new byte[0], 0)) {
      throw NetworkTrouble.fault(transport.host(), "a web page came in place of the file", null);
    }
  }

  // A weak validator cannot tell that parts belong together (RFC 9110, section 13.1.5).
  private static boolean isWeak(String validator) {
    return validator.startsWith("W/");
  }
}
