package org.mastshell.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the few colours that stand best for many: all are in one box, and the box with the largest
 * sum of squared differences from its mean is cut in two, where that leaves the least of it, until
 * there are as many boxes as there may be colours (after P. Heckbert, "Color image quantization for
 * frame buffer display", 1982). Each cut goes through the colours of one box once.
 */
final class MedianCut {
  private static final int CHANNELS = 3;

  private final int[] counts;
  private final int[] codes;

  private MedianCut(int... counts) {
    this.counts = counts;
    int[] used = new int[counts.length];
    int size = 0;
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        used[size++] = code;
      }
    }
    this.codes = Arrays.copyOf(used, size);
  }

  /**
   * The colours to use, as codes of {@link PercentColors}: all that there are, if they are few
   * enough.
   *
   * @param counts how often each colour stands in the picture, by its code; one at least
   * @param most how many there may be, above 0
   */
  static int[] palette(int[] counts, int most) {
    return new MedianCut(counts).cut(most);
  }

  private int[] cut(int most) {
    if (codes.length <= most) {
      return codes;
    }
    PriorityQueue<Box> boxes = new PriorityQueue<>(Comparator.comparingDouble(box -> -box.spread));
    List<Box> done = new ArrayList<>();
    boxes.add(new Box(0, codes.length));
    while (!boxes.isEmpty() && boxes.size() + done.size() < most) {
      Box largest = boxes.remove();
      if (largest.spread == 0) {
        done.add(largest);
      } else {
        int middle = largest.divide();
        boxes.add(new Box(largest.from, middle));
        boxes.add(new Box(middle, largest.to));
      }
    }
    done.addAll(boxes);
    return done.stream().mapToInt(Box::color).distinct().toArray();
  }

  /** Some of the colours: a part of the list, which is put in order as boxes are cut. */
  private final class Box {
    private final int from;
    private final int to;
    private final long[][] weights = new long[CHANNELS][PercentColors.LEVELS];
    private final double[] spreads = new double[CHANNELS];
    private long total;
    private double spread;

    Box(int from, int to) {
      this.from = from;
      this.to = to;
      for (int i = from; i < to; i++) {
        int count = counts[codes[i]];
        total += count;
        for (int channel = 0; channel < CHANNELS; channel++) {
          weights[channel][PercentColors.level(codes[i], channel)] += count;
        }
      }
      for (int channel = 0; channel < CHANNELS; channel++) {
        spreads[channel] = squares(channel) - sum(channel) * sum(channel) / total;
        spread += to - from > 1 ? Math.max(0, spreads[channel]) : 0;
      }
    }

    private double sum(int channel) {
      double sum = 0;
      for (int level = 0; level < PercentColors.LEVELS; level++) {
        sum += (double) weights[channel][level] * level;
      }
      return sum;
    }

    private double squares(int channel) {
      double squares = 0;
      for (int level = 0; level < PercentColors.LEVELS; level++) {
        squares += (double) weights[channel][level] * level * level;
      }
      return squares;
    }

    /** Puts the lower ones of the widest channel first; where the others begin. */
    int divide() {
      int channel = 0;
      for (int other = 1; other < CHANNELS; other++) {
        channel = spreads[other] > spreads[channel] ? other : channel;
      }
      int highest = lastBelow(channel);
      int low = from;
      int high = to - 1;
      while (low <= high) {
        int code = codes[low];
        if (PercentColors.level(code, channel) <= highest) {
          low++;
        } else {
          codes[low] = codes[high];
          codes[high] = code;
          high--;
        }
      }
      return low;
    }

    // Two parts differ least from their means where the squares of their sums, by their weights,
    // are largest together.
    private int lastBelow(int channel) {
      double whole = sum(channel);
      long below = 0;
      double sum = 0;
      double best = -1;
      int at = 0;
      for (int level = 0; level < PercentColors.LEVELS - 1; level++) {
        below += weights[channel][level];
        sum += (double) weights[channel][level] * level;
        if (below > 0 && below < total) {
          double above = whole - sum;
          double gain = sum * sum / below + above * above / (total - below);
          if (gain > best) {
            best = gain;
            at = level;
          }
        }
      }
      return at;
    }

    /** The mean; or the colour that is more than half of it, so that a flat ground stays flat. */
    int color() {
      for (int i = from; i < to; i++) {
        if (2L * counts[codes[i]] > total) {
          return codes[i];
        }
      }
      return PercentColors.code(mean(0), mean(1), mean(2));
    }

    private int mean(int channel) {
      return (int) Math.round(sum(channel) / total);
    }
  }
}
