package org.mastshell.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;

/**
 * Describes the columns of a service. Nothing at all is the archive's answer for one that it does
 * not know.
 */
final class ColumnsConfigEndpoint implements Endpoint {

  @Override
  public void answer(Call call) throws IOException {
    String service = call.parameters().first("colConfigId");
    call.sendText(200, "text/plain; charset=utf-8", configuration(service));
  }

  private String configuration(String service) throws IOException {
    if (service == null) {
      return "";
    }
    return switch (service.toLowerCase(Locale.ROOT)) {
      case "mast.caom.cone",
          "mast.caom.crossmatch",
          "mast.caom.filtered",
          "mast.caom.filtered.position",
          "mast.caom.all" ->
          describe(Columns.OBSERVATIONS);
      case "mast.caom.products" -> describe(Columns.PRODUCTS);
      case "mast.catalogs.tess.cone" -> describe(StarCatalog.TIC.columns());
      case "mast.name.lookup", "mast.missions.list" -> "{}";
      default -> ofCatalog(service.toLowerCase(Locale.ROOT));
    };
  }

  private String ofCatalog(String service) throws IOException {
    return CatalogServices.has(service)
        ? describe(StarCatalog.of(service).orElseThrow().columns())
        : "";
  }

  private String describe(Columns columns) throws IOException {
    ObjectNode reply = Json.mapper().createObjectNode();
    ObjectNode selected = reply.putObject("_selected_");
    selected.put("text", "selected").put("type", "boolean").put("hidden", true);
    int order = 0;
    for (Column column : columns.list()) {
      describe(column, order, reply.putObject(column.name()));
      order++;
    }
    return Json.mapper().writeValueAsString(reply);
  }

  private static void describe(Column column, int order, ObjectNode node) {
    node.put("text", column.label()).put("order", order);
    node.put("vot.datatype", column.datatype());
    if (column.datatype().equals("char")) {
      node.put("vot.arraysize", "*");
    }
    if (column.datatype().equals("boolean")) {
      node.put("type", "boolean");
    }
    putIfPresent(node, "vot.unit", column.unit());
    node.put("vot.name", column.name()).put("vot.description", column.description());
    putIfPresent(node, "example", column.example());
    putIfPresent(node, "separator", column.separator());
    node.put("autoFacetRule", column.is("facet") ? "always" : "never");
    if (column.is("split")) {
      node.put("separatorType", "split");
    }
    if (column.is("mjd")) {
      node.put("isMjd", true).put("unit", "MJD");
    }
    if (column.is("date")) {
      node.put("isDate", true);
    }
    if (column.is("floor")) {
      node.put("floor", 0);
    }
    if (column.is("hidden")) {
      node.put("visible", false);
    }
  }

  private static void putIfPresent(ObjectNode node, String property, String value) {
    if (!value.isEmpty()) {
      node.put(property, value);
    }
  }
}
