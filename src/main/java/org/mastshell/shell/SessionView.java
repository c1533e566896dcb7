package org.mastshell.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mastshell.command.CommandInfo;
import org.mastshell.command.CountedFacets;
import org.mastshell.command.CrossmatchCommand;
import org.mastshell.command.HelpTopics;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.FacetNumbers;
import org.mastshell.language.OptionSpec;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.terminal.ShellView;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.FieldRanges;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

/** What completion knows of this session. */
final class SessionView implements ShellView {
  private static final String VALUES = "values";

  private static final Set<String> ON_THE_CURRENT_SET =
      Set.of(
          "filter",
          "show",
          VALUES,
          "unique",
          "pick",
          "sort",
          "download",
          "plot",
          "preview",
          "samp");

  private static final List<Suggestion> TRUTHS =
      List.of(new Suggestion("true", "", -1), new Suggestion("false", "", -1));

  private static final Set<String> INSTRUMENTS =
      Set.of("NIRCAM", "NIRSPEC", "NIRISS", "MIRI", "FGS");

  private static final Set<String> BY_POSITION = Set.of("search", "fields", CrossmatchCommand.NAME);

  private final FieldRanges ranges = FieldRanges.bundled();
  private final NarrowedValues values;
  private final List<CommandInfo> commands;
  private final Session session;
  private final KeptNames names;
  private final Fields fields;
  private final OfferedSets sets;
  private final OfferedSettings settings;
  private final HelpTopics topics;
  private final Corrections corrections;
  private final CountedFacets counted;
  private final Offers offers;
  private final FileColumns fileColumns;
  private final Supplier<Optional<WorkingSet>> here;
  private final Supplier<Optional<SetKind>> kind;
  private final AskedTables tables;
  private final Optional<Earlier> typed;
  private final Optional<ServiceTable> asked;

  SessionView(
      List<CommandInfo> commands,
      Session session,
      KeptNames names,
      Fields fields,
      KnownValues bundled,
      Offers offers,
      FileColumns fileColumns,
      HelpTopics topics,
      Supplier<CriteriaReader> criteria,
      Corrections corrections,
      CountedFacets counted,
      AskedTables tables) {
    this.commands = commands;
    this.session = session;
    this.names = names;
    this.fields = fields;
    sets = new OfferedSets(session, fields);
    settings = new OfferedSettings(session);
    this.topics = topics;
    this.corrections = corrections;
    this.counted = counted;
    this.offers = offers;
    this.fileColumns = fileColumns;
    values = new NarrowedValues(new CurrentValues(criteria), commands, session, bundled);
    here = session::current;
    kind = () -> session.current().map(WorkingSet::kind);
    this.tables = tables;
    typed = Optional.empty();
    asked = Optional.empty();
  }

  /**
   * @param now the shell as it is
   * @param here the current set, as it will be
   * @param kind of which kind that is
   * @param typed the command that is being typed
   */
  private SessionView(
      SessionView now,
      Supplier<Optional<WorkingSet>> here,
      Supplier<Optional<SetKind>> kind,
      Optional<Earlier> typed) {
    commands = now.commands;
    session = now.session;
    names = now.names;
    fields = now.fields;
    sets = now.sets;
    settings = now.settings;
    topics = now.topics;
    corrections = now.corrections;
    counted = now.counted;
    offers = now.offers;
    fileColumns = now.fileColumns;
    values = now.values;
    tables = now.tables;
    this.here = here;
    this.kind = kind;
    this.typed = typed;
    asked = typed.flatMap(tables::of);
  }

  @Override
  public ShellView after(List<Earlier> commandsBefore) {
    Optional<SetKind> last =
        commandsBefore.stream()
            .flatMap(earlier -> kindAfter(earlier).stream())
            .reduce((one, next) -> next);
    // Of the set that will be current nobody knows the rows yet.
    return last.<ShellView>map(
            later -> new SessionView(this, Optional::empty, () -> Optional.of(later), typed))
        .orElse(this);
  }

  @Override
  public ShellView within(Earlier command) {
    return new SessionView(this, here, kind, Optional.of(command));
  }

  @Override
  public List<Suggestion> tables(String command) {
    return tables.names(command);
  }

  @Override
  public List<OptionSpec> options(CommandInfo command) {
    return command.arguments().options().stream()
        .filter(option -> typed.map(now -> tables.fits(option, now)).orElse(true))
        .toList();
  }

