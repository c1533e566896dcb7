package org.mastshell.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The bytes of a file as the archive sends them. To be closed by who asked for it.
 *
 * @param body the bytes from {@code offset} on
 * @param offset the place in the file of the first byte, 0 unless a part was asked for and given
 * @param end the place after the last byte that the reply says to hold, or -1
 * @param length the length of the whole file in bytes as the reply states it, or -1
 * @param entityTag the validator {@code ETag}, if the server gives one
 * @param lastModified the header of that name, if the server gives one
 * @param contentType the media type, empty if none is given
 * @param endsByClosing whether only the end of the connection says where the body ends, so that one
 *     that is cut looks like a whole one
 * @param origin which server sent it
 * @param repeats how often the request was sent again before, unasked, since a connection that had
 *     been used before turned out to have gone away
 */
public record FileReply(
    InputStream body,
    long offset,
    long end,
    long length,
    Optional<String> entityTag,
    Optional<String> lastModified,
    String contentType,
    boolean endsByClosing,
    FileOrigin origin,
    int repeats)
    implements AutoCloseable {

  /** A reply that goes to the end of the file, and whose own end can be told. */
  public FileReply(
      InputStream body,
      long offset,
      long length,
      Optional<String> entityTag,
      Optional<String> lastModified,
      String contentType) {
    this(
        body,
        offset,
        length,
        length,
        entityTag,
        lastModified,
        contentType,
        false,
        FileOrigin.unknown(),
        0);
  }

  /** The same with a remark on where it comes from. */
  FileReply remarking(String remark) {
    return new FileReply(
        body,
        offset,
        end,
        length,
        entityTag,
        lastModified,
        contentType,
        endsByClosing,
        new FileOrigin(origin.place(), remark),
        repeats);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
