package org.mastshell.download;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A program that fetches files in the place of this shell. */
public enum Engine {
  /** aria2c. */
  ARIA2("aria2.sh"),
  /** curl. */
  CURL("curl.sh"),
  /** GNU wget. */
  WGET("wget.sh"),
  /** s5cmd, from the archive's public bucket. */
  S5CMD("s5cmd.sh"),
  /** curl, in the tasks of an array of the batch system Slurm. */
  SLURM("curl.sh");

  private final String script;

  Engine(String script) {
    this.script = script;
  }

  /** The engine of that name, whatever the case. */
  public static Optional<Engine> of(String word) {
    return Arrays.stream(values()).filter(e -> e.word().equalsIgnoreCase(word.strip())).findAny();
  }

  /** The names of all. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Engine::word).toList();
  }

  /** Its name as people type it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether it can be given files that need the token: it has to keep it from other hosts, to which
   * the archive may send it.
   */
  public boolean takesExclusive() {
    return this != ARIA2 && this != S5CMD;
  }

  String script() {
    return script;
  }
}
