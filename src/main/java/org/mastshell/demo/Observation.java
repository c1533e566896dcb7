package org.mastshell.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One observation: the values of its columns, and how its products are made. */
final class Observation implements Row {
  /** No footprint of the data reaches further than this from its centre, in degrees. */
  static final double LARGEST_FOOTPRINT = 15;

  private final Map<String, Object> values;
  private final Function<Observation, List<Product>> recipe;

  Observation(Map<String, Object> values, Function<Observation, List<Product>> recipe) {
    this.values = Map.copyOf(values);
    this.recipe = recipe;
  }

  @Override
  public Object value(String column) {
    return values.get(column);
  }

  long obsid() {
    return ((Number) values.get("obsid")).longValue();
  }

  String obsId() {
    return text("obs_id");
  }

  /** The text of that column, or null. */
  String text(String column) {
    return (String) values.get(column);
  }

  /** The number of that column, or 0 where there is none. */
  double number(String column) {
    return values.get(column) instanceof Number number ? number.doubleValue() : 0;
  }

  SkyPosition position() {
    return new SkyPosition(number("s_ra"), number("s_dec"));
  }

  Footprint footprint() {
    return Footprint.parse(text("s_region"));
  }

  boolean isExclusive() {
    return "EXCLUSIVE_ACCESS".equals(values.get("dataRights"));
  }

  /** The files listed under this observation, those of its members included. */
  List<Product> products() {
    return recipe.apply(this);
  }
}
