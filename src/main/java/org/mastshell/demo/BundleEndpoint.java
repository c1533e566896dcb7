package org.mastshell.demo;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers with a shell script that fetches the files of the repeated parameter {@code uri}. */
final class BundleEndpoint implements Endpoint {
  private final Archive archive;

  BundleEndpoint(Archive archive) {
    this.archive = archive;
  }

  @Override
  public void answer(Call call) throws IOException {
    List<String> uris = call.parameters().all("uri");
    if (uris.isEmpty()) {
      call.sendText(400, "text/plain", "The parameter uri is missing.\n");
      return;
    }
    Map<String, Product> files = new LinkedHashMap<>();
    uris.forEach(uri -> files.put(uri, archive.byUri(uri)));
    BundleScript script = new BundleScript(call.origin(), Visitor.of(call));
    call.replyHeaders()
        .set("Content-Disposition", "attachment; filename=\"" + BundleScript.FOLDER + ".sh\"");
    call.sendText(200, "text/x-shellscript; charset=utf-8", script.text(files));
  }
}
