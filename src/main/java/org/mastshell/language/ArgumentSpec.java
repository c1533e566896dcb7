package org.mastshell.language;

import java.util.List;

/**
 * What a command takes behind its name.
 *
 * @param criteria whether it takes criteria ({@code field op value})
 * @param rows whether it takes row numbers
 * @param values whether it takes plain words (a file, a column, a name)
 * @param options its options
 */
public record ArgumentSpec(
    boolean criteria, boolean rows, boolean values, List<OptionSpec> options) {
  /** Keeps its own copy of the options. */
  public ArgumentSpec {
    options = List.copyOf(options);
  }
}
