package org.mastshell.language;

import java.util.List;

/**
 * What a command takes behind its name.
 *
 * @param criteria whether it takes criteria ({@code field op value})
 * @param rows whether it takes row numbers
 * @param values whether it takes plain words (a file, a column, a name)
 * @param facets whether it takes numbers of counted values ({@code facet:3}), which are plain words
 * @param options its options
 */
public record ArgumentSpec(
    boolean criteria, boolean rows, boolean values, boolean facets, List<OptionSpec> options) {
  /** Keeps its own copy of the options. */
  public ArgumentSpec {
    options = List.copyOf(options);
  }

  /** Of a command that takes no numbers of counted values. */
  public ArgumentSpec(boolean criteria, boolean rows, boolean values, List<OptionSpec> options) {
    this(criteria, rows, values, false, options);
  }
}
