package org.mastshell.download;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Splits files into shares of about equal bytes. */
public final class Shards {
  // What a request costs, in bytes: shares of many small files are not quicker than others.
  private static final long REQUEST = 1 << 20;

  private Shards() {}

  /**
   * The shares, each in the order of the files; fewer where there are fewer files.
   *
   * @param count how many, 1 or more
   */
  public static List<List<EngineFile>> of(List<EngineFile> files, int count) {
    int used = Math.max(1, Math.min(count, files.size()));
    Share[] owners = new Share[files.size()];
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < used; i++) {
      shares.add(new Share(i));
    }
    PriorityQueue<Share> lightest =
        new PriorityQueue<>(
            Comparator.<Share>comparingDouble(share -> share.weight)
                .thenComparingInt(share -> share.number));
    lightest.addAll(shares);
    List<Integer> largestFirst = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      largestFirst.add(i);
    }
    largestFirst.sort(Comparator.<Integer>comparingLong(i -> files.get(i).listedSize()).reversed());
    for (int index : largestFirst) {
      Share share = lightest.remove();
      share.weight += REQUEST + Math.max(0, files.get(index).listedSize());
      owners[index] = share;
      lightest.add(share);
    }
    for (int i = 0; i < files.size(); i++) {
      owners[i].files.add(files.get(i));
    }
    return shares.stream().map(share -> List.copyOf(share.files)).toList();
  }

  private static final class Share {
    private final int number;
    private final List<EngineFile> files = new ArrayList<>();
    private double weight;

    private Share(int number) {
      this.number = number;
    }
  }
}
