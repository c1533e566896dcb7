package org.mastshell.command;

import java.util.OptionalLong;
import org.mastshell.download.DownloadPlan;

/**
 * How long a download will take, as far as that can be known.
 *
 * @param rate bytes a second of the last download from the same archive, if there was one
 * @param seconds for what is to come; a lower limit where sizes are not known
 */
record PlanTime(OptionalLong rate, OptionalLong seconds) {

  /** The time of a plan at a rate. */
  static PlanTime of(DownloadPlan plan, OptionalLong rate) {
    long bytes = plan.room().needed();
    return rate.isEmpty() || bytes == 0 || bytes == Long.MAX_VALUE
        ? new PlanTime(rate, OptionalLong.empty())
        : new PlanTime(rate, OptionalLong.of(Math.max(1, bytes / rate.getAsLong())));
  }
}
