package org.mastshell.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks a demo archive as a client would, without any code of the client. */
final class DemoClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI url;

  DemoClient(DemoArchive archive) {
    this.url = archive.url();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpResponse<byte[]> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    builder.header("Content-Type", "application/x-www-form-urlencoded");
    if (headers.length > 0) {
      builder.headers(headers);
    }
    return http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, null, headers);
  }

  HttpResponse<byte[]> file(String uri, String... headers)
      throws IOException, InterruptedException {
    return get("/api/v0.1/Download/file?uri=" + encode(uri), headers);
  }

  JsonNode json(HttpResponse<byte[]> reply) throws IOException {
    return json.readTree(reply.body());
  }

  /** Sends the request object as the form parameter request. */
  JsonNode invoke(String request) throws IOException, InterruptedException {
    HttpResponse<byte[]> reply = send("POST", "/api/v0/invoke", "request=" + encode(request));
    if (reply.statusCode() != 200) {
      throw new IOException("status " + reply.statusCode());
    }
    return json(reply);
  }

  JsonNode service(String service, String params) throws IOException, InterruptedException {
    return invoke(
        "{\"service\": \"%s\", \"params\": %s, \"format\": \"json\", \"pagesize\": 50000}"
            .formatted(service, params));
  }

  /** The result of a filtered query with these filters, an array in JSON. */
  JsonNode filtered(String filters) throws IOException, InterruptedException {
    return service("Mast.Caom.Filtered", "{\"columns\": \"*\", \"filters\": " + filters + "}");
  }

  JsonNode products(String obsids) throws IOException, InterruptedException {
    return service("Mast.Caom.Products", "{\"obsid\": \"" + obsids + "\"}");
  }

  static List<String> column(JsonNode reply, String name) {
    List<String> values = new ArrayList<>();
    reply.path("data").forEach(row -> values.add(row.path(name).asText()));
    return values;
  }

  static List<String> fieldNames(JsonNode reply) {
    List<String> names = new ArrayList<>();
    reply.path("fields").forEach(field -> names.add(field.path("name").asText()));
    return names;
  }
}