  @Override
  public boolean takesParameters() {
    return asked.filter(table -> table.kind() == SetKind.ROWS).isPresent();
  }

  @Override
  public List<Field> askedColumns() {
    return asked.map(ServiceTable::columns).orElse(List.of());
  }

  private static boolean isCalled(WorkingSet set, String word) {
    return set.word().equalsIgnoreCase(word) || Integer.toString(set.number()).equals(word);
  }

  /** Of which kind the current set is when a command has made another one current, if it does. */
  private Optional<SetKind> kindAfter(Earlier earlier) {
    return switch (earlier.command()) {
      case "search", "observations" -> Optional.of(SetKind.OBSERVATIONS);
      case "products" -> Optional.of(SetKind.PRODUCTS);
      case "use" ->
          session.sets().stream()
              .filter(set -> isCalled(set, earlier.word()))
              .map(WorkingSet::kind)
              .findFirst();
      default -> tables.kindAfter(earlier);
    };
  }

  @Override
  public void lineBegins() {
    offers.prepare(() -> fields.ofArchive().all(SetKind.OBSERVATIONS));
    session.current().ifPresent(set -> values.prepare(set, present(set)));
  }

  @Override
  public List<CommandInfo> commands() {
    return commands;
  }

  @Override
  public List<Field> fields(String command) {
    if (asked.isPresent()) {
      return tables.criteria(typed.orElseThrow(), asked.get());
    }
    List<Field> known = new ArrayList<>();
    if (BY_POSITION.contains(command)) {
      AskedTables.positions(command, SetKind.OBSERVATIONS).forEach(known::add);
    }
    if (command.equals(VALUES)) {
      SetKind.OF_ARCHIVE.stream().map(fields::all).forEach(known::addAll);
      return known;
    }
    known.addAll(
        held(command)
            .map(this::present)
            .orElseGet(() -> fields.ofArchive().all(criteriaKind(command))));
    return known;
  }

  @Override
  public List<Field> fields(SetKind kind) {
    return fields.all(kind);
  }

  @Override
  public Optional<Field> field(String word, String command) {
    if (asked.isPresent()) {
      return asked
          .get()
          .fields(fields.ofArchive())
          .find(word, asked.get().kind())
          .or(() -> AskedTables.position(word, command, asked.get().kind()));
    }
    Optional<Field> position =
        BY_POSITION.contains(command)
            ? AskedTables.position(word, command, SetKind.OBSERVATIONS)
            : Optional.empty();
    Fields askable = ON_THE_CURRENT_SET.contains(command) ? fields : fields.ofArchive();
    Optional<Field> usual = position.or(() -> askable.find(word, criteriaKind(command)));
    return command.equals(VALUES)
        ? usual.or(
            () ->
                SetKind.OF_ARCHIVE.stream()
                    .flatMap(kind -> fields.find(word, kind).stream())
                    .findFirst())
        : usual;
  }

  /** The set that a command works on, if it is here. */
  private Optional<WorkingSet> held(String command) {
    return here.get()
        .filter(set -> ON_THE_CURRENT_SET.contains(command) && set.kind() == criteriaKind(command));
  }

  // values asks the archive for the fields that it lists.
  private Optional<WorkingSet> held(Field field, String command) {
    boolean listed = field.sets().contains(SetKind.OBSERVATIONS) && !field.subject().isDerived();
    return command.equals(VALUES) && listed
        ? Optional.empty()
        : held(command).filter(set -> field.sets().contains(set.kind()));
  }

  // A set may lack columns that the archive has; what is read from names is in every set.
  private List<Field> present(WorkingSet set) {
    return fields.all(set.kind()).stream()
        .filter(field -> set.table().has(field.subject().source()))
        .toList();
  }

  @Override
  public SetKind criteriaKind(String command) {
    if (asked.isPresent()) {
      return asked.get().kind();
    }
    if (command.equals("products") || command.equals("download")) {
      return SetKind.PRODUCTS;
    }
    return ON_THE_CURRENT_SET.contains(command)
        ? kind.get().orElse(SetKind.OBSERVATIONS)
        : SetKind.OBSERVATIONS;
  }

  @Override
  public List<Suggestion> values(Field field, String command, Map<String, String> alreadyOnLine) {
    List<Suggestion> known =
        asked.isPresent()
            ? values(asked.get(), field, alreadyOnLine)
            : offers.of(field, alreadyOnLine);
    return known.isEmpty() && field.kind() == ValueKind.FLAG ? TRUTHS : known;
  }

