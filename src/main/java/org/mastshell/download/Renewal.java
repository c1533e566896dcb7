package org.mastshell.download;

import java.io.IOException;
import java.util.Optional;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.FileReply;
import org.mastshell.archive.FileSource;

/** Asks for a file that is here only if the archive has another one by now, by one request. */
final class Renewal {
  private final FileSource source;
  private final Validator known;

  /**
   * @param known what the server said of the file that is here
   */
  Renewal(FileSource source, Validator known) {
    this.source = source.goingOn(known.place());
    this.known = known;
  }

  /** The other file, to be closed by the caller; nothing if it is the same still. */
  Optional<FileReply> open(String dataUri, Cancellation cancellation) throws IOException {
    Optional<FileReply> reply =
        source.openIfChanged(dataUri, known.entityTag(), known.lastModified(), cancellation);
    if (reply.isPresent() && Validator.of(reply.get()).confirms(known)) {
      // Not every server knows the question.
      reply.get().close();
      return Optional.empty();
    }
    return reply;
  }
}
