package org.mastshell.archive;

/** Where the searches of the missions are, below the archive's address (API.md, section 8). */
final class MissionAddress {
  private static final String VERSION = "/api/v0.1/";

  private MissionAddress() {}

  static String search(String mission) {
    return of(mission) + "search";
  }

  static String products(String mission) {
    return of(mission) + "post_list_products";
  }

  static String file(String mission, String product) {
    return of(mission) + "retrieve_product?product_name=" + PercentEncoding.encode(product);
  }

  static String columns(String mission) {
    return "/search/util" + VERSION + "column_list?mission=" + PercentEncoding.encode(mission);
  }

  private static String of(String mission) {
    return "/search/" + mission + VERSION;
  }
}
