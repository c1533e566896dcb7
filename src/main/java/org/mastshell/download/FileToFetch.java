package org.mastshell.download;

import java.util.Objects;

/**
 * A product as the archive lists it. Every text comes from the archive and is not to be trusted.
 *
 * @param dataUri names the file to the archive
 * @param collection the mission ({@code obs_collection}); may be empty
 * @param obsId the observation that the file belongs to; may be empty
 * @param fileName the name it should get; may be empty
 * @param listedSize bytes as listed, or -1 where the list does not say
 * @param exclusive whether only some people may fetch it now, so that a login will be needed
 * @param version the version of the pipeline that made it ({@code prvversion}); may be empty
 * @param md5 the MD5 of its bytes as listed, in hexadecimal digits of either case; empty where the
 *     list has none
 * @param mayBeEmpty whether the list says that it has no bytes, which it also does of what it does
 *     not know
 */
public record FileToFetch(
    String dataUri,
    String collection,
    String obsId,
    String fileName,
    long listedSize,
    boolean exclusive,
    String version,
    String md5,
    boolean mayBeEmpty) {

  /** No part may be null. */
  public FileToFetch {
    Objects.requireNonNull(dataUri);
    Objects.requireNonNull(collection);
    Objects.requireNonNull(obsId);
    Objects.requireNonNull(fileName);
    Objects.requireNonNull(version);
    Objects.requireNonNull(md5);
  }

  /** A file that is not listed as empty. */
  public FileToFetch(
      String dataUri,
      String collection,
      String obsId,
      String fileName,
      long listedSize,
      boolean exclusive,
      String version) {
    this(dataUri, collection, obsId, fileName, listedSize, exclusive, version, "", false);
  }

  /** A file of which the list gives no version. */
  public FileToFetch(
      String dataUri,
      String collection,
      String obsId,
      String fileName,
      long listedSize,
      boolean exclusive) {
    this(dataUri, collection, obsId, fileName, listedSize, exclusive, "");
  }
}
