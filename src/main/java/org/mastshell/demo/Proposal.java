package org.mastshell.demo;

/**
 * A proposal for telescope time.
 *
 * @param id its number without leading zeros
 * @param investigator who leads it, or null
 * @param title its title
 * @param type its kind, such as GO, or null
 * @param release when its data become public, as MJD
 * @param exclusive whether they are still exclusive
 */
record Proposal(
    String id, String investigator, String title, String type, double release, boolean exclusive) {
  /** An MJD of the year 2051, which stays in the future for as long as this program may live. */
  static final double FAR_FUTURE = 70_172;

  static Proposal open(String id, String investigator, String title, String type, double release) {
    return new Proposal(id, investigator, title, type, release, false);
  }

  static Proposal exclusive(String id, String investigator, String title, String type) {
    return new Proposal(id, investigator, title, type, FAR_FUTURE, true);
  }
}
