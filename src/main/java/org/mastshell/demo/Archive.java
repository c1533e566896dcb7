package org.mastshell.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that the embedded archive holds. It is made when first asked for. */
final class Archive {
  private record Contents(
      List<Observation> listed,
      Map<Long, Observation> byObsid,
      Map<String, Product> byUri,
      SyntheticProgram synthetic) {}

  private final int extraObservations;
  private Contents contents;

  /**
   * Makes nothing yet.
   *
   * @param extraObservations how many observations of the benchmark program to add
   */
  Archive(int extraObservations) {
    this.extraObservations = extraObservations;
  }

  /** The observations that a search can find, in a fixed order. */
  List<Observation> listed() {
    return contents().listed();
  }

  /** The observation of that number, or null; also one that only lists of products mention. */
  Observation byObsid(long obsid) {
    Observation observation = contents().byObsid().get(obsid);
    return observation == null ? contents().synthetic().byObsid(obsid) : observation;
  }

  /** The file of that name, or null. */
  Product byUri(String uri) {
    Product product = contents().byUri().get(uri);
    return product == null ? contents().synthetic().byUri(uri) : product;
  }

  /** The values of a column with their number of observations, sorted. */
  Map<String, Integer> counts(String column) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Observation observation : listed()) {
      Object value = observation.value(column);
      counts.merge(value == null ? "" : value.toString(), 1, Integer::sum);
    }
    return counts;
  }

  Collection<String> distinct(String column) {
    return counts(column).keySet();
  }

  private synchronized Contents contents() {
    if (contents == null) {
      contents = make();
    }
    return contents;
  }

  private Contents make() {
    Register register = new Register();
    StandardData.fill(register);
    SyntheticProgram synthetic = new SyntheticProgram(extraObservations);
    List<Observation> listed = new ArrayList<>(register.listed());
    synthetic.observations().forEach(listed::add);
    Map<Long, Observation> byObsid = new LinkedHashMap<>();
    Map<String, Product> byUri = new LinkedHashMap<>();
    for (Observation observation : register.all()) {
      byObsid.put(observation.obsid(), observation);
      for (Product product : observation.products()) {
        byUri.putIfAbsent(product.uri(), product);
      }
    }
    listed
        .subList(register.listed().size(), listed.size())
        .forEach(observation -> byObsid.put(observation.obsid(), observation));
    return new Contents(List.copyOf(listed), byObsid, byUri, synthetic);
  }
}
