package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mastshell.command.CommandForm;
import org.mastshell.command.CommandInfo;
import org.mastshell.command.Example;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.OptionSpec;
import org.mastshell.table.Subject;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.PositionFields;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

/** A small shell that never changes. */
final class FixedView implements ShellView {
  private static final OptionSpec SORT = OptionSpec.valued("sort", "[-]COLUMN", "order of rows");

  private final List<CommandInfo> commands =
      List.of(
          info(
              "search",
              "find",
              "Explore",
              "CRITERION… [--count] [--limit N]",
              new ArgumentSpec(
                  true,
                  false,
                  false,
                  List.of(
                      OptionSpec.flag("count", "only count"),
                      OptionSpec.valued("limit", "N", "at most so many").withShort('n'),
                      OptionSpec.valued("include", "planned,ffi", "take these too")))),
          info(
              "products",
              "",
              "Explore",
              "[ROWS] [CRITERION…]",
              new ArgumentSpec(true, true, false, List.of())),
          info("pick", "", "Explore", "ROWS", new ArgumentSpec(false, true, false, List.of())),
          info(
              "show",
              "",
              "Look",
              "[ROWS] [COLUMN…] [--sort [-]COLUMN] [--columns all]",
              new ArgumentSpec(
                  false,
                  true,
                  true,
                  List.of(
                      SORT,
                      OptionSpec.valued("columns", "all|COLUMN,…", "these"),
                      OptionSpec.flag("all", "all")))),
          info("fields", "", "Look", "[PATTERN]", new ArgumentSpec(false, false, true, List.of())),
          info(
              "values",
              "",
              "Look",
              "FIELD [PATTERN]",
              new ArgumentSpec(false, false, true, List.of())),
          info("use", "", "Sets", "N", new ArgumentSpec(false, false, true, List.of())),
          info(
              "filter",
              "",
              "Explore",
              "CRITERION… [--guide-stars yes|no|only] [--previews]",
              new ArgumentSpec(
                  true,
                  false,
                  false,
                  true,
                  List.of(
                      OptionSpec.valued("guide-stars", "yes|no|only", "guide-star files"),
                      OptionSpec.flag("previews", "keep previews")))),
          info(
              "download",
              "",
              "Fetch",
              "[ROWS] [CRITERION…] [--dir DIR] [--curl [FILE]]",
              new ArgumentSpec(
                  true,
                  true,
                  false,
                  List.of(
                      OptionSpec.valued("dir", "DIR", "where to"),
                      OptionSpec.valued("layout", "mast|flat|TEMPLATE", "which folders"),
                      new OptionSpec("curl", '\0', "FILE", true, "a script instead")))),
          info(
              "set",
              "",
              "Shell",
              "[NAME [VALUE]]",
              new ArgumentSpec(false, false, true, List.of())),
          info("source", "", "Shell", "FILE", new ArgumentSpec(false, false, true, List.of())),
          info(
              "help",
              "",
              "Shell",
              "[COMMAND|topic]",
              new ArgumentSpec(false, false, true, List.of())),
          info("sort", "", "Sets", "[-]COLUMN…", new ArgumentSpec(false, false, true, List.of())),
          info("stats", "", "Sets", "[COLUMN…]", new ArgumentSpec(false, false, true, List.of())),
          info(
              "resolve",
              "",
              "Look",
              "NAME[, NAME…] [--all]",
              new ArgumentSpec(
                  false, false, true, List.of(OptionSpec.flag("all", "every position")))),
          info(
              "undo",
              "",
              "Sets",
              "[--all]",
              new ArgumentSpec(
                  false, false, false, List.of(OptionSpec.flag("all", "to the first set")))),
          info(
              "watch",
              "",
              "Scripts",
              "INTERVAL COMMAND [--then COMMAND]",
              new ArgumentSpec(
                  false,
                  false,
                  true,
                  List.of(OptionSpec.valued("then", "COMMAND", "on new rows")))),
          info(
              "on-error",
              "",
              "Scripts",
              "[continue|stop] | COMMAND",
              new ArgumentSpec(false, false, true, List.of())),
          info("sql", "", "Sets", "SELECT …", new ArgumentSpec(false, false, true, List.of())),
          info(
              "send",
              "",
              "Take",
              "[ROWS] [--to CLIENT]",
              new ArgumentSpec(
                  false, true, false, List.of(OptionSpec.valued("to", "CLIENT", "to one alone")))),
          new CommandInfo(
              "session",
              List.of(),
              "Shell",
              "Does session.",
              "[list | load SESSION | export SESSION FILE | clear [old|new]]",
              "",
              new ArgumentSpec(false, false, true, List.of()),
              List.of(new Example("session list", "")),
              List.of(
                  new CommandForm("list", "what is kept"),
                  new CommandForm("load SESSION", "go on with one"),
                  new CommandForm("export SESSION FILE", "take one elsewhere"),
                  new CommandForm("clear [old|new]", "remove some"))));

  private static final SetKind OBSERVATIONS = SetKind.OBSERVATIONS;
  private static final SetKind PRODUCTS = SetKind.PRODUCTS;

