package org.mastshell.demo;

import java.io.IOException;
import java.util.Locale;

/**
 * Serves the files of the public store by their paths, to everybody, as the archive's bucket does.
 * Previews are not in it, so that there are files which only the archive has.
 */
final class BucketEndpoint implements Endpoint {
  /** What the paths of the bucket begin with here. */
  static final String PREFIX = "/stpubdata";

  private final Archive archive;
  private final DownloadEndpoint files;

  BucketEndpoint(Archive archive, DownloadEndpoint files) {
    this.archive = archive;
    this.files = files;
  }

  /** Whether the bucket has a file. */
  static boolean has(Product product) {
    return !product.owner().isExclusive() && !product.fileName().endsWith(".jpg");
  }

  @Override
  public void answer(Call call) throws IOException {
    Product product = find(call.path().substring(PREFIX.length()));
    if (product == null) {
      call.sendText(404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>\n");
    } else {
      files.send(call, product);
    }
  }

  private Product find(String path) {
    String[] parts = path.split("/", -1);
    String mission = parts.length > 1 ? parts[1].toUpperCase(Locale.ROOT) : "";
    Product product = archive.byUri("mast:" + mission + "/product/" + parts[parts.length - 1]);
    boolean there = product != null && has(product);
    return there && PathLookupEndpoint.path(product).equals(path) ? product : null;
  }
}
