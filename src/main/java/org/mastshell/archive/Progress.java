package org.mastshell.archive;

/** Is told how far a long call has come. May be called from any thread, and often. */
@FunctionalInterface
public interface Progress {

  /** The call has come so far. */
  void update(Step step);

  /** Nobody watches. */
  static Progress none() {
    return step -> {};
  }

  /**
   * How far a call has come.
   *
   * @param done how many are done, at most {@code total}
   * @param total how many there are, or 0 where that is not known
   * @param unit what is counted, in the plural ({@code observations})
   * @param detail anything else worth saying ({@code 3,612 rows}); may be empty
   * @param secondsLeft how long the rest will take, or -1 where that is not known
   * @param pause that nothing is asked for now, and how long, in a few words; empty where that is
   *     not so
   */
  record Step(long done, long total, String unit, String detail, long secondsLeft, String pause) {

    /** Of one that goes on. */
    public Step(long done, long total, String unit, String detail, long secondsLeft) {
      this(done, total, unit, detail, secondsLeft, "");
    }

    /** Of which it is not known how long the rest will take. */
    public Step(long done, long total, String unit, String detail) {
      this(done, total, unit, detail, -1);
    }
  }
}
