package org.mastshell.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mastshell.fuzz.Claim;
import org.mastshell.fuzz.SameTables;
import org.mastshell.fuzz.ScratchFile;
import org.mastshell.fuzz.Target;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;

/** Files of tables and lists: read or refused with a message, and the same after an export. */
public final class ImportTarget implements Target {
  private static final KnownTypes UNKNOWN = (name, all) -> Optional.empty();

  private final Kind kind;
  private final ScratchFile scratch = new ScratchFile("x.fits");

  private ImportTarget(Kind kind) {
    this.kind = kind;
  }

  private enum Kind {
    TEXT,
    ECSV,
    JSON,
    VOTABLE,
    FITS
  }

  /** CSV, TSV, Markdown and lists of lines. */
  public static Target ofText() {
    return new ImportTarget(Kind.TEXT);
  }

  /** ECSV. */
  public static Target ofEcsv() {
    return new ImportTarget(Kind.ECSV);
  }

  /** JSON, as a table and as lines. */
  public static Target ofJson() {
    return new ImportTarget(Kind.JSON);
  }

  /** VOTables of all serializations. */
  public static Target ofVoTable() {
    return new ImportTarget(Kind.VOTABLE);
  }

  /** FITS, of which files are made. */
  public static Target ofFits() {
    return new ImportTarget(Kind.FITS);
  }

  @Override
  public void take(byte[] input) throws IOException {
    String text = "";
    if (!isOfLibrary()) {
      try {
        text = FileText.tableText(input);
      } catch (IOException refused) {
        requireMessage(refused);
        return;
      }
    }
    if (text.isBlank() && !isOfLibrary()) {
      return;
    }
    // Two ways of reading: of formats whose libraries are slow each has half of the inputs.
    boolean half = input.length % 2 == 0;
    if (!isOfLibrary() || half) {
      asTable(text, input);
    }
    if (!isOfLibrary() || !half) {
      asValues(text, input);
    }
  }

  private boolean isOfLibrary() {
    return kind == Kind.VOTABLE || kind == Kind.FITS;
  }

  private void asTable(String text, byte... input) throws IOException {
    try {
      Optional<ReadTable> read = table(text, input);
      if (read.isPresent()) {
        requireSound(read.get());
      }
    } catch (IOException refused) {
      requireMessage(refused);
    }
  }

  private void asValues(String text, byte... input) throws IOException {
    try {
      values(text, input);
    } catch (IOException refused) {
      requireMessage(refused);
    }
  }

  private Optional<ReadTable> table(String text, byte... input) throws IOException {
    return switch (kind) {
      case VOTABLE -> Optional.of(StarReader.votable(input));
      case FITS -> Optional.of(StarReader.fits(scratch.holding(input)));
      default -> {
        // Half of them as what a person calls a table, and as what was kept from formulas.
        boolean table = text.length() % 2 == 0;
        ReadFile file =
            new TypedFiles(UNKNOWN).ofText(text, name(text), table, text.length() % 3 == 0);
        for (FileRow row : file.list()) {
          Claim.same(row.cells().size(), 1, "a line of a list is one cell");
        }
        yield file.table();
      }
    };
  }

  private String name(String text) {
    return switch (kind) {
      case ECSV -> "x.ecsv";
      case JSON -> "x.json";
      default -> text.length() % 5 == 0 ? "x.txt" : text.length() % 5 == 1 ? "x.tsv" : "x.csv";
    };
  }

  // The same file as one from which the values of a criterion are taken.
  private void values(String text, byte... input) throws IOException {
    TableFile file =
        switch (kind) {
          case VOTABLE -> new VoTableFile(input);
          case FITS -> new StarTableFile(scratch.holding(input));
          case JSON -> JsonFile.read(text);
          default -> DelimitedFile.of(text, name(text));
        };
    List<Integer> places = new ArrayList<>();
    for (FileColumn column : file.columns()) {
      Claim.that(column.name() != null && column.unit() != null, "a column can be told");
      places.add(places.size());
    }
    for (FileRow row : file.rows(places).list()) {
      Claim.same(row.cells().size(), places.size(), "a cell a column");
    }
    file.lines();
  }

