package org.mastshell.samp;

/**
 * What became of a message to one program.
 *
 * @param client to which it went
 * @param outcome how that ended
 * @param remark what the program said of it, or the hub; may be empty
 */
public record Delivery(SampClient client, Outcome outcome, String remark) {

  /** How it ended. */
  public enum Outcome {
    /** The program has loaded it. */
    LOADED,
    /** The program, or the hub, says that it was not loaded. */
    REFUSED,
    /** No answer came in time. */
    SILENT
  }
}
