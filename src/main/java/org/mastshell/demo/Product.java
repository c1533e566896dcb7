package org.mastshell.demo;

/**
 * One file of the archive.
 *
 * @param owner the observation that the file belongs to
 * @param uri the name by which it is fetched
 * @param fileName its name
 * @param kind what it is
 * @param listedSize what lists say of its size
 */
record Product(
    Observation owner, String uri, String fileName, ProductKind kind, ListedSize listedSize) {
  /** What a list says of a size: the real archive's lists are not always right. */
  enum ListedSize {
    TRUE,
    MISSING,
    ZERO,
    WRONG
  }

  /** A file that is named after the mission: {@code mast:MISSION/product/NAME}. */
  static Product of(Observation owner, String fileName, ProductKind kind) {
    String uri = "mast:" + owner.text("obs_collection") + "/product/" + fileName;
    return new Product(owner, uri, fileName, kind, ListedSize.TRUE);
  }

  Product listed(ListedSize size) {
    return new Product(owner, uri, fileName, kind, size);
  }

  Product at(String otherUri) {
    return new Product(owner, otherUri, fileName, kind, listedSize);
  }
}
