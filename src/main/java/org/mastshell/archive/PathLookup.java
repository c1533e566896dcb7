package org.mastshell.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.HttpUrl;

/**
 * Asks the archive where files lie in its public bucket: forty at a time, which is the most that it
 * takes, and several times at once; names of this shell alone are not asked. It is a help and no
 * need: where it fails, the rest is left.
 */
final class PathLookup {
  private static final int MOST_A_REQUEST = 40;
  private static final int LONGEST_ADDRESS = 7000;

  private final Asking asking;
  private final int atOnce;
  private final Progress progress;
  private final Map<String, CloudKey> known = new HashMap<>();
  private final Set<String> missing = new HashSet<>();
  private String trouble = "";

  /**
   * @param atOnce how many requests may run at once
   * @param progress is told the requests done
   */
  PathLookup(Asking asking, int atOnce, Progress progress) {
    this.asking = asking;
    this.atOnce = atOnce;
    this.progress = progress;
  }

  CloudPaths run(Collection<String> dataUris, Cancellation cancellation) {
    Set<String> wanted = new LinkedHashSet<>(dataUris);
    wanted.removeIf(uri -> MissionUri.read(uri).isPresent());
    List<HttpUrl> questions = questions(wanted);
    if (!questions.isEmpty()) {
      ExecutorService askers =
          Executors.newFixedThreadPool(Math.min(atOnce, questions.size()), PathLookup::daemon);
      try {
        ask(questions, askers, cancellation);
      } finally {
        askers.shutdownNow();
      }
    }
    return new CloudPaths(known, missing, trouble);
  }

  private void ask(List<HttpUrl> questions, ExecutorService askers, Cancellation cancellation) {
    CompletionService<JsonNode> answers = new ExecutorCompletionService<>(askers);
    questions.forEach(question -> answers.submit(() -> answer(question, cancellation)));
    for (int done = 1; done <= questions.size() && trouble.isEmpty(); done++) {
      try {
        take(answers.take().get());
        progress.update(new Progress.Step(done, questions.size(), "groups of files", ""));
      } catch (ExecutionException failure) {
        if (!(failure.getCause() instanceof ArchiveException known)) {
          cancellation.check();
          throw new IllegalStateException("a lookup ended unexpectedly", failure.getCause());
        }
        trouble = known.getMessage();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      }
    }
    cancellation.check();
  }

  /** As few requests as will do. */
  private List<HttpUrl> questions(Collection<String> dataUris) {
    List<HttpUrl> questions = new ArrayList<>();
    StringBuilder query = new StringBuilder();
    int count = 0;
    for (String uri : dataUris) {
      String one = "uri=" + PercentEncoding.encode(uri);
      if (count == MOST_A_REQUEST
          || (count > 0 && query.length() + one.length() > LONGEST_ADDRESS)) {
        questions.add(question(query));
        query.setLength(0);
        count = 0;
      }
      query.append(count == 0 ? "" : "&").append(one);
      count++;
    }
    if (count > 0) {
      questions.add(question(query));
    }
    return questions;
  }

  private HttpUrl question(CharSequence query) {
    return asking.url("/api/v0.1/path_lookup/?" + query);
  }

  private JsonNode answer(HttpUrl question, Cancellation cancellation) {
    return asking.answer(asking.json(question).build(), cancellation, asking::tree);
  }

  private void take(JsonNode reply) {
    reply
        .properties()
        .forEach(
            entry -> {
              Optional<CloudKey> key =
                  Optional.ofNullable(entry.getValue().path("path").textValue())
                      .flatMap(CloudKey::of);
              key.ifPresentOrElse(
                  found -> known.put(entry.getKey(), found), () -> missing.add(entry.getKey()));
            });
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "path-lookup");
    thread.setDaemon(true);
    return thread;
  }
}
