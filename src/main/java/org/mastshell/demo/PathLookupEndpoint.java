package org.mastshell.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Tells where files lie in the archive's public store; at most 40 a request. */
final class PathLookupEndpoint implements Endpoint {
  private static final int MOST = 40;

  private final Archive archive;

  PathLookupEndpoint(Archive archive) {
    this.archive = archive;
  }

  @Override
  public void answer(Call call) throws IOException {
    List<String> uris = call.parameters().all("uri");
    if (uris.size() > MOST) {
      call.sendText(414, "text/plain", "At most " + MOST + " files a request.\n");
      return;
    }
    ObjectNode reply = Json.mapper().createObjectNode();
    for (String uri : uris) {
      Product product = archive.byUri(uri);
      ObjectNode entry = reply.putObject(uri);
      boolean kept =
          product != null && (product.owner().isExclusive() || BucketEndpoint.has(product));
      entry.put("status_code", kept ? 200 : 404);
      entry.put("path", kept ? path(product) : null);
    }
    call.sendText(200, "application/json", Json.mapper().writeValueAsString(reply));
  }

  /** Where a file would lie in the store, with a slash before it. */
  static String path(Product product) {
    Observation owner = product.owner();
    String mission = owner.text("obs_collection").toLowerCase(Locale.ROOT);
    String folder = owner.obsId().toLowerCase(Locale.ROOT);
    String rights = owner.isExclusive() ? "/private/" : "/public/";
    String group = folder.substring(0, Math.min(4, folder.length()));
    return "/" + mission + rights + group + "/" + folder + "/" + product.fileName();
  }
}
