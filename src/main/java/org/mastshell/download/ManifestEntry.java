package org.mastshell.download;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * What is written down about one file.
 *
 * @param path where it is, relative to the manifest's folder, parts separated by {@code /}
 * @param uri what it is to the archive
 * @param status how its transfer ended
 * @param bytes its size, or what came of it
 * @param listedSize the size as the archive lists it, or -1
 * @param message a note or a reason; may be empty
 * @param sha256 the hash of its bytes in hexadecimal; empty if it was not computed
 * @param time when that was
 * @param version the version that the archive listed ({@code prvversion}); may be empty
 * @param validator what the server said to tell it from other states of the file
 * @param tries how many requests were made for it
 * @param seconds how long it took since its first request, waits between tries included
 */
public record ManifestEntry(
    String path,
    String uri,
    FileOutcome.Status status,
    long bytes,
    long listedSize,
    String message,
    String sha256,
    Instant time,
    String version,
    Validator validator,
    int tries,
    double seconds) {

  /** No part may be null. */
  public ManifestEntry {
    Objects.requireNonNull(path);
    Objects.requireNonNull(uri);
    Objects.requireNonNull(status);
    Objects.requireNonNull(message);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(time);
    Objects.requireNonNull(version);
    Objects.requireNonNull(validator);
  }

  /** An entry as manifests had them before versions were kept. */
  public ManifestEntry(
      String path,
      String uri,
      FileOutcome.Status status,
      long bytes,
      long listedSize,
      String message,
      String sha256,
      Instant time) {
    this(path, uri, status, bytes, listedSize, message, sha256, time, "", Validator.none(), 0, 0);
  }

  /** Whether it says that the file is whole on the disk. */
  public boolean isWhole() {
    return status == FileOutcome.Status.COMPLETE
        || status == FileOutcome.Status.SKIPPED
        || status == FileOutcome.Status.GONE;
  }

  /** Whether it vouches for the bytes: they were fetched and checked, not only found. */
  public boolean isFetched() {
    return status == FileOutcome.Status.COMPLETE;
  }

  /** Whether both speak of the same fetch, whatever has been said of it since. */
  boolean isOfTheSameFetch(ManifestEntry other) {
    return saying("").equals(other.saying(""));
  }

  /** The same with another message. */
  ManifestEntry saying(String other) {
    return new ManifestEntry(
        path,
        uri,
        status,
        bytes,
        listedSize,
        other,
        sha256,
        time,
        version,
        validator,
        tries,
        seconds);
  }

  /**
   * What is to be written down when this comes after an earlier entry for the same path: after it
   * in the order in which they were written, since clocks differ and are set back. A file that was
   * whole before stays whole when a later try to fetch it fails, or the archive has it no more: its
   * bytes were not touched. And what was only found says nothing against what was fetched.
   */
  ManifestEntry after(ManifestEntry earlier) {
    boolean same = earlier.isWhole() && earlier.uri.equals(uri) && bytes == earlier.bytes;
    if (status == FileOutcome.Status.SKIPPED && (same || earlier.isFetched())) {
      return earlier;
    }
    if (status == FileOutcome.Status.GONE && earlier.isWhole()) {
      String said = message + "; asked " + LocalDate.ofInstant(time, ZoneOffset.UTC);
      return earlier.saying(Presence.joined(said, Doubt.in(earlier.message)));
    }
    if (earlier.isWhole() && !isWhole()) {
      String said = "a later try failed" + (message.isEmpty() ? "" : ": " + message);
      return earlier.saying(Presence.joined(said, Doubt.in(earlier.message)));
    }
    return this;
  }
}
