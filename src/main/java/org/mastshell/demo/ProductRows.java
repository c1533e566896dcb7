package org.mastshell.demo;

import java.io.IOException;
import java.util.List;

/** The products of several observations, one list after the other. */
final class ProductRows implements Rows {
  private final List<Observation> observations;
  private final FileContents files;

  ProductRows(List<Observation> observations, FileContents files) {
    this.observations = List.copyOf(observations);
    this.files = files;
  }

  @Override
  public long count() {
    return observations.stream().mapToLong(observation -> observation.products().size()).sum();
  }

  @Override
  public void visit(long first, long limit, RowVisitor visitor) throws IOException {
    long skip = first;
    long left = limit;
    for (Observation observation : observations) {
      List<Product> products = observation.products();
      int from = (int) Math.min(skip, products.size());
      skip -= from;
      int to = (int) Math.min(products.size(), from + Math.min(left, products.size()));
      for (Product product : products.subList(from, to)) {
        visitor.visit(new ProductRow(product, observation.obsid(), files));
      }
      left -= to - from;
      if (left == 0) {
        return;
      }
    }
  }
}
