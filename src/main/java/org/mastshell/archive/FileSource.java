package org.mastshell.archive;

import java.io.IOException;
import java.util.Optional;

/** Where the bytes of products come from. */
@FunctionalInterface
public interface FileSource {
  /** From so many bytes on, what is here of a file is not given up to begin anew elsewhere. */
  long DEAR = 64L << 20;

  /**
   * Opens a file by one request; redirects are followed. Nothing is tried again here: how often and
   * when is for the download to decide. Until the reply is closed, the cancellation also cuts off
   * the reading of its body, at once and from any thread.
   *
   * @param dataUri which one, as the archive lists it
   * @param offset the first byte wanted; the reply says from where it really is
   * @param validator the {@code ETag} or {@code Last-Modified} that an earlier part had, so that
   *     parts of different files are never joined (RFC 9110, If-Range); may be empty
   * @throws ArchiveException if the archive refuses it for good: kind LOGIN where a login is needed
   *     (401, 403), GONE where it does not exist or exists no more (404, 410), FAULT otherwise
   * @throws FileTrouble if it may be had by another request
   * @throws IOException if the connection fails while bytes are read
   */
  FileReply open(String dataUri, long offset, String validator, Cancellation cancellation)
      throws IOException;

  /**
   * Opens a file if it is no longer the one that had these validators (RFC 9110, If-None-Match and
   * If-Modified-Since). A source that cannot tell sends it.
   *
   * @param entityTag its {@code ETag} then; may be empty
   * @param lastModified its {@code Last-Modified} then; may be empty
   * @return nothing if it is the same still
   */
  default Optional<FileReply> openIfChanged(
      String dataUri, String entityTag, String lastModified, Cancellation cancellation)
      throws IOException {
    return Optional.of(open(dataUri, 0, "", cancellation));
  }

  /**
   * Whether what a server there said of a file can be understood here: its validators, and so the
   * parts and files that came from there.
   *
   * @param place the {@link FileOrigin#place} of a file; empty where nobody knows
   */
  default boolean understands(String place) {
    return true;
  }

  /** The source to be asked about a file that came from there, or for more of it. */
  default FileSource goingOn(String place) {
    return this;
  }
}
