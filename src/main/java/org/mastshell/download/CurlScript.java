package org.mastshell.download;

import java.nio.file.Path;
import java.util.List;

/**
 * Saves the script that the archive writes for fetching files with curl. The archive's own script
 * asks for a token when it is run, so none needs to be in it, and none may be.
 */
public final class CurlScript {
  private static final int SHORTEST_TOKEN = 8;

  private CurlScript() {}

  /**
   * Saves a script, executable for who may read it.
   *
   * @param text the script as the archive sent it
   * @param file where it goes; if there is a file already, a number is added to its name
   * @param token the token of the session, which must not be in the script; may be empty
   * @return where it is
   * @throws DownloadException if it is no script, holds the token, or cannot be written
   */
  public static Path save(String text, Path file, String token) {
    if (!text.startsWith("#!")) {
      throw new DownloadException(
          "the archive sent something that is no script",
          "try again, or type download to fetch the files here",
          null);
    }
    if (token.strip().length() >= SHORTEST_TOKEN && text.contains(token.strip())) {
      throw new DownloadException(
          "the archive's script holds your token, so it is not saved",
          "type logout and try again: a script made without a login asks for the token when run",
          null);
    }
    return ScriptFile.saveBeside(List.of(text), file).get(0);
  }
}
