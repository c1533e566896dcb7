package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ProductsReply;
import org.mastshell.output.Counts;
import org.mastshell.table.Column;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ServiceTables;
import org.mastshell.vocabulary.SetKind;

/** Lists the files of datasets, mission by mission. */
final class DatasetProducts {
  private final ArchiveClient client;
  private final Work work;

  DatasetProducts(ArchiveClient client, Work work) {
    this.client = client;
    this.work = work;
  }

  /**
   * What came for the datasets of several missions.
   *
   * @param datasets how many were asked for
   */
  record Listed(int datasets, List<ProductsReply> replies) {

    Table products() {
      return Table.concat(replies.stream().map(ProductsReply::products).toList());
    }

    long received() {
      return replies.stream().mapToLong(ProductsReply::received).sum();
    }

    List<String> unanswered() {
      return replies.stream().flatMap(reply -> reply.unanswered().stream()).toList();
    }

    String trouble() {
      return replies.stream()
          .map(ProductsReply::trouble)
          .filter(trouble -> !trouble.isEmpty())
          .findFirst()
          .orElse("");
    }
  }

  /**
   * The files of datasets.
   *
   * @throws CommandException if rows do not say which dataset of which mission they are
   */
  Listed list(Table datasets, Predicate wanted) {
    Map<String, Set<String>> names = names(datasets);
    List<ProductsReply> replies = new ArrayList<>();
    int asked = 0;
    for (Map.Entry<String, Set<String>> mission : names.entrySet()) {
      asked += mission.getValue().size();
      try (Watch watch = work.watch("listing products")) {
        replies.add(
            client
                .missions()
                .products(
                    mission.getKey(),
                    List.copyOf(mission.getValue()),
                    wanted,
                    watch,
                    work.cancellation()));
      }
    }
    return new Listed(asked, List.copyOf(replies));
  }

  private static Map<String, Set<String>> names(Table datasets) {
    ServiceTables searches = ServiceTables.bundled();
    Map<String, Set<String>> names = new LinkedHashMap<>();
    Column missions = datasets.column(Subject.column(ServiceTable.mark(SetKind.DATASETS)));
    List<Integer> strangers = new ArrayList<>();
    for (int row : IntStream.range(0, datasets.size()).toArray()) {
      String mission = missions.text(row);
      String name =
          mission == null
              ? null
              : searches
                  .find(SetKind.DATASETS, mission)
                  .map(search -> datasets.column(Subject.column(search.keyColumn())).text(row))
                  .orElse(null);
      if (name == null) {
        strangers.add(row + 1);
      } else {
        names.computeIfAbsent(mission, first -> new LinkedHashSet<>()).add(name);
      }
    }
    if (!strangers.isEmpty()) {
      throw new CommandException(
          ExitCode.FAILED,
          Counts.of(strangers.size(), "row does", "rows do")
              + " not say which dataset of which mission they are, the first in row "
              + strangers.get(0),
          "they need "
              + ServiceTable.mark(SetKind.DATASETS)
              + " and the column of the mission's names; datasets finds them anew");
    }
    return names;
  }
}
