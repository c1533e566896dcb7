package org.mastshell.demo;

/**
 * A file in the list of an observation.
 *
 * @param product the file
 * @param parent the observation whose list was asked for
 * @param files knows the sizes
 */
record ProductRow(Product product, long parent, FileContents files) implements Row {
  private static final String RECOMMENDED = "Minimum Recommended Products";

  @Override
  public Object value(String column) {
    Observation owner = product.owner();
    ProductKind kind = product.kind();
    return switch (column) {
      case "obsID" -> owner.obsid();
      case "parent_obsid" -> parent;
      case "description" -> kind.description();
      case "type" -> owner.number("calib_level") >= 3 ? "D" : "S";
      case "dataURI" -> product.uri();
      case "productType" -> kind.type();
      case "productGroupDescription" -> kind.recommended() ? RECOMMENDED : null;
      case "productSubGroupDescription" -> kind.subGroup();
      case "project" -> owner.text("provenance_name");
      case "prvversion" -> owner.text("obs_collection").equals("JWST") ? "1.5.3" : null;
      case "productFilename" -> product.fileName();
      case "size" -> size();
      case "calib_level" -> kind.level();
      case "productDocumentationURL", "_selected_" -> null;
      default -> owner.value(column);
    };
  }

  private Long size() {
    return switch (product.listedSize()) {
      case TRUE -> (long) files.size(product);
      case MISSING -> null;
      case ZERO -> 0L;
      case WRONG -> files.size(product) + 2880L;
    };
  }
}
