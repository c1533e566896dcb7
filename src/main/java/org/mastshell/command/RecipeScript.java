package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mastshell.archive.TargetsReply;
import org.mastshell.language.Criteria;
import org.mastshell.language.Criterion;
import org.mastshell.language.CriterionText;
import org.mastshell.language.FileReference;
import org.mastshell.language.Quoting;
import org.mastshell.language.Word;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.ValueCounts;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ServiceTables;
import org.mastshell.vocabulary.SetKind;

/**
 * The lines of a script of this shell that makes a set again, whenever and by whomever it is run:
 * dates are absolute, rows are named by what they hold, values from files stand in it, and what
 * missions are meant and what becomes of guide-star files depends on no setting.
 */
final class RecipeScript {
  /** Of a longer list the file is named. */
  private static final int MOST_LISTED = 2000;

  private static final int WIDTH = 96;

  /** Options that change nothing about the rows, or write files. */
  private static final Set<String> DROPPED = Set.of("limit", "unmatched", "partial", "count");

  private final Set<String> remarks = new LinkedHashSet<>();

  /** The sets that have names in the lines, by these. */
  private final Map<String, WorkingSet> named = new HashMap<>();

  /** Things to know about the script, once its lines are there. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** The lines. */
  List<String> lines(List<ReadSet> sets) {
    List<String> lines = new ArrayList<>();
    for (ReadSet read : sets) {
      read.step().use().ifPresent(name -> lines.add("use " + name));
      lines.addAll(
          switch (read.command()) {
            case "search" -> List.of(search(read));
            case DatasetsCommand.NAME, KeywordsCommand.NAME, CatalogCommand.NAME ->
                List.of(ofTable(read));
            case ImportCommand.NAME -> List.of(imported(read));
            case "products" -> products(read);
            case "filter" -> List.of(filter(read));
            case "pick" -> pick(read.parent(), read.chosenRows());
            default -> List.of(asItWas(read));
          });
      read.step()
          .name()
          .ifPresent(
              name -> {
                lines.add("name " + name);
                named.put(name, read.set());
              });
    }
    return lines;
  }

  private String asItWas(ReadSet read) {
    AtWords.in(read.arguments()).forEach(this::remarkOnFile);
    return read.arguments().command().text();
  }

  private String search(ReadSet read) {
    StringBuilder line = new StringBuilder("search").append(criteria(read));
    if (!read.criteria().asksFor(DefaultMission.FIELD)) {
      line.append(' ').append(DefaultMission.ALL);
    }
    if (read.isCut()) {
      List<String> ids = Observations.distinct(read.set().table());
      line.append(' ')
          .append(list(Observations.ID, ids.stream().map(PickedRows::literal).toList()));
      remarks.add("of a search with --limit, the observations are named that came");
    }
    line.append(options(read));
    boolean many = read.set().size() > Integer.parseInt(Setting.ROW_LIMIT.standard());
    return many && !read.arguments().has("all")
        ? line.append(" --all").toString()
        : line.toString();
  }

  private String ofTable(ReadSet read) {
    StringBuilder line =
        new StringBuilder(read.command())
            .append(' ')
            .append(read.arguments().values().get(0).raw())
            .append(criteria(read));
    if (read.isCut()) {
      ServiceTables.bundled().of(read.set().table(), read.set().kind()).stream()
          .findFirst()
          .map(ServiceTable::keyColumn)
          .ifPresent(
              column ->
                  line.append(' ').append(list(column, literals(read.set().table(), column))));
      remarks.add("of a search with --limit, the rows are named that came");
    }
    line.append(options(read));
    boolean many = read.set().size() > Integer.parseInt(Setting.ROW_LIMIT.standard());
    return many && !read.arguments().has("all")
        ? line.append(" --all").toString()
        : line.toString();
  }

  private static List<String> literals(Table rows, String column) {
    return ValueCounts.of(rows, Subject.column(column)).stream()
        .map(ValueCounts.ValueCount::value)
        .filter(Objects::nonNull)
        .map(PickedRows::literal)
        .toList();
  }

  private String imported(ReadSet read) {
    remarks.add(
        "reads the file " + read.arguments().values().get(0).text() + ", which has to go with it");
    return read.arguments().command().text();
  }

  private List<String> products(ReadSet read) {
    List<String> lines = new ArrayList<>();
    if (read.arguments().rows().isPresent()) {
      lines.addAll(pick(read.parent(), read.chosenRows()));
    }
    lines.add("products" + criteria(read) + options(read) + guideStars(read));
    return lines;
  }

