package org.mastshell.demo;

import java.io.IOException;
import java.util.Locale;

/** Serves the file that the parameter {@code uri} names, whole or in part. */
final class DownloadEndpoint implements Endpoint {
  private static final String LAST_MODIFIED = "Tue, 12 Jul 2022 16:53:18 GMT";
  private static final String TEXT = "text/plain; charset=utf-8";

  private final Archive archive;
  private final FileContents files;

  DownloadEndpoint(Archive archive, FileContents files) {
    this.archive = archive;
    this.files = files;
  }

  @Override
  public void answer(Call call) throws IOException {
    if (!call.method().matches("GET|HEAD|POST")) {
      call.replyHeaders().set("Allow", "GET, HEAD, POST");
      call.sendText(405, TEXT, "Only GET, HEAD and POST are served.\n");
      return;
    }
    Product product = requested(call);
    if (product == null) {
      call.sendText(404, TEXT, "No such file.\n");
    } else {
      give(call, product);
    }
  }

  /** Sends a file to those who may read it. */
  void give(Call call, Product product) throws IOException {
    if (!Visitor.of(call).mayRead(product.owner())) {
      call.replyHeaders().set("WWW-Authenticate", "token");
      call.sendText(401, TEXT, "This file is exclusive: a token is needed.\n");
    } else {
      send(call, product);
    }
  }

  // A URI with a query of its own arrives in pieces from clients that do not encode it.
  private Product requested(Call call) throws IOException {
    String uri = call.parameters().first("uri");
    if (uri == null) {
      return null;
    }
    Product product = archive.byUri(uri);
    int start = call.rawQuery().indexOf("uri=");
    if (product == null && start >= 0) {
      product = archive.byUri(call.rawQuery().substring(start + "uri=".length()));
    }
    return product;
  }

  /** Sends a file, or the part of it that is asked for. */
  void send(Call call, Product product) throws IOException {
    byte[] content = files.bytes(product);
    String tag = '"' + Integer.toHexString(product.uri().hashCode()) + '-' + content.length + '"';
    call.replyHeaders().set("ETag", tag);
    call.replyHeaders().set("Last-Modified", LAST_MODIFIED);
    call.replyHeaders().set("Accept-Ranges", "bytes");
    call.replyHeaders()
        .set("Content-Disposition", "attachment; filename=\"" + product.fileName() + "\"");
    if (isUnchanged(call, tag)) {
      call.sendNothing(304);
      return;
    }
    String type = contentType(product.fileName());
    ByteRange range = range(call, tag, content.length);
    if (range == null) {
      call.send(200, type, content, 0, content.length);
    } else if (range.isSatisfiable()) {
      call.replyHeaders()
          .set(
              "Content-Range",
              "bytes " + range.first() + "-" + range.last() + "/" + content.length);
      call.send(206, type, content, range.first(), range.length());
    } else {
      call.replyHeaders().set("Content-Range", "bytes */" + content.length);
      call.sendText(416, TEXT, "The file has " + content.length + " bytes.\n");
    }
  }

  // The tag is asked for first; the time counts only where there is none (RFC 9110, 13.2.2).
  private static boolean isUnchanged(Call call, String tag) {
    String tags = call.header("If-None-Match");
    return tags == null
        ? LAST_MODIFIED.equals(call.header("If-Modified-Since"))
        : tags.equals("*") || tags.contains(tag);
  }

  // With If-Range, a file that is no longer the one begun is sent whole.
  private static ByteRange range(Call call, String tag, int size) {
    String condition = call.header("If-Range");
    if (condition != null && !condition.equals(tag) && !condition.equals(LAST_MODIFIED)) {
      return null;
    }
    return ByteRange.parse(call.header("Range"), size);
  }

  private static String contentType(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    String extension = lower.substring(lower.lastIndexOf('.') + 1);
    return switch (extension) {
      case "fits" -> "application/fits";
      case "jpg" -> "image/jpeg";
      case "json" -> "application/json";
      case "csv" -> "text/csv";
      case "ecsv", "txt" -> TEXT;
      default -> "application/octet-stream";
    };
  }
}
