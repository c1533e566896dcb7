package org.mastshell.demo;

/**
 * What a file is, apart from its name.
 *
 * @param type the productType, such as SCIENCE
 * @param subGroup the productSubGroupDescription, usually the suffix in upper case, or null
 * @param description what the file holds
 * @param level the calibration level, or null
 * @param recommended whether it is one of the minimum recommended products
 */
record ProductKind(
    String type, String subGroup, String description, Integer level, boolean recommended) {
  static ProductKind of(String type, String subGroup, String description, int level) {
    return new ProductKind(type, subGroup, description, level, false);
  }

  ProductKind asRecommended() {
    return new ProductKind(type, subGroup, description, level, true);
  }
}