  private static void requireMessage(IOException refused) {
    String message = refused.getMessage();
    Claim.that(message != null && !message.isBlank(), "a refusal says something");
  }

  private void requireSound(ReadTable read) throws IOException {
    Table table = read.table();
    SameTables.requireWhole(table);
    Claim.same(read.columns().size(), table.columns().size(), "something is said of each column");
    Map<String, ColumnType> types = new HashMap<>();
    List<DataColumn> columns = new ArrayList<>();
    for (int place = 0; place < table.columns().size(); place++) {
      ColumnInfo info = table.columns().get(place);
      Claim.that(!info.name().isEmpty(), "a column has a name");
      ColumnType before = types.put(info.name(), info.type());
      Claim.that(before == null, "a column has a name of its own: " + info.name());
      columns.add(new DataColumn(info.name(), read.columns().get(place).unit(), ""));
    }
    writtenAgain(new TableDocument("rows", table, columns, List.of()), types);
  }

  private void writtenAgain(TableDocument document, Map<String, ColumnType> types)
      throws IOException {
    // Without rows nothing tells the columns of JSON.
    if (kind == Kind.JSON && document.table().isEmpty()) {
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
    TableWriter writer =
        switch (kind) {
          case TEXT -> TableWriters.of(Format.CSV);
          case ECSV -> new EcsvTableWriter(document.notes());
          case JSON -> TableWriters.of(Format.JSON);
          case VOTABLE -> new VoTableWriter(document, Serialization.TABLEDATA);
          case FITS -> null;
        };
    if (writer == null) {
      new FitsTable(document).write(bytes);
      Claim.that(bytes.size() > 0, "a table can be written");
      return;
    }
    writer.write(document.table(), document.columns(), out);
    out.flush();
    if (kind == Kind.VOTABLE) {
      ReadTable again = StarReader.votable(bytes.toByteArray());
      Claim.same(again.table().size(), document.table().size(), "as many rows as were written");
      return;
    }
    String text = bytes.toString(StandardCharsets.UTF_8);
    ReadFile file =
        new TypedFiles((name, all) -> Optional.ofNullable(types.get(name)))
            .ofText(text, kind == Kind.TEXT ? "x.csv" : name(text), true, false);
    requireSame(document.table(), file.table().orElseThrow().table());
  }

  private void requireSame(Table written, Table read) {
    // Blanks around a name do not count, so that it may be no longer one of its own.
    if (written.columns().stream().allMatch(info -> info.name().equals(info.name().strip()))) {
      Claim.same(read.columns(), written.columns(), "the columns that were written");
    }
    Claim.same(read.size(), written.size(), "as many rows as were written");
    // A line cannot be empty: of a lone column, an empty text and none are written alike.
    boolean lone = kind == Kind.TEXT && written.columns().size() == 1;
    UnaryOperator<String> kept =
        switch (kind) {
          case ECSV -> ImportTarget::inEcsv;
          default -> text -> lone && text.isEmpty() ? null : text;
        };
    for (int place = 0; place < written.columns().size(); place++) {
      for (int row = 0; row < written.size(); row++) {
        String text = written.columnAt(place).text(row);
        String same = read.columnAt(place).text(row);
        String cell = text == null ? null : kept.apply(text);
        Claim.same(lone && same != null && same.isEmpty() ? null : same, cell, "the cell written");
      }
    }
  }

  // The format knows neither line breaks in a cell nor empty texts.
  private static String inEcsv(String text) {
    String line = text.replaceAll("\r\n|\r|\n", " ");
    return line.isEmpty() ? null : line;
  }

  /** A small file of FITS, to begin with. */
  public static byte[] fitsSeed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Table table = RandomTables.table(List.of(new RandomTables.Row("a", 1L, 2.5, true)));
    List<DataColumn> columns =
        table.columns().stream().map(info -> new DataColumn(info.name(), "", "")).toList();
    new FitsTable(new TableDocument("rows", table, columns, List.of())).write(bytes);
    return bytes.toByteArray();
  }

  /** Where the scratch file is, for its removal. */
  Path scratch() throws IOException {
    return scratch.path();
  }
}