  // Filters are called alike wherever they are asked for.
  private List<Suggestion> values(
      ServiceTable search, Field column, Map<String, String> alreadyOnLine) {
    List<Suggestion> known =
        search.values(column).stream()
            .map(value -> new Suggestion(value.value(), value.meaning(), -1))
            .toList();
    return known.isEmpty() && column.aliases().contains("filters")
        ? fields.ofArchive().find("filters", SetKind.OBSERVATIONS).stream()
            .flatMap(field -> offers.of(field, context(search, alreadyOnLine)).stream())
            // A keyword is of one wheel.
            .filter(value -> column.kind() == ValueKind.LIST || value.value().indexOf(';') < 0)
            .toList()
        : known;
  }

  private static Map<String, String> context(
      ServiceTable search, Map<String, String> alreadyOnLine) {
    Map<String, String> context = new HashMap<>(Map.of("obs_collection", mission(search)));
    instrument(search, alreadyOnLine).ifPresent(name -> context.put("instrument_name", name));
    return context;
  }

  private static Optional<String> instrument(
      ServiceTable search, Map<String, String> alreadyOnLine) {
    return search.kind() == SetKind.KEYWORDS
        ? Optional.of(search.name().toUpperCase(Locale.ROOT)).filter(INSTRUMENTS::contains)
        : search.meant("instrument").map(field -> alreadyOnLine.get(field.name()));
  }

  // Keywords are those of Webb's instruments.
  private static String mission(ServiceTable table) {
    return table.kind() == SetKind.KEYWORDS ? "JWST" : table.name().toUpperCase(Locale.ROOT);
  }

  @Override
  public Optional<HeldValues> held(Field field, String command, List<String> others) {
    return held(field, command).map(set -> values.of(set, field, command, others));
  }

  @Override
  public Optional<HeldValues> heldByNow(Field field, String command) {
    return held(field, command).map(set -> values.byNow(set, field, command));
  }

  @Override
  public Optional<String> range(Field field, String command) {
    return held(command)
        .flatMap(set -> values.range(set, field))
        .or(() -> ranges.of(field).map(RangeText::of));
  }

  @Override
  public Optional<String> correction() {
    return corrections.line();
  }

  @Override
  public List<Suggestion> settings() {
    return settings.names();
  }

  @Override
  public List<Suggestion> settingValues(String setting) {
    Optional<Setting> asked = Setting.of(setting);
    if (asked.filter(Setting.MISSION::equals).isPresent()) {
      return fields.find("obs_collection", SetKind.OBSERVATIONS).stream()
          .flatMap(field -> values(field, "search", Map.of()).stream())
          .toList();
    }
    return asked.map(settings::choices).orElse(List.of());
  }

  @Override
  public List<Suggestion> sets() {
    return sets.names();
  }

  @Override
  public List<Suggestion> variables() {
    return names.variables();
  }

  @Override
  public List<Suggestion> searches() {
    return names.searches();
  }

  @Override
  public List<Suggestion> sessions() {
    return names.sessions();
  }

  @Override
  public List<Suggestion> jobs() {
    return names.jobs();
  }

  @Override
  public List<Suggestion> clients() {
    return names.clients();
  }

  @Override
  public boolean isFile(String path) {
    return fileColumns.isFile(path);
  }

  @Override
  public List<Suggestion> fileColumns(String path) {
    return fileColumns.of(path);
  }

  @Override
  public List<Suggestion> setColumns(String name) {
    return sets.columns(name);
  }

  @Override
  public List<Field> columns() {
    return here.get().map(this::present).or(() -> kind.get().map(fields::all)).orElse(List.of());
  }

  @Override
  public List<Suggestion> topics() {
    return topics.names().stream()
        .map(name -> new Suggestion(name, topics.subject(name), -1))
        .toList();
  }

  @Override
  public List<Suggestion> facets() {
    return kind.get().stream()
        .flatMap(now -> counted.choices(now).stream())
        .map(
            line ->
                new Suggestion(FacetNumbers.PREFIX + line.number(), line.criterion(), line.count()))
        .toList();
  }

  @Override
  public List<Suggestion> tables() {
    return sets.tables();
  }

  @Override
  public List<Suggestion> tableColumns(List<String> names) {
    return sets.tableColumns(names);
  }

  @Override
  public int rows() {
    return here.get().map(WorkingSet::size).orElse(0);
  }
}
