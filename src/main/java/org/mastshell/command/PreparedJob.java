package org.mastshell.command;

import org.mastshell.archive.ClientOptions;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.HeldJob;
import org.mastshell.download.TransferOptions;

/**
 * A kept download with all that it takes to go on with it, so that this needs nothing of the
 * session.
 *
 * @param held the download, which this shell has for itself
 * @param options where files go
 * @param client how the archive is asked
 * @param roads from the archive or from its bucket
 */
record PreparedJob(HeldJob held, TransferOptions options, ClientOptions client, FileRoads roads) {

  /** What is to be done, as the disk is now. */
  DownloadPlan plan() {
    return held.job().plan(options);
  }

  int number() {
    return held.number();
  }

  /** How files are tried again that did not come. */
  Retry retry() {
    return Retry.ofJob(number());
  }
}
