package org.mastshell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mastshell.archive.QueryPlan;
import org.mastshell.language.Arguments;
import org.mastshell.language.Columns;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriterionText;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValue;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.NearestWords;
import org.mastshell.vocabulary.PositionFields;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/**
 * The words of a command that asks a table with columns of its own: the name of the table, criteria
 * on its columns, columns to bring.
 */
final class ServiceWords {
  static final OptionSpec COLUMNS =
      OptionSpec.valued("columns", "LIST|all", "more columns, or all");
  static final OptionSpec COUNT = OptionSpec.flag("count", "only count them");
  static final OptionSpec LIMIT = OptionSpec.valued("limit", "N", "keep no more than N");
  static final OptionSpec ALL = OptionSpec.flag("all", "fetch them however many there are");

  private static final String NOTHING_FITS =
      "  nothing fits: leave a criterion out, or ask for the number of each with --count";
  private static final String NOTHING_THERE = "  nothing lies there: a larger radius may find more";

  private final SetKind kind;
  private final String command;
  private final String called;
  private final ServiceFields tables;
  private final Fields others;
  private final KnownValues known;

  /**
   * @param kind of the rows
   * @param command its name
   * @param called what a table is called ({@code mission search})
   * @param others what fields are called elsewhere
   * @param known values of the common model's fields, for those that are called alike
   */
  ServiceWords(
      SetKind kind,
      String command,
      String called,
      ServiceFields tables,
      Fields others,
      KnownValues known) {
    this.kind = kind;
    this.command = command;
    this.called = called;
    this.tables = tables;
    this.others = others;
    this.known = known;
  }

  /** The tables there are. */
  List<ServiceTable> tables() {
    return tables.all(kind);
  }

  /**
   * The table that the first word names.
   *
   * @throws SyntaxException if there is none of that name
   */
  ServiceTable table(Arguments arguments) {
    Word word = arguments.values().get(0);
    Optional<ServiceTable> found = tables.find(kind, word.text());
    if (found.isPresent()) {
      return found.get();
    }
    List<String> names = tables.all(kind).stream().map(ServiceTable::name).toList();
    String near =
        NearestWords.to(word.text(), names).stream()
            .findFirst()
            .map(one -> "did you mean " + one + "? ")
            .orElse("");
    throw word.fault(
            arguments.command().line(),
            "no " + called + " is called " + word.text(),
            near + "there are " + String.join(", ", names))
        .rightWith(NearestWords.only(word.text(), names));
  }

  /** The fault of a line that names no table. */
  SyntaxException nameless(Arguments arguments) {
    Word first =
        arguments.criteria().stream()
            .findFirst()
            .map(CriterionText::field)
            .orElse(arguments.command().name());
    String example = tables.all(kind).get(0).name();
    return first.fault(
        arguments.command().line(),
        "of which " + called + "?",
        "the name comes first: " + command + " " + example + " …    " + asking() + " lists them");
  }

  /** What fields are called elsewhere. */
  Fields others() {
    return others;
  }

  /** The fields of a table. */
  Fields fields(ServiceTable table) {
    return table.fields(others);
  }

  /** Finds mistyped values of criteria by what the columns of a table are known to have. */
  MistypedValues mistyped(ServiceTable table) {
    KnownValues own = known.of(table);
    return new MistypedValues(field -> own.of(field).stream().map(KnownValue::value).toList());
  }

  /**
   * What a person is told of a set that came: what is in it, and of an empty one what was probably
   * mistyped.
   *
   * @param more further lines
   */
  CommandResult result(WorkingSet set, ServiceTable table, Criteria criteria, List<Part> more) {
    List<Part> parts = new ArrayList<>(SetSummary.parts(set));
    parts.addAll(more);
    if (set.size() > 0) {
      return CommandResult.done(parts);
    }
    MistypedValues mistyped = mistyped(table);
    List<String> questions = mistyped.questions(criteria);
    questions.forEach(line -> parts.add(new Part.Talk(line)));
    if (questions.isEmpty()) {
      parts.add(new Part.Talk(criteria.all().isEmpty() ? NOTHING_THERE : NOTHING_FITS));
    }
    return CommandResult.done(parts)
        .orRather(mistyped.correction(criteria, set.table(), set.table()));
  }

  /** The values of criteria by which nothing was found that may be mistyped, as questions. */
  List<Part> doubts(ServiceTable table, Criteria criteria) {
    return mistyped(table).questions(criteria).stream()
        .map(line -> (Part) new Part.Talk(line))
        .toList();
  }

  /** The first word in the place of a field that the table does not have. */
  Optional<Word> stranger(Arguments arguments, ServiceTable table) {
    Fields own = fields(table);
    return arguments.criteria().stream()
        .map(CriterionText::field)
        .filter(
            word ->
                own.find(word.text(), kind).isEmpty()
                    && PositionFields.find(word.text(), kind).isEmpty())
        .findFirst();
  }

