package org.mastshell.archive;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Files from the archive's public bucket, each from the archive itself where the bucket does not
 * give it. What was begun at one of the two is gone on with there, or, as long as little of it is
 * here, begun anew at the other.
 */
final class CloudFileSource implements FileSource {
  // So many failures in a row, whatever file it is, mean that the bucket is out of reach.
  private static final int HOPELESS = 3;
  // After so long it is asked again.
  private static final Duration PAUSE = Duration.ofSeconds(30);
  // A part that is here is worth asking for its rest more than once.
  private static final int MOST_PATIENCE = 2;

  private final FileSource bucket;
  private final FileSource archive;
  private final CloudPaths paths;
  private final boolean tellMissing;
  private final InstantSource clock;
  private final Map<String, Integer> starts = new ConcurrentHashMap<>();
  private final Map<String, Integer> troubles = new ConcurrentHashMap<>();
  private final AtomicInteger failuresInARow = new AtomicInteger();
  private volatile Instant lastFailure = Instant.MIN;

  /**
   * @param bucket the files whose paths are known
   * @param tellMissing whether it is remarked on files that the bucket does not have
   */
  CloudFileSource(
      FileSource bucket,
      FileSource archive,
      CloudPaths paths,
      boolean tellMissing,
      InstantSource clock) {
    this.bucket = bucket;
    this.archive = archive;
    this.paths = paths;
    this.tellMissing = tellMissing;
    this.clock = clock;
  }

  @Override
  public FileReply open(String dataUri, long offset, String validator, Cancellation cancellation)
      throws IOException {
    String why = obstacle(dataUri, offset);
    if (why == null) {
      try {
        FileReply reply = bucket.open(dataUri, offset, validator, cancellation);
        failuresInARow.set(0);
        return reply;
      } catch (ArchiveException refusal) {
        if (offset >= DEAR && refusal.kind() != ArchiveException.Kind.GONE) {
          throw kept(reason(refusal), offset, refusal);
        }
        why = reason(refusal);
      } catch (FileTrouble trouble) {
        if (trouble.reason() == FileTrouble.Reason.RANGE) {
          throw trouble;
        }
        failuresInARow.incrementAndGet();
        lastFailure = clock.instant();
        if (offset >= DEAR) {
          throw trouble;
        }
        if (offset > 0 && troubles.merge(dataUri, 1, Integer::sum) <= MOST_PATIENCE) {
          throw trouble;
        }
        why = "the cloud does not send it: " + ofBucket(trouble.getMessage());
      }
    }
    if (offset >= DEAR && isLeftAlone()) {
      throw kept(why, offset, null);
    }
    cancellation.check();
    FileReply reply = archive.open(dataUri, 0, "", cancellation);
    return why.isEmpty() ? reply : reply.remarking("from the archive: " + why);
  }

  @Override
  public Optional<FileReply> openIfChanged(
      String dataUri, String entityTag, String lastModified, Cancellation cancellation)
      throws IOException {
    if (paths.key(dataUri).isEmpty()) {
      throw notInCloud();
    }
    try {
      return bucket.openIfChanged(dataUri, entityTag, lastModified, cancellation);
    } catch (ArchiveException refusal) {
      // The archive may have it all the same.
      throw refusal.kind() == ArchiveException.Kind.GONE ? notInCloud() : refusal;
    }
  }

  private static ArchiveException notInCloud() {
    return new ArchiveException(
        ArchiveException.Kind.QUESTION,
        "it came from the cloud, which does not have it any more",
        "download --existing overwrite fetches it anew");
  }

  @Override
  public FileSource goingOn(String place) {
    return place.equals(FileOrigin.CLOUD) ? this : archive;
  }

  /** Why the bucket is not asked; null if it is. */
  private String obstacle(String dataUri, long offset) {
    if (paths.key(dataUri).isEmpty()) {
      return tellMissing && paths.isMissing(dataUri) ? "the cloud does not have it" : "";
    }
    if (isLeftAlone()) {
      return "the cloud does not answer";
    }
    // Begun there before and not accepted: it is not going to be better.
    boolean again = offset == 0 && starts.merge(dataUri, 1, Integer::sum) > 1;
    return again ? "the cloud did not send it whole" : null;
  }

  private boolean isLeftAlone() {
    return failuresInARow.get() >= HOPELESS && clock.instant().isBefore(lastFailure.plus(PAUSE));
  }

  // Only there can it be gone on with, and too much of it is here to begin anew.
  private static FileTrouble kept(String why, long bytes, Throwable cause) {
    return new FileTrouble(
        FileTrouble.Reason.OTHER,
        new ArchiveException(
            ArchiveException.Kind.UNREACHABLE,
            why + ", and " + bytes + " bytes of it that came from there are kept",
            "type the same again later",
            cause),
        null);
  }

  // Whoever asks takes every server for the archive.
  private static String ofBucket(String trouble) {
    return trouble.replace("the archive at ", "the bucket at ");
  }

  private static String reason(ArchiveException refusal) {
    return switch (refusal.kind()) {
      case GONE -> "the cloud has no such file";
      case LOGIN -> "the cloud does not give it to everybody";
      default -> "the cloud did not send it: " + ofBucket(refusal.getMessage());
    };
  }
}
