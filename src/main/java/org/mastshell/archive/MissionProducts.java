package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * Lists the files of datasets by {@code post_list_products} (API.md, section 8), in batches, with
 * the columns that products have elsewhere.
 */
final class MissionProducts {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final int FIRST = 50;
  private static final int LARGEST = 1000;

  private final Asking asking;
  private final ClientOptions options;
  private final String mission;
  private final List<String> datasets;
  private final Predicate criteria;
  private final Progress progress;
  private final TableBuilder gathered = new TableBuilder();
  private final InOrder<Optional<Table>> parts =
      new InOrder<>(part -> part.ifPresent(gathered::addAll));
  private long received;
  private long done;

  MissionProducts(
      Asking asking,
      ClientOptions options,
      String mission,
      List<String> datasets,
      Predicate criteria,
      Progress progress) {
    this.asking = asking;
    this.options = options;
    this.mission = mission;
    this.datasets = datasets;
    this.criteria = criteria;
    this.progress = progress;
  }

  ProductsReply run(Cancellation cancellation) {
    BatchSize size = new BatchSize(Math.min(LARGEST, options.batchSize()), FIRST, LARGEST);
    Batches.Ending<String> ending =
        new Batches<>(datasets, size, this::ask, this::take)
            .run(Math.max(1, options.parallel()), cancellation);
    return new ProductsReply(
        gathered.build(),
        received,
        ending.requests(),
        List.copyOf(ending.unanswered().values()),
        ending.reason(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * What came for a batch.
   *
   * @param received how many rows there were before the criteria
   */
  private record Listed(Table wanted, long received) {}

  private Batches.Answer<Listed> ask(Batches.Batch<String> batch, Cancellation cancellation) {
    Request request =
        asking
            .json(asking.url(MissionAddress.products(mission)))
            .post(RequestBody.create(Json.write(Map.of("dataset_ids", batch.things())), JSON))
            .build();
    Table products = products(asking.answer(request, cancellation, this::read));
    return new Batches.Answer<>(
        new Listed(products.where(criteria), products.size()), products.size());
  }

  private boolean take(Batches.Batch<String> batch, Optional<Batches.Answer<Listed>> answer) {
    Optional<Listed> listed = answer.map(Batches.Answer::content);
    parts.add(batch.first(), batch.things().size(), listed.map(Listed::wanted));
    received += listed.map(Listed::received).orElse(0L);
    done += batch.things().size();
    progress.update(
        new Progress.Step(
            done, datasets.size(), "datasets", String.format(Locale.ROOT, "%,d rows", received)));
    return true;
  }

  private Table read(Response response) throws IOException, TransientFailure {
    new Statuses(asking.host()).checkQuestion(response, Statuses.OF_FIELDS);
    try (JsonParser parser = Json.parser(asking.host(), response)) {
      MissionReply reply = MissionReplyParser.parse(parser, "products");
      if (!reply.hasRows()) {
        throw NetworkTrouble.fault(asking.host(), "there are no rows in it, not even none", null);
      }
      return reply.rows();
    }
  }

  private Table products(Table came) {
    new NeededColumns(asking.host(), List.of("uri", "filename", "dataset"), Predicate.always())
        .of(came);
    List<String> names = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    add(names, columns, "obsID", came, "dataset");
    names.add("obs_collection");
    columns.add(text(came.size(), row -> mission.toUpperCase(Locale.ROOT)));
    add(names, columns, "obs_id", came, "dataset");
    add(names, columns, "productFilename", came, "filename");
    columns.add(text(came.size(), row -> uri(came.text(row, "uri"))));
    names.add("dataURI");
    names.add("productType");
    columns.add(text(came.size(), row -> upper(cell(came, "type", row))));
    add(names, columns, "productGroupDescription", came, "category");
    names.add("productSubGroupDescription");
    columns.add(text(came.size(), row -> upper(cell(came, "file_suffix", row))));
    came.find("size")
        .ifPresent(
            size -> {
              names.add("size");
              columns.add(size);
            });
    names.add("dataRights");
    columns.add(text(came.size(), row -> rights(upper(cell(came, "access", row)))));
    add(names, columns, "filters", came, "filters");
    add(names, columns, "instrument_name", came, "instrument_name");
    add(names, columns, "parent_obsid", came, "dataset");
    return Table.of(names, columns, came.size());
  }

  // High-level products of the community have the data URI that they have everywhere.
  private String uri(String listed) {
    if (listed == null || listed.isBlank()) {
      return "";
    }
    String product = listed.strip();
    return product.startsWith("mast:") ? product : new MissionUri(mission, product).toString();
  }

  private static void add(
      List<String> names, List<Column> columns, String name, Table came, String source) {
    names.add(name);
    columns.add(text(came.size(), row -> cell(came, source, row)));
  }

  // Exclusive data have one word in the common model, and another one in each search.
  private static String rights(String access) {
    return access.equals("EXCLUSIVE") || access.equals("PROPRIETARY") || access.equals("PRIVATE")
        ? "EXCLUSIVE_ACCESS"
        : access;
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  // The archive fills texts of some columns up with blanks.
  private static String cell(Table came, String column, int row) {
    String text = came.has(column) ? came.text(row, column) : null;
    return text == null ? "" : text.strip();
  }

  /** The text of a row; empty where there is none. */
  @FunctionalInterface
  private interface Cells {
    String of(int row);
  }

  private static Column text(int rows, Cells cells) {
    TableBuilder table = new TableBuilder();
    int place = table.column("", ColumnType.TEXT);
    for (int row = 0; row < rows; row++) {
      String text = cells.of(row);
      if (!text.isEmpty()) {
        table.setText(place, text);
      }
      table.endRow();
    }
    return table.build().columnAt(0);
  }
}
