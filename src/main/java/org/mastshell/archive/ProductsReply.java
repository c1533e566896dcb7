package org.mastshell.archive;

import java.util.List;
import org.mastshell.table.Table;

/**
 * The products of some observations.
 *
 * @param products rows that met the criteria, in the order of the observations asked for, whatever
 *     the order in which replies came
 * @param received how many rows the archive sent
 * @param requests how many requests it took
 * @param unanswered obsids of observations for which there was no answer, and no rows are here
 * @param trouble why those have none; empty if none is unanswered
 */
public record ProductsReply(
    Table products, long received, int requests, List<String> unanswered, String trouble) {}
