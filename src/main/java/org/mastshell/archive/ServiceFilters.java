package org.mastshell.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ValueKind;

/**
 * Criteria as the filters of a service with columns of its own, and what is left to be judged here
 * (API.md, section 1.5).
 */
final class ServiceFilters {
  /** The column by which such services count. */
  static final String COUNT = "COUNT_BIG(*)";

  private final ServiceTable table;
  private final BiPredicate<String, ValueKind> sendable;
  private final List<SentFilter> filters = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private final List<Predicate> here = new ArrayList<>();
  private final List<String> hereOnly = new ArrayList<>();

  /**
   * @param sendable which columns the service takes filters for, by name and kind
   */
  ServiceFilters(ServiceTable table, Predicate criteria, BiPredicate<String, ValueKind> sendable) {
    this.table = table;
    this.sendable = sendable;
    take(criteria);
  }

  private void take(Predicate part) {
    if (part instanceof Predicate.All all) {
      all.parts().forEach(this::take);
      return;
    }
    Optional<KeywordFilter> filter =
        part instanceof Predicate.Condition criterion
            ? Optional.of(criterion)
                .filter(one -> sendable.test(column(one), kind(column(one))))
                .flatMap(one -> KeywordFilter.of(one, kind(column(one))))
                .filter(this::isFirstOfItsColumn)
            : Optional.empty();
    if (filter.isEmpty()) {
      here.add(part);
      hereOnly.add(QueryPlanner.words(part));
    } else {
      filters.add(filter.get().filter());
      if (!filter.get().exact()) {
        here.add(part);
      }
      sent.add(QueryPlanner.words(part));
    }
  }

  private static String column(Predicate.Condition criterion) {
    return criterion.subject().source();
  }

  // Whether the archive heeds two filters for one column is not documented.
  private boolean isFirstOfItsColumn(KeywordFilter filter) {
    String column = filter.filter().column();
    return filters.stream().noneMatch(other -> other.column().equals(column));
  }

  private ValueKind kind(String column) {
    return table.column(column).map(Field::kind).orElse(ValueKind.TEXT);
  }

  boolean isEmpty() {
    return filters.isEmpty();
  }

  /** The columns for which something is sent. */
  List<String> columns() {
    return filters.stream().map(SentFilter::column).toList();
  }

  /** The texts that are sent, of all filters. */
  List<String> values() {
    return filters.stream()
        .flatMap(filter -> filter.values().stream())
        .filter(String.class::isInstance)
        .map(Object::toString)
        .distinct()
        .toList();
  }

  /** As they stand in a request. */
  List<Object> parameters() {
    return filters.stream().<Object>map(SentFilter::parameter).toList();
  }

  /** What has to be judged of the rows that come. */
  Predicate judgedHere() {
    return Predicate.all(here);
  }

  QueryPlan plan() {
    return new QueryPlan(List.copyOf(sent), judgedHere(), List.copyOf(hereOnly), 1);
  }

  /**
   * The one number that a service answers with.
   *
   * @param host that is asked, for the message
   */
  static long number(Mashup mashup, String host, Question question, Cancellation cancellation) {
    TableBuilder answer = new TableBuilder();
    mashup.rows(
        question,
        page -> {
          answer.addAll(page.rows());
          return true;
        },
        cancellation);
    Table rows = answer.build();
    String text =
        rows.size() == 1 && !rows.columns().isEmpty()
            ? rows.text(0, rows.columns().get(0).name())
            : null;
    if (text == null || !text.strip().matches("\\d{1,18}")) {
      throw new ArchiveException(
          ArchiveException.Kind.FAULT,
          "the archive at %s sent no number where I asked how many".formatted(host),
          "try again later");
    }
    return Long.parseLong(text.strip());
  }
}
