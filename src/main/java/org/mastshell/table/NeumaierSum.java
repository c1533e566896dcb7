package org.mastshell.table;

/** Adds up numbers and keeps what rounding would lose (Neumaier's way). */
final class NeumaierSum {
  private double sum;
  private double lost;

  void add(double number) {
    double next = sum + number;
    lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum;
    sum = next;
  }

  double value() {
    return sum + lost;
  }
}
