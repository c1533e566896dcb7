package org.mastshell.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/** Fetches a whole file into memory, if it is small enough. */
final class SmallFile {
  private static final int PIECE = 1 << 14;
  private static final int MOST_RETRIES = 2;

  private final FileSource source;
  private final String host;
  private final int most;
  private final Progress progress;

  /**
   * @param host for messages
   * @param most bytes
   * @param progress is told the bytes received
   */
  SmallFile(FileSource source, String host, int most, Progress progress) {
    this.source = source;
    this.host = host;
    this.most = most;
    this.progress = progress;
  }

  byte[] fetch(String dataUri, Retries retries, Deadline deadline, Cancellation cancellation) {
    return retries.run(
        () -> {
          try (FileReply reply = source.open(dataUri, 0, "", cancellation)) {
            return read(reply);
          } catch (FileTrouble trouble) {
            // A person waits for it.
            throw new TransientFailure(
                (ArchiveException) trouble.getCause(),
                Math.min(MOST_RETRIES, trouble.retries()),
                trouble.retryAfter().orElse(null));
          } catch (IOException failure) {
            throw NetworkTrouble.of(host, failure, deadline, cancellation);
          }
        },
        deadline,
        cancellation);
  }

  private byte[] read(FileReply reply) throws IOException {
    if (reply.length() > most) {
      throw tooLarge();
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    int read = reply.body().read(piece);
    while (read >= 0) {
      file.write(piece, 0, read);
      if (file.size() > most) {
        throw tooLarge();
      }
      progress.update(new Progress.Step(file.size(), Math.max(0, reply.length()), "bytes", ""));
      read = reply.body().read(piece);
    }
    if (reply.length() >= 0 && file.size() < reply.length()) {
      throw new IOException("the file is cut off");
    }
    return file.toByteArray();
  }

  private ArchiveException tooLarge() {
    return new ArchiveException(
        ArchiveException.Kind.FAULT,
        String.format(Locale.ROOT, "the file is larger than %d MB", most >> 20),
        "`download` fetches files of any size");
  }
}