  /**
   * Goes on only if all criteria are on columns of the table.
   *
   * @throws SyntaxException at the first that is not
   */
  void requireKnown(Arguments arguments, ServiceTable table) {
    Optional<Word> stranger = stranger(arguments, table);
    if (stranger.isPresent()) {
      Word word = stranger.get();
      Fields own = fields(table);
      List<String> near = own.nearest(word.text(), kind);
      String meant = near.isEmpty() ? "" : "did you mean " + String.join(", ", near) + "? ";
      throw word.fault(
              arguments.command().line(),
              table.title() + " has no column " + word.text(),
              meant + asking() + " " + table.name() + " --fields lists them")
          .rightWith(own.meant(word.text(), kind));
    }
  }

  // crossmatch leaves it to catalog to tell of catalogues.
  private String asking() {
    return kind == SetKind.CATALOG ? CatalogCommand.NAME : command;
  }

  /**
   * Goes on only if there is something to ask for.
   *
   * @throws SyntaxException if everything would come
   */
  void requireCriteria(Arguments arguments, Criteria criteria) {
    if (criteria.isEmpty() && !arguments.has(ALL.name()) && !arguments.has(COUNT.name())) {
      Word table = arguments.values().get(0);
      throw table.fault(
          arguments.command().line(),
          command + " needs at least one criterion",
          command
              + " "
              + table.text()
              + (kind == SetKind.CATALOG ? " target=\"M 101\" radius=3arcmin" : " program=…")
              + "    --fields lists what can be asked");
    }
  }

  /**
   * Goes on only if the archive can be asked for less than everything, or the person wants that.
   *
   * @throws SyntaxException if it cannot
   */
  static void requireSomethingToSend(QueryPlan plan, Criteria criteria, Arguments arguments) {
    boolean sends = !plan.unbounded() || criteria.position().isPresent();
    if (!sends && !criteria.isEmpty() && !arguments.has(ALL.name())) {
      throw new SyntaxException(
          "nothing of this can be asked of the archive: it would have to send everything",
          arguments.command().line(),
          criteria.all().get(0).start(),
          criteria.all().get(criteria.all().size() - 1).end(),
          "add a criterion with =, a range or a wildcard, or --all");
    }
  }

  /** Whether the columns that the option names are known. */
  boolean knowsColumns(Arguments arguments, ServiceTable table) {
    Fields own = fields(table);
    return arguments.option(COLUMNS.name()).stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(String::strip)
        .allMatch(name -> own.find(name, kind).isPresent());
  }

  /**
   * The columns to ask for, in their order: the usual ones, and what the option names.
   *
   * @return empty where the archive may choose
   * @throws SyntaxException if one of them is no column of the table
   */
  List<String> columns(Arguments arguments, ServiceTable table) {
    return columns(arguments, table, fields(table));
  }

  /**
   * The same for columns that are the fields of a dictionary.
   *
   * @param own the fields of the table
   */
  static List<String> columns(Arguments arguments, ServiceTable table, Fields own) {
    Word option = arguments.options().get(COLUMNS.name());
    if (option != null && option.text().equalsIgnoreCase(ALL.name())) {
      return table.columns().stream().map(Field::name).toList();
    }
    Set<String> named = new LinkedHashSet<>(table.usual());
    named.addAll(named(arguments, table, own));
    return table.columns().stream().map(Field::name).filter(named::contains).toList();
  }

  /** The columns that --columns names; none where it asks for all of them. */
  List<String> named(Arguments arguments, ServiceTable table) {
    return named(arguments, table, fields(table));
  }

  private static List<String> named(Arguments arguments, ServiceTable table, Fields own) {
    Word option = arguments.options().get(COLUMNS.name());
    if (option == null || option.text().equalsIgnoreCase(ALL.name())) {
      return List.of();
    }
    return Columns.read(List.of(option), table.kind(), own, arguments.command().line()).stream()
        .map(Field::name)
        .toList();
  }

  /**
   * What a person is told of a question: what is sent, and what is judged here.
   *
   * @param more what is sent beside the criteria
   */
  static List<String> echo(QueryPlan plan, List<String> more) {
    List<String> sent = new ArrayList<>(plan.sent());
    sent.addAll(more);
    List<String> lines = new ArrayList<>();
    if (!sent.isEmpty()) {
      String requests = plan.requests() > 1 ? " (" + plan.requests() + " requests)" : "";
      lines.add("  sent: " + String.join(" ", sent) + requests);
    }
    if (!plan.judgedHereOnly().isEmpty()) {
      lines.add("  judged here: " + String.join(" ", plan.judgedHereOnly()));
    }
    return lines;
  }
}
