package org.mastshell.archive;

import java.util.List;

/**
 * A query taken apart.
 *
 * @param plan what to tell people about it
 * @param requests the filters of each request; a row that any request brings may fit
 */
record PlannedQuery(QueryPlan plan, List<List<SentFilter>> requests) {}
