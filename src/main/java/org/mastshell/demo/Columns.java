package org.mastshell.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** An ordered list of columns; the lists of the services are bundled. */
record Columns(List<Column> list) {
  /** Those of observations, the ones that only a position brings included. */
  static final Columns OBSERVATIONS = bundled("observation-columns.txt");

  /** Those of products. */
  static final Columns PRODUCTS = bundled("product-columns.txt");

  /** What a filtered query without a position gives for {@code *}. */
  static final Columns FILTERED = OBSERVATIONS.where(column -> !column.is("position"));

  /** What a cone search gives: the older list, followed by the distance. */
  static final Columns CONE =
      OBSERVATIONS.where(
          column -> !Set.of("wave_region", "wave_min", "wave_max").contains(column.name()));

  /**
   * The columns that a request names.
   *
   * @param names {@code *} or a list with commas; null or blank means all
   * @throws MashupException when there is no such column
   */
  Columns select(String names) throws MashupException {
    if (names == null || names.isBlank() || names.strip().equals("*")) {
      return this;
    }
    List<Column> chosen = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      chosen.add(named(name.strip()));
    }
    return new Columns(chosen);
  }

  /**
   * The column of that name, in any case as in SQL.
   *
   * @throws MashupException when there is none
   */
  Column named(String name) throws MashupException {
    for (Column column : list) {
      if (column.name().equalsIgnoreCase(name)) {
        return column;
      }
    }
    throw new MashupException("Invalid column name '" + name + "'.");
  }

  Columns where(Predicate<Column> condition) {
    return new Columns(list.stream().filter(condition).toList());
  }

  private static Columns bundled(String resource) {
    try (InputStream stream = Columns.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new Columns(
          reader.lines().filter(line -> !line.startsWith("#")).map(Column::parse).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The bundled list " + resource + " cannot be read", e);
    }
  }
}
