package org.mastshell.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The invoke service: reads a request and answers as its service says, with status 200 always. */
final class InvokeEndpoint implements Endpoint {
  private static final String JSON = "application/json; charset=utf-8";
  private static final int BUFFER = 64 * 1024;

  private final CaomServices caom;
  private final KeywordServices keywords;
  private final CatalogServices catalogs;
  private final Facets facets;
  private final NameLookup names;
  private final PollGate polls;

  InvokeEndpoint(Archive archive, FileContents files, NameCatalog names, PollGate polls) {
    this.caom = new CaomServices(archive, files);
    this.keywords = new KeywordServices(archive, files);
    this.catalogs = new CatalogServices(archive);
    this.facets = new Facets(archive);
    this.names = new NameLookup(names);
    this.polls = polls;
  }

  @Override
  public void answer(Call call) throws IOException {
    String body = call.parameters().first("request");
    try {
      MashupRequest request = MashupRequest.parse(body);
      String service = request.service().toLowerCase(Locale.ROOT);
      if (service.equals("mast.name.lookup")) {
        names.answer(call, request.params());
        return;
      }
      double done = polls.ask(body);
      if (done < 1) {
        write(call, generator -> writeExecuting(generator, done));
      } else if (service.equals("mast.caom.all")) {
        write(call, facets::write);
      } else if (service.equals(CatalogServices.SUMMARY)) {
        write(call, catalogs::write);
      } else {
        TableReply reply = reply(service, request);
        write(call, generator -> reply.write(generator, request));
      }
    } catch (MashupException e) {
      write(call, generator -> writeError(generator, e.getMessage()));
    }
  }

  private TableReply reply(String service, MashupRequest request) throws MashupException {
    if (KeywordServices.has(service)) {
      return keywords.reply(service, request.params());
    }
    return CatalogServices.has(service)
        ? catalogs.reply(service, request)
        : caom.reply(service, request);
  }

  private interface Body {
    void write(JsonGenerator generator) throws IOException;
  }

  private void write(Call call, Body body) throws IOException {
    try (OutputStream stream = new BufferedOutputStream(call.stream(200, JSON), BUFFER);
        JsonGenerator generator = Json.mapper().createGenerator(stream)) {
      body.write(generator);
    }
  }

  private static void writeExecuting(JsonGenerator json, double done) throws IOException {
    json.writeStartObject();
    json.writeStringField("status", "EXECUTING");
    json.writeStringField("msg", "");
    json.writeNumberField("percent complete", done);
    json.writeEndObject();
  }

  private static void writeError(JsonGenerator json, String message) throws IOException {
    json.writeStartObject();
    json.writeStringField("status", "ERROR");
    json.writeStringField("msg", message);
    json.writeEndObject();
  }
}
