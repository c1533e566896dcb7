package org.mastshell.archive;

import java.util.List;
import org.mastshell.table.Table;

/**
 * The observations of a query.
 *
 * @param observations those that meet the criteria, each once
 * @param unanswered values of a long list for which there was no answer
 * @param trouble why those have none; empty if none is unanswered
 */
public record ObservationsReply(Table observations, List<String> unanswered, String trouble) {

  /**
   * The observations, if nothing is missing.
   *
   * @throws ArchiveException if there was no answer for a part
   */
  public Table complete() {
    if (!unanswered.isEmpty()) {
      throw new ArchiveException(ArchiveException.Kind.FAULT, trouble, "try again later");
    }
    return observations;
  }
}
