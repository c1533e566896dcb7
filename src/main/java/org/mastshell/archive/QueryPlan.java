package org.mastshell.archive;

import java.util.List;
import org.mastshell.table.Predicate;

/**
 * How a query is put to the archive.
 *
 * @param sent the criteria that the archive judges, each as people write it ({@code
 *     instrument_name=NIRCAM*})
 * @param judgedHere what the archive cannot be asked, or not exactly; {@link Predicate#always()} if
 *     nothing
 * @param judgedHereOnly those of the criteria no part of which is sent, as people write them
 * @param requests how many requests it takes (several wildcards for one field are several, and so
 *     are more values than one request holds)
 */
public record QueryPlan(
    List<String> sent, Predicate judgedHere, List<String> judgedHereOnly, int requests) {

  /** The same plan for so many batches of a list. */
  QueryPlan times(int batches) {
    return new QueryPlan(sent, judgedHere, judgedHereOnly, requests * batches);
  }

  /** Whether the archive is asked nothing that narrows the result. */
  public boolean unbounded() {
    return sent.isEmpty();
  }
}