  private final List<Field> fields =
      List.of(
          field("obs_collection", "mission", "Mission", OBSERVATIONS, ValueKind.TEXT, ""),
          field("instrument_name", "instrument", "Instrument", OBSERVATIONS, ValueKind.TEXT, ""),
          field("filters", "filter", "Filters", OBSERVATIONS, ValueKind.LIST, ""),
          field("proposal_id", "program,pid", "Program", OBSERVATIONS, ValueKind.TEXT, ""),
          field("proposal_pi", "pi", "Investigator", OBSERVATIONS, ValueKind.TEXT, ""),
          field("target_name", "target", "Target", OBSERVATIONS, ValueKind.TEXT, ""),
          field("target_classification", "class", "Kind", OBSERVATIONS, ValueKind.LIST, ""),
          field("calib_level", "level", "Level", OBSERVATIONS, ValueKind.INTEGER, ""),
          field("t_exptime", "exptime", "Exposure time", OBSERVATIONS, ValueKind.DURATION, "s"),
          field("s_ra", "ra", "Right ascension", OBSERVATIONS, ValueKind.ANGLE, "deg"),
          field("t_min", "start", "Start time", OBSERVATIONS, ValueKind.DATE, "MJD"),
          field("mtFlag", "moving", "Moving target", OBSERVATIONS, ValueKind.FLAG, ""),
          field("em_min", "", "Shortest wavelength", OBSERVATIONS, ValueKind.WAVELENGTH, "nm"),
          field("productFilename", "name", "File name", PRODUCTS, ValueKind.TEXT, ""),
          field("size", "", "Size", PRODUCTS, ValueKind.SIZE, "B"),
          named("suffix", "Suffix", PRODUCTS),
          named("detector", "Detector", PRODUCTS),
          named("exposure", "Exposure number", OBSERVATIONS),
          named("stage", "Stage", OBSERVATIONS));

  private final Optional<String> correction;

  /** The kind of the set that earlier commands of the line will make current. */
  private final Optional<SetKind> later;

  FixedView() {
    this(Optional.empty());
  }

  /**
   * @param correction the line that was meant by the one before
   */
  FixedView(Optional<String> correction) {
    this(correction, Optional.empty());
  }

  private FixedView(Optional<String> correction, Optional<SetKind> later) {
    this.correction = correction;
    this.later = later;
  }

  private static CommandInfo info(
      String name, String alias, String group, String usage, ArgumentSpec arguments) {
    return new CommandInfo(
        name,
        alias.isEmpty() ? List.of() : List.of(alias),
        group,
        "Does " + name + ".",
        usage,
        "",
        arguments,
        List.of(new Example(name, "")));
  }

  private static Field field(
      String name, String aliases, String label, SetKind set, ValueKind kind, String unit) {
    return new Field(
        name,
        aliases.isEmpty() ? List.of() : List.of(aliases.split(",", -1)),
        Set.of(set),
        kind,
        unit,
        label,
        "What " + name + " means",
        "1",
        Subject.column(name));
  }

  private static Field named(String name, String label, SetKind set) {
    return new Field(
        name,
        List.of(),
        Set.of(set),
        ValueKind.TEXT,
        "",
        label,
        "What " + name + " means",
        "1",
        Subject.derived(name, "productFilename", text -> text));
  }

  private static List<Suggestion> words(String... words) {
    List<Suggestion> suggestions = new ArrayList<>();
    for (String word : words) {
      suggestions.add(new Suggestion(word, "", -1));
    }
    return suggestions;
  }

  @Override
  public ShellView after(List<Earlier> earlier) {
    return earlier.stream()
        .filter(one -> List.of("search", "products").contains(one.command()))
        .reduce((one, next) -> next)
        .map(last -> last.command().equals("search") ? OBSERVATIONS : PRODUCTS)
        .<ShellView>map(kind -> new FixedView(correction, Optional.of(kind)))
        .orElse(this);
  }

  @Override
  public List<CommandInfo> commands() {
    return commands;
  }

  @Override
  public void lineBegins() {
    // What never changes needs no preparation.
  }

  @Override
  public List<Field> fields(String command) {
    List<Field> known = new ArrayList<>();
    if (command.equals("search")) {
      known.addAll(PositionFields.all());
    }
    known.addAll(fields(criteriaKind(command)));
    return known;
  }

  @Override
  public List<Field> fields(SetKind kind) {
    return fields.stream().filter(field -> field.sets().contains(kind)).toList();
  }

  @Override
  public Optional<Field> field(String word, String command) {
    return fields(command).stream()
        .filter(
            field ->
                field.name().equalsIgnoreCase(word)
                    || field.aliases().stream().anyMatch(word::equalsIgnoreCase))
        .findFirst();
  }

  @Override
  public SetKind criteriaKind(String command) {
    return switch (command) {
      case "search" -> OBSERVATIONS;
      case "products", "download" -> PRODUCTS;
      default -> later.orElse(PRODUCTS);
    };
  }

