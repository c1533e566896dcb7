package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.mastshell.table.Table;

/** Asks MAST's query service and waits for the whole answer: polls, pages and further tries. */
final class Mashup {
  private final Transport transport;
  private final Retries retries;
  private final Duration timeout;

  Mashup(Transport transport, Retries retries, Duration timeout) {
    this.transport = transport;
    this.retries = retries;
    this.timeout = timeout;
  }

  /** A page of rows and how far the answer has come with it. */
  record Page(Table rows, long received, long total) {}

  /** Takes pages as they arrive. */
  @FunctionalInterface
  interface Pages {
    /** Takes one page; whether another is wanted. */
    boolean take(Page page);
  }

  /** What there is to know of a reply before its content. */
  private record Heading(String status, String message) {}

  /** The conversation about one question. */
  private final class Conversation<T> {
    private final Question question;
    private final Transport.ReplyReader<T> reader;
    private final Function<T, Heading> heading;
    private final Cancellation cancellation;
    private String cacheBreaker = UUID.randomUUID().toString();

    Conversation(
        Question question,
        Transport.ReplyReader<T> reader,
        Function<T, Heading> heading,
        Cancellation cancellation) {
      this.question = question;
      this.reader = reader;
      this.heading = heading;
      this.cancellation = cancellation;
    }

    T page(int page) {
      Deadline deadline = Deadline.in(timeout);
      Retries.Count count = retries.new Count();
      int polls = 0;
      while (true) {
        cancellation.check();
        try {
          T reply = ask(page, deadline);
          if (isComplete(heading.apply(reply), page)) {
            return reply;
          }
          count.succeeded();
          retries.awaitPoll(++polls, deadline, cancellation);
          if (deadline.passed()) {
            throw deadline.exceeded(transport.host(), "it is still working on the question", null);
          }
        } catch (TransientFailure failure) {
          count.failed(failure, deadline, cancellation);
        }
      }
    }

    private T ask(int page, Deadline deadline) throws TransientFailure {
      HttpUrl url = transport.url("/api/v0/invoke");
      Request request =
          new Request.Builder()
              .url(url)
              .header("User-Agent", ArchiveClient.USER_AGENT)
              .header("Accept", "application/json, text/plain, */*")
              .post(question.body(page, cacheBreaker))
              .build();
      return transport.exchange(
          request, Transport.Manner.ANONYMOUS, deadline, cancellation, reader);
    }

    private boolean isComplete(Heading said, int page) throws TransientFailure {
      return switch (said.status().toUpperCase(Locale.ROOT)) {
        case "COMPLETE", "" -> true;
        case "EXECUTING" -> false;
        case "ERROR" -> {
          // The server keeps replies: without a new name the first page would be the kept error.
          if (page == 1) {
            cacheBreaker = UUID.randomUUID().toString();
          }
          throw ServerMessage.failure(transport.host(), said.message());
        }
        default ->
            throw NetworkTrouble.fault(
                transport.host(), "unknown status " + ServerMessage.clean(said.status()), null);
      };
    }
  }

  /**
   * All rows of the answer, page by page.
   *
   * @param pages is given each page as it arrives, until it wants no more
   * @return how many rows arrived
   * @throws ArchiveException if there is no answer, or fewer or more rows than announced
   */
  long rows(Question question, Pages pages, Cancellation cancellation) {
    Conversation<Reply> conversation =
        new Conversation<>(
            question,
            this::readRows,
            reply -> new Heading(reply.status(), reply.message()),
            cancellation);
    long received = 0;
    long last = 1;
    long total = -1;
    boolean broken = false;
    for (int page = 1; page <= last; page++) {
      Reply reply = conversation.page(page);
      Paging paging = reply.paging();
      checkPage(page, paging);
      received += reply.rows().size();
      total = Math.max(total, paging.rowsTotal());
      last = page == 1 ? Math.max(1, Math.min(paging.pages(), Integer.MAX_VALUE - 1)) : last;
      if (!pages.take(new Page(reply.rows(), received, total))) {
        return received;
      }
      broken = reply.rows().isEmpty() && page < last;
      if (broken || (total >= 0 && received > total)) {
        break;
      }
    }
    if (total < 0 && broken) {
      throw new ArchiveException(
          ArchiveException.Kind.FAULT,
          "the archive at %s announced more pages than it sent".formatted(transport.host()),
          "try again; nothing was kept");
    }
    if (total >= 0 && received != total) {
      throw new ArchiveException(
          ArchiveException.Kind.FAULT,
          String.format(
              Locale.ROOT,
              "the archive at %s sent an incomplete answer: received %,d of %,d rows",
              transport.host(),
              received,
              total),
          "try again; nothing was kept");
    }
    return received;
  }

  /** The answer of a service that sends no rows, as a tree. */
  JsonNode tree(Question question, Cancellation cancellation) {
    return new Conversation<>(
            question,
            response -> {
              new Statuses(transport.host()).check(response);
              return SmallReplies.read(transport.host(), response);
            },
            root -> new Heading(root.path("status").asText(""), root.path("msg").asText("")),
            cancellation)
        .page(1);
  }

  private Reply readRows(Response response) throws IOException, TransientFailure {
    new Statuses(transport.host()).check(response);
    Reply reply;
    try (JsonParser parser = Json.parser(transport.host(), response)) {
      reply = ReplyParser.parse(parser);
    }
    boolean due = reply.status().isEmpty() || reply.status().equalsIgnoreCase("COMPLETE");
    if (due && !reply.hasRows()) {
      throw NetworkTrouble.fault(transport.host(), "there are no rows in it, not even none", null);
    }
    return reply;
  }

  private void checkPage(int asked, Paging paging) {
    if (asked > 1 && paging.page() > 0 && paging.page() != asked) {
      throw new ArchiveException(
          ArchiveException.Kind.FAULT,
          "the archive at %s sent page %d in place of page %d"
              .formatted(transport.host(), paging.page(), asked),
          "try again; nothing was kept");
    }
  }
}
