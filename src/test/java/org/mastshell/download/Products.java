package org.mastshell.download;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** Makes product tables as the archive lists them. */
final class Products {
  private final List<Row> rows = new ArrayList<>();

  private record Row(
      String uri,
      String collection,
      String obsId,
      String name,
      Long size,
      String rights,
      String version) {}

  static String uri(String name) {
    return "mast:JWST/product/" + name;
  }

  Products add(String name, long size) {
    return add(uri(name), "JWST", "jw01073", name, size, "PUBLIC");
  }

  Products addUnknownSize(String name) {
    return add(uri(name), "JWST", "jw01073", name, null, "PUBLIC");
  }

  Products add(String uri, String collection, String obsId, String name, Long size, String rights) {
    rows.add(new Row(uri, collection, obsId, name, size, rights, null));
    return this;
  }

  Products addVersion(String name, long size, String version) {
    rows.add(new Row(uri(name), "JWST", "jw01073", name, size, "PUBLIC", version));
    return this;
  }

  Table table() {
    TableBuilder builder = new TableBuilder();
    int uri = builder.column("dataURI", ColumnType.TEXT);
    int collection = builder.column("obs_collection", ColumnType.TEXT);
    int obsId = builder.column("obs_id", ColumnType.TEXT);
    int name = builder.column("productFilename", ColumnType.TEXT);
    int size = builder.column("size", ColumnType.INTEGER);
    int rights = builder.column("dataRights", ColumnType.TEXT);
    int version = builder.column("prvversion", ColumnType.TEXT);
    for (Row row : rows) {
      builder.set(version, row.version());
      builder.set(uri, row.uri());
      builder.set(collection, row.collection());
      builder.set(obsId, row.obsId());
      builder.set(name, row.name());
      if (row.size() != null) {
        builder.set(size, row.size());
      }
      builder.set(rights, row.rights());
      builder.endRow();
    }
    return builder.build();
  }
}
