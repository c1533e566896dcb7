package org.mastshell.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.jline.reader.impl.history.DefaultHistory;
import org.mastshell.session.PrivateFolder;

/**
 * The history of lines: in a file that its owner alone can read, and without secrets. A file that
 * cannot be used is no reason to stop: the history is then kept in memory.
 */
final class PrivateHistory extends DefaultHistory {
  private final Path file;
  private String problem = "";

  PrivateHistory(Path file) {
    this.file = file;
  }

  Optional<String> problem() {
    return Optional.of(problem).filter(text -> !text.isEmpty());
  }

  @Override
  public void add(Instant time, String typed) {
    boolean afterLogin = false;
    for (String line : LogicalLines.of(typed).lines()) {
      // Who pastes a login together with other lines may have pasted the token as the next one.
      if (!afterLogin && !Secrets.mayHold(line)) {
        super.add(time, line);
      }
      afterLogin |= Secrets.isLogin(line);
    }
  }

  @Override
  public void load() {
    try {
      prepare();
      super.load();
    } catch (IOException | UncheckedIOException failure) {
      problem = reason(failure);
    }
  }

  @Override
  public void save() {
    try {
      super.save();
      problem = "";
    } catch (IOException | UncheckedIOException failure) {
      problem = reason(failure);
    }
  }

  private void prepare() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    PrivateFolder.make(folder);
    if (!Files.isWritable(folder)) {
      throw new AccessDeniedException(folder.toString());
    }
    PosixFileAttributeView permissions =
        Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (permissions != null && Files.exists(file)) {
      permissions.setPermissions(PosixFilePermissions.fromString("rw-------"));
    }
  }

  private String reason(Exception failure) {
    return "the history cannot be kept in "
        + file
        + ": "
        + failure.getClass().getSimpleName().replace("Exception", "")
        + (failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")");
  }
}
