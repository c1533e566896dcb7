package org.mastshell.archive;

import java.util.List;
import java.util.Optional;
import org.mastshell.table.Table;

/**
 * The products of some observations.
 *
 * @param products rows that met the criteria, in the order of the observations asked for, whatever
 *     the order in which replies came and whichever lists were kept
 * @param received how many rows there were before the criteria
 * @param requests how many requests it took
 * @param unanswered obsids of observations for which there was no answer, and no rows are here
 * @param trouble why there was no answer for them, or for outdated lists; empty if all answered
 * @param kept lists that were taken from what was kept, without asking
 * @param outdated older lists that stand in for answers that did not come
 */
public record ProductsReply(
    Table products,
    long received,
    int requests,
    List<String> unanswered,
    String trouble,
    Optional<KeptSpan> kept,
    Optional<KeptSpan> outdated) {}
