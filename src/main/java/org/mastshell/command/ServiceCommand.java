package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.ServiceValue;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CriterionText;
import org.mastshell.language.Operator;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Quoting;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.ArchiveService;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.NearestWords;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/** Asks any service of the archive's query interface by its name. */
public final class ServiceCommand implements ShellCommand {
  /** Its name, which completion goes by. */
  public static final String NAME = "service";

  private final ArchiveAccess archive;

  /**
   * @param archive whom to ask
   */
  public ServiceCommand(ArchiveAccess archive) {
    this.archive = archive;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        NAME,
        List.of(),
        Groups.FIND,
        "ask a service of the archive by its name",
        "[SERVICE] [PARAMETER=VALUE…] [--limit N] [--all]",
        """
        For those who know the archive's own services: gives the rows of any of them as a set. \
        Without a word it lists those that are bundled, with their parameters; others are asked all \
        the same.

        A value is a number, true or false, text, or JSON in quotes: filters='[{"paramName": \
        "proposal_id", "values": ["1073"]}]'. Rows with a data URI are products, with an obsid \
        observations, and else plain rows. Of more than row_limit rows the first come, and that is \
        said; --all brings every one.\
        """,
        new ArgumentSpec(
            true,
            false,
            true,
            List.of(
                OptionSpec.valued("limit", "N", "keep no more than N"),
                OptionSpec.flag("all", "fetch them however many there are"))),
        List.of(
            new Example("service", "which services"),
            new Example("service Mast.Caom.Cone ra=210.8 dec=54.34 radius=0.1", "around a point"),
            new Example("service Mast.Missions.List", "one without parameters")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (arguments.values().isEmpty()) {
      if (!arguments.criteria().isEmpty()) {
        Word first = arguments.criteria().get(0).field();
        throw first.fault(
            arguments.command().line(),
            "of which service?",
            "the name comes first: service Mast.Caom.Cone ra=…    service lists them");
      }
      return CommandResult.done(services().part());
    }
    SpareWords.refuse(arguments, 1, "service takes the name of one service");
    String service = arguments.values().get(0).text();
    Map<String, Object> parameters = parameters(arguments);
    unknown(service, parameters).forEach(work::say);
    int limit = RowLimits.limit(arguments);
    int rowLimit = work.session().settings().whole(Setting.ROW_LIMIT);
    int most = limit != RowLimits.NONE ? limit : arguments.has("all") ? limit : rowLimit;
    Table fetched;
    try (Watch watch = work.watch("asking")) {
      // One more than wanted tells whether there are more.
      fetched =
          archive
              .client(work.session().settings())
              .service(
                  service,
                  parameters,
                  most == RowLimits.NONE ? most : most + 1,
                  watch,
                  work.cancellation());
    } catch (ArchiveException refused) {
      throw refused.kind() == ArchiveException.Kind.QUESTION ? advised(refused, service) : refused;
    }
    Table rows = fetched.first(most);
    WorkingSet set = work.session().addOf(kind(rows), rows, arguments.command().text());
    List<Part> parts = new ArrayList<>(SetSummary.parts(set));
    if (fetched.size() > most) {
      String how = limit == RowLimits.NONE ? "row_limit; --all brings every one" : "--limit";
      parts.add(new Part.LeftOut("  the first " + Counts.text(most) + " only (" + how + ")"));
    }
    return CommandResult.done(parts);
  }

  // A service passes over what it does not know, and there may be more than is known here.
  private static List<String> unknown(String service, Map<String, Object> parameters) {
    ServiceTable known = ArchiveService.of(service);
    List<String> names = known.columns().stream().map(Field::name).toList();
    return names.isEmpty()
        ? List.of()
        : parameters.keySet().stream()
            .filter(name -> !names.contains(name))
            .map(
                name ->
                    "  note: %s is no known parameter of %s: %sit takes %s"
                        .formatted(
                            name, service, nearest(name, names), taken(service).orElseThrow()))
            .toList();
  }

  private static Optional<String> taken(String service) {
    return ArchiveService.bundled().stream()
        .filter(one -> one.name().equalsIgnoreCase(service))
        .findFirst()
        .map(one -> String.join(" ", one.parameters()));
  }

  private static ArchiveException advised(ArchiveException refused, String service) {
    List<String> names = ArchiveService.bundled().stream().map(ArchiveService::name).toList();
    String advice =
        taken(service)
            .map(parameters -> service + " takes " + parameters)
            .orElseGet(() -> nearest(service, names) + "`service` lists those that are known");
    return new ArchiveException(refused.kind(), refused.getMessage(), advice, refused);
  }

  private static String nearest(String word, List<String> known) {
    return NearestWords.to(word, known).stream()
        .findFirst()
        .map(one -> "did you mean " + one + "? ")
        .orElse("");
  }

  private static AnswerTable services() {
    AnswerTable table =
        new AnswerTable()
            .text("service", "its name")
            .text("parameters", "what it takes; those in brackets may be left out")
            .text("gives", "");
    for (ArchiveService one : ArchiveService.bundled()) {
      table.row(one.name(), String.join(" ", one.parameters()), one.meaning());
    }
    return table;
  }

  /** What a command gives the service. */
  static Map<String, Object> parameters(Arguments arguments) {
    String line = arguments.command().line();
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (CriterionText typed : arguments.criteria()) {
      List<Word> values = typed.values();
      if (typed.operator() != Operator.EQUAL) {
        throw typed
            .field()
            .fault(
                line,
                "a parameter is given by =",
                "filters take ranges: see service for what each service takes");
      }
      // Commas belong to the value here: columns=obs_id,obsid.
      String text = String.join(",", values.stream().map(Word::text).toList());
      if (parameters.containsKey(typed.field().text())) {
        throw typed.field().fault(line, "a parameter is given once", "take one of them away");
      }
      try {
        parameters.put(typed.field().text(), isText(values, text) ? text : ServiceValue.of(text));
      } catch (IllegalArgumentException broken) {
        throw values
            .get(0)
            .fault(
                line,
                "that begins like JSON and is none: " + broken.getMessage(),
                "put it into single quotes: filters='[{\"paramName\":\"obsid\",\"values\":[\"1\"]}]'");
      }
    }
    return parameters;
  }

  // What stands in quotes is text, unless it is JSON.
  private static boolean isText(List<Word> values, String text) {
    String begins = text.stripLeading();
    return Quoting.isQuote(values.get(0).raw().charAt(0))
        && !begins.startsWith("[")
        && !begins.startsWith("{");
  }

  private static SetKind kind(Table rows) {
    boolean files = rows.has("productFilename");
    if (files
        && rows.find(ProductRules.URI).filter(uri -> uri.type() == ColumnType.TEXT).isPresent()) {
      return SetKind.PRODUCTS;
    }
    return rows.columns().stream()
            .anyMatch(column -> column.name().toLowerCase(Locale.ROOT).equals(Observations.ID))
        ? SetKind.OBSERVATIONS
        : SetKind.ROWS;
  }
}
