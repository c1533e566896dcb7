package org.mastshell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mastshell.archive.TargetsReply;
import org.mastshell.formats.Format;
import org.mastshell.language.Arguments;
import org.mastshell.language.Columns;
import org.mastshell.language.Word;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** Decides which columns of a set are shown, and in which order. */
final class ColumnChoice {
  // Of observations that were found near targets, these two come first.
  private static final List<String> MATCHED = List.of(TargetsReply.NAME, TargetsReply.DISTANCE);

  // The archive's own tables have more: somebody chose these, in this order.
  private static final int FEW = 12;

  private static final List<String> OBSERVATIONS =
      List.of(
          "obs_id",
          "target_name",
          "filters",
          "t_exptime",
          "t_min",
          "calib_level",
          "dataRights",
          "instrument_name",
          "proposal_id",
          "proposal_pi",
          "obs_collection");
  private static final List<String> PRODUCTS =
      List.of(
          "productFilename",
          "size",
          "calib_level",
          "productType",
          "productSubGroupDescription",
          "dataRights",
          "description",
          "obs_id");

  private final Fields fields;

  ColumnChoice(Fields fields) {
    this.fields = fields;
  }

  /**
   * Columns to show.
   *
   * @param byPerson whether a person named them for this one answer
   */
  record Chosen(List<Field> fields, boolean byPerson) {}

  /**
   * What the arguments say, else for a drawn table the settings or our own idea of what matters,
   * else everything: a data format loses nothing.
   */
  Chosen of(Arguments arguments, Work work, WorkingSet set) {
    List<Word> words = new ArrayList<>(arguments.values());
    Word option = arguments.options().get("columns");
    boolean all = option != null && option.text().equalsIgnoreCase("all");
    if (option != null && !all) {
      words.add(option);
    }
    if (all) {
      return new Chosen(all(set), true);
    }
    if (!words.isEmpty()) {
      return new Chosen(read(arguments.command().line(), words, set), true);
    }
    boolean drawn = work.style().format() == Format.TABLE;
    return new Chosen(drawn ? usual(work.session().settings(), set) : all(set), false);
  }

  /**
   * The columns that are named behind the name of a file or by {@code --columns}: these alone, or
   * beside every other one where it says {@code all}.
   *
   * @param usual the columns where none is named
   */
  List<Field> behindFile(Arguments arguments, WorkingSet set, List<Field> usual) {
    List<Word> named = new ArrayList<>(arguments.values().subList(1, arguments.values().size()));
    Word option = arguments.options().get("columns");
    boolean all = option != null && option.text().equalsIgnoreCase("all");
    if (option != null && !all) {
      named.add(option);
    }
    List<Field> asked = named.isEmpty() ? List.of() : read(arguments.command().line(), named, set);
    if (!all) {
      return asked.isEmpty() ? usual : List.copyOf(new LinkedHashSet<>(asked));
    }
    Set<Field> every = new LinkedHashSet<>(all(set));
    every.addAll(asked);
    return List.copyOf(every);
  }

  /** Every column of the set, in the archive's order. */
  List<Field> all(WorkingSet set) {
    return set.table().columns().stream()
        .map(ColumnInfo::name)
        .map(name -> fields.of(name, set.kind()))
        .toList();
  }

  /** The rows with a column of its own for each field that is read from names. */
  static Table withDerived(Table rows, List<Field> fields) {
    Table table = rows;
    for (Field field : fields) {
      if (field.subject().isDerived() || !table.has(field.name())) {
        table = table.with(field.name(), rows.column(field.subject()));
      }
    }
    return table;
  }

  /** Whether nobody has said which columns a drawn table of the set has, and there are many. */
  static boolean isOurs(Settings settings, WorkingSet set) {
    Setting own =
        switch (set.kind()) {
          case PRODUCTS -> Setting.COLUMNS_PRODUCTS;
          case OBSERVATIONS -> Setting.COLUMNS_OBSERVATIONS;
          case DATASETS, KEYWORDS, CATALOG, ROWS -> Setting.COLUMNS_ROWS;
        };
    return set.kind() != SetKind.ROWS
        && set.table().columns().size() > FEW
        && settings.get(own).isBlank();
  }

  /** The columns that a drawn table shows where there is room for them. */
  List<Field> usual(Settings settings, WorkingSet set) {
    if (set.kind().hasOwnColumns()) {
      return ofRows(settings.get(Setting.COLUMNS_ROWS), set);
    }
    if (set.table().columns().size() <= FEW) {
      return all(set);
    }
    boolean products = set.kind() == SetKind.PRODUCTS;
    String own = settings.get(products ? Setting.COLUMNS_PRODUCTS : Setting.COLUMNS_OBSERVATIONS);
    Set<Field> ordered = new LinkedHashSet<>();
    List<String> first = new ArrayList<>();
    if (!products && set.table().has(TargetsReply.NAME)) {
      first.addAll(MATCHED);
    }
    first.addAll(
        own.isBlank() ? (products ? PRODUCTS : OBSERVATIONS) : Arrays.asList(own.split("[,\\s]+")));
    for (String name : first) {
      fields
          .find(name, set.kind())
          .filter(field -> field.subject().isDerived() || set.table().has(field.name()))
          .ifPresent(ordered::add);
    }
    // What nobody but the maker of this set has, it was made for.
    all(set).stream()
        .filter(
            field ->
                fields.ofArchive().find(field.name(), set.kind()).filter(field::equals).isEmpty())
        .forEach(ordered::add);
    return List.copyOf(ordered);
  }

  // Plain rows have any columns: those that were named for others are not missed here.
  private List<Field> ofRows(String named, WorkingSet set) {
    Set<Field> found = new LinkedHashSet<>();
    for (String name : named.split("[,\\s]+", -1)) {
      all(set).stream().filter(field -> field.name().equalsIgnoreCase(name)).forEach(found::add);
    }
    return found.isEmpty() ? all(set) : List.copyOf(found);
  }

  private List<Field> read(String line, List<Word> words, WorkingSet set) {
    return Columns.read(words, set.kind(), fields, line);
  }
}
