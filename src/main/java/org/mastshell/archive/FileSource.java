package org.mastshell.archive;

import java.io.IOException;

/** Where the bytes of products come from. */
public interface FileSource {

  /**
   * Opens a file. Failures that may pass are tried again here, as the client's options say; what is
   * thrown is final. Until the reply is closed, the cancellation also cuts off the reading of its
   * body, at once and from any thread.
   *
   * @param dataUri which one, as the archive lists it
   * @param offset the first byte wanted; the reply says from where it really is
   * @param validator the {@code ETag} or {@code Last-Modified} that an earlier part had, so that
   *     parts of different files are never joined (RFC 9110, If-Range); may be empty
   * @throws ArchiveException if the archive refuses it: kind LOGIN where a login is needed (401,
   *     403), QUESTION where it does not exist (404), FAULT or UNREACHABLE otherwise
   * @throws IOException if the connection fails while bytes are read
   */
  FileReply open(String dataUri, long offset, String validator, Cancellation cancellation)
      throws IOException;
}
