package org.mastshell.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Tells the visitor whom the archive takes them for; a wrong token makes them anonymous. */
final class WhoAmIEndpoint implements Endpoint {

  @Override
  public void answer(Call call) throws IOException {
    boolean known = Visitor.of(call).authorized();
    ObjectNode reply = Json.mapper().createObjectNode();
    reply.put("eppn", known ? "demo@example.org" : "");
    reply.put("ezid", known ? "demo" : "anonymous");
    ObjectNode attributes = reply.putObject("attrib");
    if (known) {
      attributes.put("uuid", "00000000-0000-0000-0000-000000000000");
      attributes.put("first_name", "Demo");
      attributes.put("last_name", "Astronomer");
      attributes.put("display_name", "Demo Astronomer");
      attributes.put("internal", "0");
      attributes.put("email", "demo@example.org");
      attributes.put("Jwstcalengdataaccess", "false");
    }
    reply.put("anon", !known);
    ArrayNode scopes = reply.putArray("scopes");
    if (known) {
      scopes.add("mast:user:info").add("mast:exclusive_access");
    }
    reply.putNull("session");
    reply.put("token", known ? DemoArchive.TEST_TOKEN.substring(0, 8) + "..." : null);
    call.sendText(200, "application/json", Json.mapper().writeValueAsString(reply));
  }
}
