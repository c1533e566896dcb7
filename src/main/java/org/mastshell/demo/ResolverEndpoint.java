package org.mastshell.demo;

import java.io.IOException;
import java.util.List;

/**
 * The name resolver itself, which takes up to thirty names at once. It gives the position of the
 * first catalogue that knows a name, of the one asked for, or of all.
 */
final class ResolverEndpoint implements Endpoint {
  private static final int MOST = 30;

  private final NameCatalog names;

  ResolverEndpoint(NameCatalog names) {
    this.names = names;
  }

  @Override
  public void answer(Call call) throws IOException {
    Parameters parameters = call.parameters();
    List<String> asked = parameters.all("name");
    if (asked.isEmpty() || asked.size() > MOST) {
      call.sendText(400, "text/plain", "One to " + MOST + " names a request.\n");
      return;
    }
    String resolver = parameters.first("resolver");
    boolean all = "true".equalsIgnoreCase(parameters.first("resolveAll"));
    NameReply reply = new NameReply();
    for (String name : asked) {
      names.find(name).stream()
          .filter(place -> resolver == null || place.resolver().equalsIgnoreCase(resolver))
          .limit(all ? Long.MAX_VALUE : 1)
          .forEach(place -> reply.add(name, place));
    }
    call.sendText(200, "application/json; charset=utf-8", reply.text());
  }
}
