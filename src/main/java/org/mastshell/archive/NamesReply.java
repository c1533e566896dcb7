package org.mastshell.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the archive's resolver knows of names.
 *
 * @param found names as they were asked for, in that order, each with its positions; at least one
 *     each
 * @param unknown names that it does not know
 * @param unanswered names for which there was no answer
 * @param trouble why those have none; empty if none is unanswered
 */
public record NamesReply(
    Map<String, List<ResolvedName>> found,
    List<String> unknown,
    List<String> unanswered,
    String trouble) {
  /** Keeps its own copies. */
  public NamesReply {
    found = Collections.unmodifiableMap(new LinkedHashMap<>(found));
    unknown = List.copyOf(unknown);
    unanswered = List.copyOf(unanswered);
  }

  /** The targets at the first position of each name that was found. */
  public List<SkyTarget> targets() {
    List<SkyTarget> targets = new ArrayList<>();
    found.forEach(
        (name, places) ->
            targets.add(new SkyTarget(name, places.get(0).ra(), places.get(0).dec())));
    return targets;
  }
}
