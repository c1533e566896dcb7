package org.mastshell.command;

import java.util.Set;

/** The commands by which the sets of a recipe are made. */
public final class SetMakers {
  /** Their names. */
  public static final Set<String> NAMES =
      Set.of(
          "search",
          ImportCommand.NAME,
          "products",
          "observations",
          "filter",
          "unique",
          "sort",
          "pick",
          "union",
          "intersect",
          "minus",
          SqlCommand.NAME,
          DatasetsCommand.NAME,
          KeywordsCommand.NAME,
          CutoutCommand.NAME,
          CatalogCommand.NAME,
          CrossmatchCommand.NAME,
          JoinCommand.NAME,
          ServiceCommand.NAME);

  /** The commands of a recipe that lead from one set to the next. */
  static final Set<String> STEPS = Set.of("name", "use");

  private SetMakers() {}
}