  private String filter(ReadSet read) {
    return "filter" + criteria(read) + options(read) + guideStars(read);
  }

  private String guideStars(ReadSet read) {
    return read.set().kind() == SetKind.PRODUCTS
        ? PastFilter.of(read, read.criteria()).guideStars().orElse("")
        : "";
  }

  private List<String> pick(WorkingSet from, int... rows) {
    remarks.add("rows that were picked by their numbers are named by what they hold");
    return PickedRows.of(from, rows).lines(RecipeScript::list);
  }

  // Long lists go over several lines, behind commas.
  private static String list(String field, List<String> values) {
    StringBuilder text = new StringBuilder(field).append('=');
    int column = text.length();
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i) + (i + 1 < values.size() ? "," : "");
      if (column + value.length() > WIDTH) {
        text.append(WrittenScript.GOES_ON);
        column = 4;
      }
      text.append(value);
      column += value.length();
    }
    return text.toString();
  }

  private static String options(ReadSet read) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Word> option : read.arguments().options().entrySet()) {
      if (!DROPPED.contains(option.getKey())) {
        text.append(" --").append(option.getKey());
        boolean flag =
            read.info().arguments().options().stream()
                .noneMatch(one -> one.name().equals(option.getKey()) && one.takesValue());
        text.append(flag ? "" : " " + option.getValue().raw());
      }
    }
    return text.toString();
  }

  private String criteria(ReadSet read) {
    Criteria understood = read.criteria();
    String line = read.arguments().command().line();
    StringBuilder text = new StringBuilder();
    for (CriterionText typed : read.arguments().criteria()) {
      int start = typed.field().start();
      Optional<Criterion> criterion =
          understood.all().stream().filter(one -> one.start() == start).findFirst();
      int end = typed.values().get(typed.values().size() - 1).end();
      text.append(
          criterion
              .flatMap(one -> rewritten(read, typed, one))
              .orElseGet(() -> " " + asTyped(typed, line.substring(start, end))));
    }
    return text.toString();
  }

  private String asTyped(CriterionText typed, String text) {
    typed.values().stream().filter(AtWords::isOne).forEach(this::remarkOnFile);
    return text;
  }

  private void remarkOnFile(Word value) {
    String name = AtWords.reference(value).path();
    if (!name.equals(SetValueFiles.CURRENT) && !named.containsKey(name)) {
      remarks.add("reads the file " + AtWords.whole(value) + ", which has to go with it");
    }
  }

  private Optional<String> rewritten(ReadSet read, CriterionText typed, Criterion criterion) {
    if (!criterion.listed().isEmpty()) {
      return listed(read, typed, criterion);
    }
    Optional<String> absolute = read.reader().absoluteDates(typed, read.set().kind());
    absolute.ifPresent(
        dates -> remarks.add("dates relative to the day of the search are those of " + day(read)));
    return absolute.map(dates -> " " + dates);
  }

  private static String day(ReadSet read) {
    return read.set().made().toString().substring(0, 10);
  }

  // In the script itself, neither _ nor a number says which set is meant.
  private String source(ReadSet read, Word word) {
    FileReference reference = AtWords.reference(word);
    WorkingSet set =
        reference.path().equals(SetValueFiles.CURRENT) && !read.parents().isEmpty()
            ? read.parent()
            : named.get(reference.path());
    return set == null
        ? AtWords.whole(word)
        : reference.column().map(column -> column + " of ").orElse("")
            + "the set of '"
            + SetLine.shortened(set.command())
            + "'";
  }

  // Values that are not all from files are few enough to be typed beside them.
  private Optional<String> listed(ReadSet read, CriterionText typed, Criterion criterion) {
    boolean onlyFiles = typed.values().stream().allMatch(word -> word.text().startsWith("@"));
    boolean named = criterion.field().name().equals(TargetsReply.NAME);
    if (!onlyFiles || named || criterion.listed().size() > MOST_LISTED) {
      return Optional.empty();
    }
    List<String> values =
        criterion.listed().stream()
            .map(value -> Quoting.valueOfFile(value.text()))
            .distinct()
            .toList();
    if (values.stream().anyMatch(value -> value.equalsIgnoreCase("null"))) {
      return Optional.empty();
    }
    remarks.add(
        "values of "
            + typed.values().stream()
                .map(word -> source(read, word))
                .collect(Collectors.joining(", "))
            + " stand in it as they are today");
    return Optional.of(
        " " + typed.field().raw() + typed.operator().symbol() + String.join(",", values));
  }
}
