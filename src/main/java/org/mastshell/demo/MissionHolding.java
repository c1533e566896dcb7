package org.mastshell.demo;

import java.util.List;
import java.util.Optional;

/** What one mission's own search knows. */
interface MissionHolding {
  /** The column that names a dataset. */
  String key();

  /** Its columns. */
  List<DatasetColumn> columns();

  /** All datasets, in a fixed order. */
  List<Dataset> datasets();

  /** The name by which the search lists and gives out a file. */
  String productName(Dataset dataset, Product product);

  /** The column of that name. */
  default Optional<DatasetColumn> column(String name) {
    return columns().stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
