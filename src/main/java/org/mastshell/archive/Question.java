package org.mastshell.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.RequestBody;

/**
 * A request of MAST's Mashup interface.
 *
 * @param service the name of the service
 * @param parameters what it takes: maps, lists, numbers and text
 * @param format how the reply is to be written ({@code json}, {@code extjs})
 * @param pageSize how many rows one reply holds at the most
 * @param upload a table that goes with it, as maps and lists; empty where there is none
 */
record Question(
    String service,
    Map<String, Object> parameters,
    String format,
    int pageSize,
    Map<String, Object> upload) {
  /** As many rows as public clients ask for in one reply. */
  static final int PAGE_SIZE = 50_000;

  private static final int LEAST_PAGE_SIZE = 1000;

  Question {
    parameters = Map.copyOf(parameters);
    upload = Map.copyOf(upload);
  }

  static Question json(String service, Map<String, Object> parameters) {
    return new Question(service, parameters, "json", PAGE_SIZE, Map.of());
  }

  /** The same, without what a reply is to look like. */
  ArchiveRequest request() {
    return new ArchiveRequest(service, parameters);
  }

  /** The same question about an uploaded table. */
  Question about(Map<String, Object> table) {
    return new Question(service, parameters, format, pageSize, table);
  }

  /** The same question, of which only about so many rows are wanted. */
  Question forFirst(int rows) {
    int enough = Math.max(LEAST_PAGE_SIZE, Math.min(rows, PAGE_SIZE));
    return new Question(service, parameters, format, enough, upload);
  }

  /** The same question, answered in pages of so many rows. */
  Question inPagesOf(int rows) {
    return new Question(service, parameters, format, rows, upload);
  }

  /**
   * The body to send.
   *
   * @param page which page, from 1
   * @param cacheBreaker text by which the server tells this question from an earlier, equal one;
   *     the same for all pages and polls of one question
   */
  RequestBody body(int page, String cacheBreaker) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("service", service);
    if (!upload.isEmpty()) {
      request.put("data", upload);
    }
    request.put("params", parameters);
    request.put("format", format);
    request.put("pagesize", pageSize);
    request.put("page", page);
    request.put("cacheBreaker", cacheBreaker);
    return new FormBody.Builder().add("request", Json.write(request)).build();
  }
}
