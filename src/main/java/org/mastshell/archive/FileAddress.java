package org.mastshell.archive;

import java.net.URI;

/** Where the archive gives out a file. */
public final class FileAddress {
  private static final String PATH = "/api/v0.1/Download/file?uri=";

  private FileAddress() {}

  /** The path and query below the archive's address. */
  static String path(String dataUri) {
    return MissionUri.read(dataUri)
        .map(uri -> MissionAddress.file(uri.mission(), uri.product()))
        .orElseGet(() -> PATH + PercentEncoding.encode(dataUri));
  }

  /**
   * The address for a browser or another program.
   *
   * @param server the archive's own address
   * @param dataUri the file's name in the archive, as {@code mast:JWST/product/…}
   */
  public static String of(URI server, String dataUri) {
    return server.toString().replaceFirst("/+$", "") + path(dataUri);
  }
}
