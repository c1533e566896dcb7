package org.mastshell.demo;

import java.util.Locale;

/**
 * What several JWST exposures have in common.
 *
 * @param proposal who asked for them
 * @param target what they look at
 * @param instrument instrument and mode, such as NIRCAM/IMAGE
 * @param filters the compound of optical elements, or null
 * @param mode the way of observing
 * @param seconds the time of one exposure
 */
record JwstRun(
    Proposal proposal,
    Target target,
    String instrument,
    String filters,
    JwstMode mode,
    double seconds) {
  JwstRun with(String otherFilters) {
    return new JwstRun(proposal, target, instrument, otherFilters, mode, seconds);
  }

  /** The number of the program with five digits, after the letters jw. */
  String programName() {
    return "jw" + "0".repeat(5 - proposal.id().length()) + proposal.id();
  }

  /** The instrument as file names have it. */
  String instrumentName() {
    return instrument.substring(0, instrument.indexOf('/')).toLowerCase(Locale.ROOT);
  }
}
