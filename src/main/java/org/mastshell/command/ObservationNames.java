package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.TextColumn;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.RowFields;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ServiceTables;
import org.mastshell.vocabulary.SetKind;

/**
 * What rows of the archive's other tables are called among observations: their mission as it is
 * called there, their instrument, program and investigator, and of a dataset as its number the name
 * under which its products are listed.
 */
final class ObservationNames {
  private static final String MISSION = "obs_collection";
  private static final String INSTRUMENT = "instrument_name";
  private static final String PROGRAM = "proposal_id";
  private static final String WEBB = "JWST";
  private static final Set<String> OF_WEBB = Set.of("NIRCAM", "NIRSPEC", "NIRISS", "MIRI", "FGS");

  private ObservationNames() {}

  /** Rows of a kind with those columns of observations, as far as they tell; others as they are. */
  static Table in(Table rows, SetKind kind) {
    return switch (kind) {
      case DATASETS -> ofDatasets(rows);
      case KEYWORDS -> ofKeywords(rows);
      case OBSERVATIONS, PRODUCTS, CATALOG, ROWS -> rows;
    };
  }

  /** Whether products are listed of rows of a kind, under what is their {@code obsid} here. */
  static boolean haveProducts(SetKind kind) {
    return kind == SetKind.OBSERVATIONS || kind == SetKind.DATASETS;
  }

  private static Table ofDatasets(Table rows) {
    Fields own =
        Fields.bundled()
            .preferring(SetKind.DATASETS, RowFields.of(rows, SetKind.DATASETS, Fields.bundled()));
    Table named = DatasetColumns.asObservations(rows, SetKind.DATASETS, own);
    // The searches write their names in small letters, missions are called in capitals.
    named = with(named, MISSION, marks(rows, SetKind.DATASETS, ObservationNames::mission));
    return with(named, Observations.ID, names(rows));
  }

  // Their products are listed under the name that a dataset has in its own table.
  private static List<String> names(Table rows) {
    Map<String, Column> keys = new HashMap<>();
    ServiceTables.bundled()
        .of(rows, SetKind.DATASETS)
        .forEach(
            table -> rows.find(table.keyColumn()).ifPresent(key -> keys.put(table.name(), key)));
    Column searches = rows.column(Subject.column(ServiceTable.mark(SetKind.DATASETS)));
    List<String> names = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      Column key = searches.isMissing(row) ? null : keys.get(searches.text(row));
      names.add(key == null || key.isMissing(row) ? null : key.text(row));
    }
    return names;
  }

  private static Table ofKeywords(Table rows) {
    Table named = with(rows, MISSION, marks(rows, SetKind.KEYWORDS, table -> WEBB));
    named = with(named, INSTRUMENT, marks(rows, SetKind.KEYWORDS, ObservationNames::instrument));
    return rows.has("program")
        ? with(named, PROGRAM, texts(rows, "program", UnaryOperator.identity()))
        : named;
  }

  private static String mission(String search) {
    return search.split("_", 2)[0].toUpperCase(Locale.ROOT);
  }

  // Guide stars and wavefronts have tables of their own and are no instruments.
  private static String instrument(String table) {
    String name = table.toUpperCase(Locale.ROOT);
    return OF_WEBB.contains(name) ? name : null;
  }

  private static List<String> marks(Table rows, SetKind kind, UnaryOperator<String> read) {
    return texts(rows, ServiceTable.mark(kind), read);
  }

  private static List<String> texts(Table rows, String name, UnaryOperator<String> read) {
    Column cells = rows.column(Subject.column(name));
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      texts.add(cells.isMissing(row) ? null : read.apply(cells.text(row)));
    }
    return texts;
  }

  private static Table with(Table rows, String name, List<String> cells) {
    return rows.without(List.of(name)).with(name, TextColumn.of(cells));
  }
}
