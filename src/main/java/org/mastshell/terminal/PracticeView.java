package org.mastshell.terminal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mastshell.command.CommandInfo;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** A shell in which nothing happens, with as many values as make practice worth while. */
final class PracticeView implements ShellView {
  private static final int VALUES = 2_000;

  private final List<CommandInfo> commands;
  private final Fields fields = Fields.bundled();
  private final List<Suggestion> values =
      IntStream.range(0, VALUES).mapToObj(i -> new Suggestion("NGC-" + i, "", i)).toList();

  /**
   * @param commands those of the shell
   */
  PracticeView(List<CommandInfo> commands) {
    this.commands = List.copyOf(commands);
  }

  @Override
  public void lineBegins() {}

  @Override
  public ShellView after(List<Earlier> earlier) {
    return this;
  }

  @Override
  public List<CommandInfo> commands() {
    return commands;
  }

  @Override
  public List<Field> fields(String command) {
    return fields.all(SetKind.OBSERVATIONS);
  }

  @Override
  public List<Field> fields(SetKind kind) {
    return fields.all(kind);
  }

  @Override
  public Optional<Field> field(String word, String command) {
    return fields.find(word, SetKind.OBSERVATIONS);
  }

  @Override
  public SetKind criteriaKind(String command) {
    return SetKind.OBSERVATIONS;
  }

  @Override
  public List<Suggestion> values(Field field, String command, Map<String, String> alreadyOnLine) {
    return values;
  }

  @Override
  public Optional<HeldValues> held(Field field, String command, List<String> others) {
    return command.equals("filter")
        ? Optional.of(new HeldValues(Words.of(values, Suggestion::value), true))
        : Optional.empty();
  }

  @Override
  public Optional<HeldValues> heldByNow(Field field, String command) {
    return held(field, command, List.of());
  }

  @Override
  public Optional<String> range(Field field, String command) {
    return Optional.empty();
  }

  @Override
  public List<Suggestion> settings() {
    return List.of();
  }

  @Override
  public List<Suggestion> settingValues(String setting) {
    return List.of();
  }

  @Override
  public List<Suggestion> sets() {
    return List.of();
  }

  @Override
  public List<Suggestion> variables() {
    return List.of();
  }

  @Override
  public List<Suggestion> searches() {
    return List.of();
  }

  @Override
  public List<Suggestion> sessions() {
    return List.of();
  }

  @Override
  public boolean isFile(String path) {
    return false;
  }

  @Override
  public List<Suggestion> fileColumns(String path) {
    return List.of();
  }

  @Override
  public List<Field> columns() {
    return fields.all(SetKind.OBSERVATIONS);
  }

  @Override
  public List<Suggestion> topics() {
    return List.of();
  }

  @Override
  public int rows() {
    return 0;
  }
}
