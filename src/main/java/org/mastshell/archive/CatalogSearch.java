package org.mastshell.archive;

import java.util.List;
import java.util.Optional;
import org.mastshell.vocabulary.ServiceTable;

/** A question to one of the archive's catalogues. Asks nothing by itself. */
public interface CatalogSearch {
  /** Whether the catalogue is asked around positions alone. */
  boolean needsPosition();

  /** Whether the catalogue can be asked for what lies around a position. */
  boolean takesPosition();

  /** The column of which the catalogue must be given values, as long as it is given none. */
  Optional<String> missingKey();

  /** How the query is put. Asks nothing. */
  QueryPlan plan();

  /**
   * What the archive's query service is asked for the rows, in this order. Asks nothing.
   *
   * @return empty where the catalogue is asked at another address
   */
  List<ArchiveRequest> requests();

  /** How many rows the archive never exceeds for such a question; empty where that is not known. */
  Optional<Integer> most();

  /**
   * How many rows the archive has for what can be sent.
   *
   * @param enough there is no need to count further, where the archive does not tell the number
   */
  RowCount count(long enough, Cancellation cancellation);

  /**
   * The rows that meet the criteria, with {@link ServiceTable#mark()}; around a position also with
   * {@link TargetsReply#DISTANCE} from it in arcseconds, the nearest of them first.
   *
   * @param limit no more than so many, as the archive sends them; no more pages are asked for than
   *     that takes
   * @param progress is told the rows received
   */
  CatalogRows find(int limit, Progress progress, Cancellation cancellation);
}