  @Override
  public List<Suggestion> values(Field field, String command, Map<String, String> already) {
    boolean webb = already.getOrDefault("obs_collection", "JWST").equalsIgnoreCase("JWST");
    return switch (field.name()) {
      case "obs_collection" ->
          List.of(
              new Suggestion("JWST", "James Webb Space Telescope", -1),
              new Suggestion("HST", "Hubble Space Telescope", -1),
              new Suggestion("TESS", "", -1));
      case "instrument_name" ->
          webb
              ? List.of(
                  new Suggestion("NIRCAM/IMAGE", "imaging", 19_388),
                  new Suggestion("NIRCAM/GRISM", "slitless", 8_520),
                  new Suggestion("MIRI/IMAGE", "imaging", 9_000))
              : words("ACS/WFC", "WFC3/UVIS");
      case "filters" ->
          already.getOrDefault("instrument_name", "").toUpperCase(Locale.ROOT).startsWith("MIRI")
              ? words("F770W", "F1000W")
              : words("F200W", "F277W", "F444W", "F444W;F405N");
      case "target_name" ->
          words("M 31", "M 33", "NGC 104", "O'Brien's \"star\"", "100% *done*", "[x]", "a<b");
      case "calib_level" ->
          List.of(new Suggestion("-1", "planned", -1), new Suggestion("3", "science", 7));
      case "mtFlag" -> words("true", "false");
      case "suffix" -> words("uncal", "rate", "cal");
      case "detector" -> words("nrca1", "nrcalong");
      default -> List.of();
    };
  }

  // Filter works on ninety products, of which the raw ones come from one detector.
  @Override
  public Optional<HeldValues> heldByNow(Field field, String command) {
    return held(field, command, List.of());
  }

  @Override
  public Optional<HeldValues> held(Field field, String command, List<String> criteria) {
    if (!command.equals("filter") || later.isPresent()) {
      return Optional.empty();
    }
    List<Suggestion> held =
        switch (field.name()) {
          case "suffix" ->
              List.of(
                  new Suggestion("uncal", "Raw ramps", 60),
                  new Suggestion("rate", "", 15),
                  new Suggestion("cal", "", 15));
          case "detector" ->
              criteria.contains("suffix=uncal")
                  ? List.of(new Suggestion("nrcalong", "", 60))
                  : List.of(
                      new Suggestion("nrcalong", "", 75),
                      new Suggestion("nrca1", "", 10),
                      new Suggestion("null", "no value", 5));
          case "size" -> List.of(new Suggestion("8640", "", 60), new Suggestion("9", "", 30));
          default -> List.of();
        };
    return Optional.of(
        new HeldValues(Words.of(held, Suggestion::value), !field.name().equals("productFilename")));
  }

  @Override
  public Optional<String> range(Field field, String command) {
    return field.name().equals("calib_level") ? Optional.of("-1 … 4") : Optional.empty();
  }

  @Override
  public Optional<String> correction() {
    return correction;
  }

  @Override
  public List<Suggestion> settings() {
    return Stream.of("format", "color", "columns.products", "columns.observations", "download_dir")
        .map(name -> new Suggestion(name, "what " + name + " does", -1))
        .toList();
  }

  @Override
  public List<Suggestion> settingValues(String setting) {
    return switch (setting) {
      case "color" -> words("auto", "always", "never");
      case "layout" -> words("mast", "flat", "{proposal_id}/{filename}");
      default -> List.of();
    };
  }

  @Override
  public List<Suggestion> sets() {
    return words("10", "2", "lmc", "1");
  }

  @Override
  public List<Suggestion> variables() {
    return List.of(new Suggestion("pid", "1073", -1), new Suggestion("path", "/data", -1));
  }

  @Override
  public List<Suggestion> searches() {
    return words("lmc-files", "nightly");
  }

  @Override
  public List<Suggestion> sessions() {
    return words("last", "lmc-2026");
  }

  @Override
  public List<Suggestion> clients() {
    return words("TOPCAT", "SAOImage DS9");
  }

  @Override
  public boolean isFile(String path) {
    return path.equals("night.mast") || path.equals("a:b.csv");
  }

  @Override
  public List<Suggestion> fileColumns(String path) {
    return words("id", "ra", "dec", "note on it");
  }

  @Override
  public List<Field> columns() {
    return fields("show");
  }

  @Override
  public List<Suggestion> topics() {
    return words("criteria", "dates");
  }

  @Override
  public List<Suggestion> tables() {
    return Stream.of("obs", "products", "my set", "_").map(FixedView::plain).toList();
  }

  @Override
  public List<Suggestion> tableColumns(List<String> names) {
    return Stream.of("obs.obsid", "obs.t_exptime", "products.size", "products.my column")
        .map(name -> name.split("\\."))
        .filter(name -> names.isEmpty() || names.stream().anyMatch(name[0]::equalsIgnoreCase))
        .map(name -> plain(name[1]))
        .toList();
  }

  private static Suggestion plain(String word) {
    return new Suggestion(word, "", -1);
  }

  @Override
  public List<Suggestion> facets() {
    return List.of(
        new Suggestion("facet:1", "suffix=uncal", 40),
        new Suggestion("facet:2", "suffix=rate", 30));
  }

  @Override
  public int rows() {
    return later.isPresent() ? 0 : 90;
  }
}
