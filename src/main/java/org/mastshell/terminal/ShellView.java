package org.mastshell.terminal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.command.CommandInfo;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.SetKind;

/**
 * What completion, hints and highlighting know of the moment. Every method answers at once, from
 * memory: a key press never waits for the network.
 */
public interface ShellView {

  /** All commands, in the order in which the help lists them. */
  List<CommandInfo> commands();

  /** What criteria on that kind of set may name. */
  List<Field> fields(SetKind kind);

  /** The field of a name or an alias, whatever its case. */
  Optional<Field> field(String word, SetKind kind);

  /** Of which kind of set the criteria of this command speak now. */
  SetKind criteriaKind(String command);

  /**
   * Known values of a field, the likeliest first.
   *
   * @param command the name of the command that the value is for
   * @param alreadyOnLine the other criteria of the command that ask for equality: from the field's
   *     own name (or the word typed, if no field is called so) to its values as typed, between
   *     commas
   */
  List<Suggestion> values(Field field, String command, Map<String, String> alreadyOnLine);

  /** Names of settings. */
  List<Suggestion> settings();

  /** Values that a setting may have. */
  List<Suggestion> settingValues(String setting);

  /** Numbers and names of the sets. */
  List<Suggestion> sets();

  /** Columns of the current set. */
  List<Suggestion> columns();

  /** Topics of the help that are no commands. */
  List<Suggestion> topics();

  /** The line that was probably meant by the one before, where that one was wrong. */
  default Optional<String> correction() {
    return Optional.empty();
  }

  /** Rows of the current set. */
  int rows();

  /**
   * A word that may stand at a place.
   *
   * @param value as it is meant, without quotes
   * @param meaning a few words; may be empty
   * @param count of rows that have it, or -1 if that is not known
   */
  record Suggestion(String value, String meaning, long count) {}
}
