package org.mastshell.archive;

import java.util.List;
import org.mastshell.table.Table;

/**
 * A page of a mission search's answer.
 *
 * @param hasRows whether there was a list of rows at all, however short
 * @param rows as they came
 * @param dates names of the columns that the answer calls dates
 * @param total how many rows there are in all; -1 where that is not said
 */
record MissionReply(boolean hasRows, Table rows, List<String> dates, long total) {}
