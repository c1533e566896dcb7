package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mastshell.command.CommandInfo;
import org.mastshell.command.Example;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.OptionSpec;
import org.mastshell.table.Subject;
import org.mastshell.vocabulary.Field;
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
          info(
              "undo",
              "",
              "Sets",
              "[--all]",
              new ArgumentSpec(
                  false, false, false, List.of(OptionSpec.flag("all", "to the first set")))));

  private final List<Field> fields =
      List.of(
          field("obs_collection", List.of("mission"), "Mission", "", SetKind.OBSERVATIONS),
          field("instrument_name", List.of("instrument"), "Instrument", "", SetKind.OBSERVATIONS),
          field("filters", List.of("filter"), "Filters", "", SetKind.OBSERVATIONS),
          field("proposal_id", List.of("program", "pid"), "Program", "", SetKind.OBSERVATIONS),
          field("proposal_pi", List.of("pi"), "Investigator", "", SetKind.OBSERVATIONS),
          field("target_name", List.of("target"), "Target", "", SetKind.OBSERVATIONS),
          field("t_exptime", List.of("exptime"), "Exposure time", "s", SetKind.OBSERVATIONS),
          field("t_min", List.of("start"), "Start time", "MJD", SetKind.OBSERVATIONS),
          field("t_max", List.of("end"), "End time", "MJD", SetKind.OBSERVATIONS),
          field("productFilename", List.of("name"), "File name", "", SetKind.PRODUCTS),
          field("suffix", List.of(), "Suffix", "", SetKind.PRODUCTS),
          field("detector", List.of(), "Detector", "", SetKind.PRODUCTS));

  private final Optional<String> correction;

  FixedView() {
    this(Optional.empty());
  }

  /**
   * @param correction the line that was meant by the one before
   */
  FixedView(Optional<String> correction) {
    this.correction = correction;
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
      String name, List<String> aliases, String label, String unit, SetKind kind) {
    return new Field(
        name,
        aliases,
        Set.of(kind),
        ValueKind.TEXT,
        unit,
        label,
        "What " + name + " means",
        "1",
        Subject.column(name));
  }

  private static List<Suggestion> words(String... words) {
    List<Suggestion> suggestions = new ArrayList<>();
    for (String word : words) {
      suggestions.add(new Suggestion(word, "", -1));
    }
    return suggestions;
  }

  @Override
  public List<CommandInfo> commands() {
    return commands;
  }

  @Override
  public List<Field> fields(SetKind kind) {
    return fields.stream().filter(field -> field.sets().contains(kind)).toList();
  }

  @Override
  public Optional<Field> field(String word, SetKind kind) {
    return fields(kind).stream()
        .filter(
            field ->
                field.name().equalsIgnoreCase(word)
                    || field.aliases().stream().anyMatch(word::equalsIgnoreCase))
        .findFirst();
  }

  @Override
  public SetKind criteriaKind(String command) {
    return command.equals("search") ? SetKind.OBSERVATIONS : SetKind.PRODUCTS;
  }

  @Override
  public List<Suggestion> values(Field field, String command, Map<String, String> already) {
    boolean webb = already.getOrDefault("obs_collection", "JWST").equalsIgnoreCase("JWST");
    return switch (field.name()) {
      case "obs_collection" -> words("JWST", "HST", "TESS");
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
      case "target_name" -> words("M 31", "M 33", "NGC 104", "O'Brien's \"star\"");
      case "t_min" -> words("today", "yesterday");
      case "suffix" -> words("uncal", "rate", "cal");
      case "detector" -> words("nrca1", "nrcalong");
      default -> List.of();
    };
  }

  @Override
  public Optional<String> correction() {
    return correction;
  }

  @Override
  public List<Suggestion> settings() {
    return words("format", "color", "columns.products", "columns.observations");
  }

  @Override
  public List<Suggestion> settingValues(String setting) {
    return setting.equals("color") ? words("auto", "always", "never") : List.of();
  }

  @Override
  public List<Suggestion> sets() {
    return words("1", "2", "lmc");
  }

  @Override
  public List<Suggestion> columns() {
    return words("productFilename", "size", "dataURI");
  }

  @Override
  public List<Suggestion> topics() {
    return words("criteria", "dates");
  }

  @Override
  public int rows() {
    return 90;
  }
}
