package org.mastshell.terminal;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/** What completion offers, for tests of other rooms. */
public final class Candidates {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Completions completions;

  /** What is offered to a person who sees the shell so, without any files. */
  public Candidates(ShellView view) {
    completions = new Completions(view, folder -> List.of());
  }

  /**
   * What may be typed at a place.
   *
   * @param marked a line with a bar where the cursor is
   * @param line what it becomes when the first candidate is taken; the same if there is none
   * @param count of the proposals that fit, those that are not listed included
   * @param counting whether the rows are still being counted
   */
  public record Offered(
      String marked,
      String line,
      List<Candidate> candidates,
      int count,
      boolean guessed,
      boolean counting) {
    /** As they are put into the line. */
    public List<String> inserted() {
      return candidates.stream().map(Candidate::insert).toList();
    }
  }

  /** One of them. */
  public record Candidate(String insert, String group, String meaning, long count) {}

  /** What is offered at the bar, at once. */
  public Offered now(String marked) {
    Completion completion = completions.at(marked.replace("|", ""), marked.indexOf('|'));
    List<Candidate> candidates =
        completion.proposals().stream()
            .map(p -> new Candidate(p.insert(), p.group(), p.meaning(), p.count()))
            .toList();
    return new Offered(
        marked,
        taken(marked.replace("|", ""), completion),
        candidates,
        completion.offer().count(),
        completion.offer().guessed(),
        completion.offer().counting());
  }

  private static String taken(String line, Completion completion) {
    return completion.proposals().stream()
        .findFirst()
        .map(
            first ->
                line.substring(0, completion.start())
                    + completion.taken(first)
                    + line.substring(completion.end()))
        .orElse(line);
  }

  /** What is offered at the bar, as soon as the rows are counted. */
  public Offered at(String marked) {
    return await().atMost(PATIENCE).until(() -> now(marked), offered -> !offered.counting());
  }
}
