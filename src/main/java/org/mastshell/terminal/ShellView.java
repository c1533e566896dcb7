package org.mastshell.terminal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mastshell.command.CommandInfo;
import org.mastshell.language.OptionSpec;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.SetKind;

/**
 * What completion, hints and highlighting know of the moment. Every method answers at once, from
 * memory: a key press never waits for the network, nor for a long count.
 */
public interface ShellView {

  /** Tells that a line is about to be typed: what takes its time may be got ready meanwhile. */
  void lineBegins();

  /**
   * The shell as it will be when the earlier commands of a line have run. Of a set that they are to
   * make current only the kind is known.
   *
   * @return this one where they do not change of which kind the current set is
   */
  ShellView after(List<Earlier> commands);

  /**
   * The shell as it is for a command that is being typed: behind {@code datasets hst} fields are
   * the columns of Hubble's own search.
   *
   * @return this one where the command has the fields that it always has
   */
  default ShellView within(Earlier command) {
    return this;
  }

  /** The tables with columns of their own that a command asks. */
  default List<Suggestion> tables(String command) {
    return List.of();
  }

  /**
   * Whether what is being typed is given parameters, each once and by an equal sign, in the place
   * of criteria.
   */
  default boolean takesParameters() {
    return false;
  }

  /** The options that a command can have beside those that it is being typed with. */
  default List<OptionSpec> options(CommandInfo command) {
    return command.arguments().options();
  }

  /** The columns of the table that the command asks which is being typed; none if it asks none. */
  default List<Field> askedColumns() {
    return List.of();
  }

  /** All commands, in the order in which the help lists them. */
  List<CommandInfo> commands();

  /** What the criteria of this command may name now, in the archive's order. */
  List<Field> fields(String command);

  /** All fields of a kind of set, whatever rows are here. */
  List<Field> fields(SetKind kind);

  /** The field that a name or an alias in a criterion of this command means, whatever its case. */
  Optional<Field> field(String word, String command);

  /** Of which kind of set the criteria of this command speak now. */
  SetKind criteriaKind(String command);

  /**
   * Values that a field is known to have in the archive, the likeliest first.
   *
   * @param command the name of the command that the value is for
   * @param alreadyOnLine the other criteria of the command that ask for equality: from the field's
   *     own name (or the word typed, if no field is called so) to its values as typed, between
   *     commas
   */
  List<Suggestion> values(Field field, String command, Map<String, String> alreadyOnLine);

  /**
   * Values that a field has in the rows of the current set, where the command works on them.
   *
   * @param command the name of the command that the value is for
   * @param others the other criteria, options and plain words of the command, each as typed, which
   *     narrow the rows
   * @return empty where the command asks the archive
   */
  Optional<HeldValues> held(Field field, String command, List<String> others);

  /**
   * The same without any wait: what is counted by now.
   *
   * @param command the name of the command that the value is for
   * @return empty where the command asks the archive
   */
  Optional<HeldValues> heldByNow(Field field, String command);

  /**
   * Between which values a field lies, for people: in the current set where the command works on
   * it, else altogether.
   */
  Optional<String> range(Field field, String command);

  /** Names of settings. */
  List<Suggestion> settings();

  /** Values that a setting may have. */
  List<Suggestion> settingValues(String setting);

  /** Names of the sets, or their numbers where they have none; then the numbers of the named. */
  List<Suggestion> sets();

  /** Names that {@code let} has given to texts, with the texts. */
  List<Suggestion> variables();

  /** Names of the searches that are kept on disk. */
  List<Suggestion> searches();

  /** Names of the sessions that are kept on disk. */
  List<Suggestion> sessions();

  /** Numbers of the downloads that have not ended. */
  default List<Suggestion> jobs() {
    return List.of();
  }

  /** Programs that tables can be sent to, as far as they are known. */
  default List<Suggestion> clients() {
    return List.of();
  }

  /** Whether there is a file of this name, as it is typed. */
  boolean isFile(String path);

  /** The columns that a table in a file names; none if it names none or cannot be read at once. */
  List<Suggestion> fileColumns(String path);

  /** The columns of a set, by its name or number; none if there is no such set. */
  default List<Suggestion> setColumns(String set) {
    return List.of();
  }

  /** Columns of the current set. */
  List<Field> columns();

  /** Topics of the help that are no commands. */
  List<Suggestion> topics();

  /** The line that was probably meant by the one before, where that one was wrong. */
  default Optional<String> correction() {
    return Optional.empty();
  }

  /** Lines that {@code facets} counted, as {@code facet:3}, where they fit the current set. */
  default List<Suggestion> facets() {
    return List.of();
  }

  /** The sets by the names that they have as tables of SQL. */
  default List<Suggestion> tables() {
    return List.of();
  }

  /** The columns of the sets of these names as tables of SQL; of the current set for none. */
  default List<Suggestion> tableColumns(List<String> names) {
    return List.of();
  }

  /** Rows of the current set. */
  int rows();

  /**
   * A command that stands before the one in question.
   *
   * @param command its name in the help
   * @param word its first plain word; empty if it has none
   * @param options the names of its options, without dashes
   */
  record Earlier(String command, String word, Set<String> options) {
    /** Keeps its own copy. */
    public Earlier {
      options = Set.copyOf(options);
    }
  }

  /**
   * A word that may stand at a place.
   *
   * @param value as it is meant, without quotes
   * @param meaning a few words; may be empty
   * @param count of rows that have it, or -1 if that is not known
   */
  record Suggestion(String value, String meaning, long count) {}

  /**
   * What the current set holds.
   *
   * @param values the most frequent first; a count is that of the rows which a criterion would keep
   * @param ready false while they are still being counted: ask again
   */
  record HeldValues(Words<Suggestion> values, boolean ready) {}
}
