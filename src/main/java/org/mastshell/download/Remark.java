package org.mastshell.download;

/** What a note on a file says, where that is more than words: some of it is said once of many. */
public enum Remark {
  /** Nothing, or something of this file alone. */
  OTHER,
  /** It takes the place of an earlier file, and nothing else is to be said of it. */
  REPLACES,
  /** The archive was asked, and has it still as it is here; nothing else is to be said of it. */
  UNCHANGED,
  /** It came, or was mended, while the download ran: the next run finds it here, and no more. */
  MEANWHILE,
  /** The archive does not have it: no other try brings it. */
  NOWHERE
}
