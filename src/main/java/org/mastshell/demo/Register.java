package org.mastshell.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects observations while the data are made, and gives out their numbers. */
final class Register {
  private final List<Observation> listed = new ArrayList<>();
  private final List<Observation> all = new ArrayList<>();
  private long nextJwst = 87_600_001;
  private long nextOther = 2_003_500_001L;

  long nextJwstObsid() {
    return nextJwst++;
  }

  long nextObsid() {
    return nextOther++;
  }

  /** Adds one that searches find. */
  Observation list(Observation observation) {
    listed.add(observation);
    return add(observation);
  }

  /** Adds one that only the lists of products mention. */
  Observation add(Observation observation) {
    all.add(observation);
    return observation;
  }

  List<Observation> listed() {
    return Collections.unmodifiableList(listed);
  }

  List<Observation> all() {
    return Collections.unmodifiableList(all);
  }
}
