package org.mastshell.download;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * All that is needed to go on with a download without the session that it was begun in. It holds no
 * token.
 *
 * @param begun when it was begun
 * @param command as it was typed
 * @param server a word for the archive that the files come from
 * @param source a word for the way from there; empty where an earlier version has kept it
 * @param options where they go
 * @param products the columns of the list of products that a plan and its layout look at
 */
public record JobOrder(
    Instant begun,
    String command,
    String server,
    String source,
    JobOptions options,
    Table products) {
  static final String URI = "dataURI";
  private static final String SIZE = "size";
  private static final List<String> PLANNED =
      List.of(
          URI,
          "obs_collection",
          "obs_id",
          "productFilename",
          SIZE,
          "dataRights",
          "prvversion",
          "checksum");

  /**
   * The order that a plan carries out.
   *
   * @param products that the plan was made of
   */
  public static JobOrder of(
      DownloadPlan plan,
      Table products,
      String server,
      String source,
      String command,
      Instant begun) {
    Set<String> columns = new LinkedHashSet<>(PLANNED);
    for (List<Layout.Piece> part : plan.options().layout().parts()) {
      for (Layout.Piece piece : part) {
        if (piece instanceof Layout.Cell cell) {
          columns.add(cell.subject().source());
        }
      }
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (int row = 0; row < products.size(); row++) {
      rows.add(cells(products, row, columns));
    }
    return new JobOrder(begun, command, server, source, JobOptions.of(plan), table(rows));
  }

  private static Map<String, String> cells(Table products, int row, Set<String> columns) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column : columns) {
      String text = products.text(row, column);
      if (text != null) {
        cells.put(column, text);
      }
    }
    return cells;
  }

  /** The rows as they are written down; a missing cell has no entry. */
  List<Map<String, String>> rows() {
    Set<String> names = new LinkedHashSet<>();
    products.columns().forEach(column -> names.add(column.name()));
    List<Map<String, String>> rows = new ArrayList<>();
    for (int row = 0; row < products.size(); row++) {
      rows.add(cells(products, row, names));
    }
    return rows;
  }

  /** The table of such rows. Sizes are numbers, all else is text. */
  static Table table(List<Map<String, String>> rows) {
    TableBuilder builder = new TableBuilder();
    Map<String, Integer> places = new LinkedHashMap<>();
    places.put(SIZE, builder.column(SIZE, ColumnType.INTEGER));
    for (Map<String, String> row : rows) {
      row.keySet()
          .forEach(name -> places.computeIfAbsent(name, it -> builder.column(it, ColumnType.TEXT)));
    }
    for (Map<String, String> row : rows) {
      row.forEach((name, text) -> set(builder, places.get(name), name, text));
      builder.endRow();
    }
    return builder.build();
  }

  private static void set(TableBuilder builder, int place, String name, String text) {
    if (!name.equals(SIZE)) {
      builder.set(place, text);
      return;
    }
    try {
      builder.set(place, Long.parseLong(text));
    } catch (NumberFormatException unknown) {
      // A list that says no number there says nothing of the size.
      builder.set(place, (String) null);
    }
  }

  /** The files, each once, by their {@code dataURI}. */
  Set<String> uris() {
    Set<String> uris = new LinkedHashSet<>();
    for (int row = 0; row < products.size(); row++) {
      String uri = products.text(row, URI);
      if (uri != null && !uri.isBlank()) {
        uris.add(uri);
      }
    }
    return uris;
  }

  /** Whether another order asks for all of this one's files, into the same places. */
  boolean isPartOf(JobOrder other) {
    return server.equals(other.server)
        && options.hasPlacesOf(other.options)
        && other.uris().containsAll(uris());
  }
}
