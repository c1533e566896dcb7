package org.mastshell.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mastshell.command.RowLinks.Link;
import org.mastshell.output.Look;
import org.mastshell.output.Part;
import org.mastshell.output.ShownColumn;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * The links of one row as columns of a record, each under the word that opens it. The address of
 * the Portal's page, which is a query of several lines, stands below all else.
 */
final class LinkColumns {
  private static final String PREFIX = "open ";

  private final List<Link> links;

  LinkColumns(List<Link> links) {
    this.links =
        links.stream()
            .sorted(Comparator.comparing(link -> link.target() == RowLinks.Target.PORTAL))
            .toList();
  }

  /** A record of nothing but links. */
  Part.SingleRow alone() {
    return new Part.SingleRow(table(""), columns(""));
  }

  /** A record with the links behind all else. */
  Part.SingleRow behind(Part.SingleRow record) {
    Table whole = record.table();
    Table added = table(PREFIX);
    List<ShownColumn> columns = new ArrayList<>(record.columns());
    for (ShownColumn column : columns(PREFIX)) {
      whole = whole.with(column.name(), added.column(Subject.column(column.name())));
      columns.add(column);
    }
    return new Part.SingleRow(whole, columns);
  }

  private Table table(String prefix) {
    TableBuilder builder = new TableBuilder();
    for (int i = 0; i < links.size(); i++) {
      builder.column(name(prefix, links.get(i)), ColumnType.TEXT);
      builder.set(i, links.get(i).address().toString());
    }
    builder.endRow();
    return builder.build();
  }

  private List<ShownColumn> columns(String prefix) {
    return links.stream()
        .map(
            link -> {
              String name = name(prefix, link);
              return new ShownColumn(name, name, "", Look.TEXT, link.target().meaning());
            })
        .toList();
  }

  private static String name(String prefix, Link link) {
    return prefix + link.target().word();
  }
}
