package org.mastshell.handover;

/** The languages in which a program that makes a set again can be written. */
public enum ProgramLanguage {
  /** A program for Python with astroquery. */
  PYTHON,
  /** A script for bash with curl and jq. */
  CURL;

  /**
   * The program.
   *
   * @throws NotExpressibleException if something of the plan cannot be put in terms of the language
   */
  public String program(HandoverPlan plan) {
    return switch (this) {
      case PYTHON -> PythonProgram.of(plan);
      case CURL -> CurlProgram.of(plan);
    };
  }
}
