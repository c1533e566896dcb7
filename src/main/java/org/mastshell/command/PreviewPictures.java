package org.mastshell.command;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.MissionUri;
import org.mastshell.chart.Pictures;
import org.mastshell.chart.Raster;
import org.mastshell.output.CleanText;

/** Fetches the pictures that the archive has made of observations. */
final class PreviewPictures {
  private static final int LARGEST_FILE = 32 << 20;

  private final ArchiveAccess archive;
  private final Optional<LoginPrompt> login;

  /**
   * @param archive who has the pictures
   * @param login asks for a token where a picture is exclusive; empty if nobody is to be asked
   */
  PreviewPictures(ArchiveAccess archive, Optional<LoginPrompt> login) {
    this.archive = archive;
    this.login = login;
  }

  /** A row and where its picture is; empty if it has none. */
  record Wanted(int row, String name, Optional<String> uri) {}

  /** A picture that is here. */
  static final class Fetched {
    private final Wanted of;
    private final byte[] file;
    private final Raster picture;

    Fetched(Wanted of, byte[] file, Raster picture) {
      this.of = of;
      this.file = file;
      this.picture = picture;
    }

    /** Of which row. */
    Wanted of() {
      return of;
    }

    /** As the archive has it; not to be changed. */
    byte[] file() {
      return file;
    }

    /** Its pixels. */
    Raster picture() {
      return picture;
    }
  }

  /** Why there is no picture. */
  static final class MissingPicture extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;
    private final boolean unanswered;

    MissingPicture(ExitCode code, boolean unanswered, String why) {
      super(why);
      this.code = code;
      this.unanswered = unanswered;
    }

    /** How a script would end for it. */
    ExitCode code() {
      return code;
    }

    /** Whether the archive gave no answer at all, so that it will hardly give the next picture. */
    boolean unanswered() {
      return unanswered;
    }
  }

  /**
   * Fetches a picture.
   *
   * @param known those that were fetched before, by their URI; a new one is added
   * @throws MissingPicture if it cannot be had
   */
  Fetched fetch(Wanted wanted, Map<String, Fetched> known, Work work) throws MissingPicture {
    if (wanted.uri().isEmpty()) {
      throw new MissingPicture(ExitCode.FAILED, false, "the archive lists none");
    }
    String uri = wanted.uri().get();
    boolean given = uri.regionMatches(true, 0, "mast:", 0, "mast:".length());
    if (!given && MissionUri.read(uri).isEmpty()) {
      throw new MissingPicture(
          ExitCode.FAILED,
          false,
          "it is not in the archive's download service but at " + CleanText.oneLine(uri));
    }
    Fetched before = known.get(uri);
    if (before != null) {
      return new Fetched(wanted, before.file, before.picture);
    }
    byte[] file = file(uri, work);
    try {
      Fetched fetched = new Fetched(wanted, file, Pictures.read(file));
      known.put(uri, fetched);
      return fetched;
    } catch (IOException unreadable) {
      throw new MissingPicture(ExitCode.ARCHIVE, false, unreadable.getMessage());
    }
  }

  /**
   * Reads a picture that came as a cutout.
   *
   * @param row of the set that it is of
   * @throws MissingPicture if it is not there, or is none
   */
  Fetched read(int row, LocalCutout cutout) throws MissingPicture {
    Optional<String> why = cutout.whyNotShown();
    if (why.isPresent()) {
      throw new MissingPicture(ExitCode.FAILED, false, why.get());
    }
    try {
      byte[] file = cutout.read();
      Wanted wanted = new Wanted(row, cutout.name(), Optional.of(cutout.path().toString()));
      return new Fetched(wanted, file, Pictures.read(file));
    } catch (IOException unreadable) {
      throw new MissingPicture(ExitCode.FAILED, false, unreadable.getMessage());
    }
  }

  private byte[] file(String uri, Work work) throws MissingPicture {
    try {
      return fetched(uri, work);
    } catch (ArchiveException refused) {
      if (refused.kind() != ArchiveException.Kind.LOGIN
          || login.isEmpty()
          || !work.console().interactive()) {
        throw missing(refused);
      }
    }
    work.say("this preview is exclusive");
    login.get().ask(work);
    try {
      return fetched(uri, work);
    } catch (ArchiveException again) {
      throw missing(again);
    }
  }

  private byte[] fetched(String uri, Work work) {
    try (Watch watch = work.watch("fetching the preview")) {
      return archive
          .client(work.session().settings())
          .smallFile(uri, LARGEST_FILE, watch, work.cancellation());
    }
  }

  private static MissingPicture missing(ArchiveException refused) {
    ExitCode code =
        switch (refused.kind()) {
          case LOGIN -> ExitCode.LOGIN;
          case QUESTION, GONE -> ExitCode.FAILED;
          default -> ExitCode.ARCHIVE;
        };
    boolean unanswered =
        refused.kind() == ArchiveException.Kind.UNREACHABLE
            || refused.kind() == ArchiveException.Kind.TIMEOUT;
    return new MissingPicture(code, unanswered, refused.getMessage());
  }
}
