package org.mastshell.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mastshell.command.CommandInfo;
import org.mastshell.command.HelpTopics;
import org.mastshell.command.LiveValues;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.ValueCounts;
import org.mastshell.terminal.ShellView;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValue;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.SetKind;

/** What completion knows of this session. */
final class SessionView implements ShellView {
  private static final Set<String> ON_THE_CURRENT_SET =
      Set.of("filter", "show", "values", "unique", "pick");

  private final List<CommandInfo> commands;
  private final Session session;
  private final Fields fields;
  private final KnownValues bundled;
  private final LiveValues live;
  private final HelpTopics topics;

  SessionView(
      List<CommandInfo> commands,
      Session session,
      Fields fields,
      KnownValues bundled,
      LiveValues live,
      HelpTopics topics) {
    this.commands = commands;
    this.session = session;
    this.fields = fields;
    this.bundled = bundled;
    this.live = live;
    this.topics = topics;
  }

  @Override
  public List<CommandInfo> commands() {
    return commands;
  }

  @Override
  public List<Field> fields(SetKind kind) {
    return fields.all(kind);
  }

  @Override
  public Optional<Field> field(String word, SetKind kind) {
    return fields.find(word, kind);
  }

  @Override
  public SetKind criteriaKind(String command) {
    if (command.equals("products") || command.equals("download")) {
      return SetKind.PRODUCTS;
    }
    return ON_THE_CURRENT_SET.contains(command)
        ? session.current().map(WorkingSet::kind).orElse(SetKind.OBSERVATIONS)
        : SetKind.OBSERVATIONS;
  }

  @Override
  public List<Suggestion> values(Field field, String command, Map<String, String> alreadyOnLine) {
    Optional<WorkingSet> current =
        session.current().filter(set -> field.sets().contains(set.kind()));
    if (ON_THE_CURRENT_SET.contains(command) && current.isPresent()) {
      return counted(ValueCounts.of(current.get().table(), field.subject()));
    }
    List<KnownValue> known = bundled.of(field, alreadyOnLine);
    Map<String, Long> counts = liveCounts(field);
    return known.isEmpty()
        ? live.of(field.name(), session.settings()).map(SessionView::counted).orElse(List.of())
        : known.stream()
            .map(one -> new Suggestion(one.value(), one.meaning(), count(one, counts)))
            .toList();
  }

  @Override
  public List<Suggestion> settings() {
    List<Suggestion> suggestions = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      suggestions.add(new Suggestion(setting.word(), setting.meaning(), -1));
    }
    return suggestions;
  }

  @Override
  public List<Suggestion> settingValues(String setting) {
    return Setting.of(setting).map(Setting::choices).orElse(List.of()).stream()
        .map(choice -> new Suggestion(choice, "", -1))
        .toList();
  }

  @Override
  public List<Suggestion> sets() {
    return session.sets().stream()
        .map(set -> new Suggestion(set.word(), set.command(), set.size()))
        .toList();
  }

  @Override
  public List<Suggestion> columns() {
    return session.current().map(WorkingSet::kind).map(fields::all).orElse(List.of()).stream()
        .map(field -> new Suggestion(field.name(), field.meaning(), -1))
        .toList();
  }

  @Override
  public List<Suggestion> topics() {
    return topics.names().stream().map(name -> new Suggestion(name, "", -1)).toList();
  }

  @Override
  public int rows() {
    return session.current().map(WorkingSet::size).orElse(0);
  }

  // The counts that come with the program are those of the public archive: true of no other.
  private long count(KnownValue value, Map<String, Long> liveCounts) {
    boolean publicArchive =
        session.settings().get(Setting.SERVER).equals(Setting.SERVER.standard());
    long bundledCount = publicArchive ? value.count() : -1;
    return liveCounts.getOrDefault(value.value(), bundledCount);
  }

  private Map<String, Long> liveCounts(Field field) {
    return live.of(field.name(), session.settings()).orElse(List.of()).stream()
        .filter(count -> count.value() != null)
        .collect(
            Collectors.toMap(
                ValueCounts.ValueCount::value, count -> (long) count.count(), Long::sum));
  }

  private static List<Suggestion> counted(List<ValueCounts.ValueCount> counts) {
    return counts.stream()
        .filter(count -> count.value() != null && !count.value().isEmpty())
        .map(count -> new Suggestion(count.value(), "", count.count()))
        .toList();
  }
}
