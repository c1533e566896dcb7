package org.mastshell.archive;

import java.net.URI;
import okhttp3.HttpUrl;

/** The addresses of files in the archive's public bucket. */
final class Bucket {
  private Bucket() {}

  /** Its files; only those with a path there may be asked for. */
  static HttpFileSource files(
      Transport transport, URI endpoint, ClientOptions options, CloudPaths paths) {
    String folder = endpoint.getPath() == null ? "" : endpoint.getPath().replaceAll("^/+|/+$", "");
    return new HttpFileSource(
        transport,
        options,
        FileOrigin.CLOUD,
        uri -> address(transport.url("/"), folder, paths.key(uri).orElseThrow()));
  }

  // Each part on its own is encoded by the library, so that none can lead out of the bucket.
  private static HttpUrl address(HttpUrl root, String folder, CloudKey key) {
    HttpUrl.Builder address = root.newBuilder();
    if (!folder.isEmpty()) {
      address.addPathSegments(folder);
    }
    key.parts().forEach(address::addPathSegment);
    return address.build();
  }
}
