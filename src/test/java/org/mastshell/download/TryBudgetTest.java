package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TryBudgetTest {
  private static final long MIB = 1 << 20;

  private final TransferFault cut = TransferFault.brokenOff("cut", null);
  private final TryBudget budget = new TryBudget(3, new Backoff(Duration.ofMillis(100)), 0);

  @Test
  void failuresInARowEndIt() {
    assertThat(budget.failed(cut, 0)).isPresent();
    assertThat(budget.failed(cut, 0)).isPresent();
    assertThat(budget.failed(cut, 0)).isPresent();
    assertThat(budget.failed(cut, 0)).isEmpty();
  }

  @Test
  void waitsGrowUpToAnEnd() {
    Backoff backoff = new Backoff(Duration.ofMillis(500));
    assertThat(backoff.after(1)).isBetween(Duration.ofMillis(375), Duration.ofMillis(625));
    assertThat(backoff.after(4)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
    assertThat(backoff.after(90)).isBetween(Duration.ofMillis(22_500), Duration.ofMillis(37_500));
  }

  @Test
  void bytesForgiveTheFailuresBeforeThem() {
    for (int i = 1; i <= 12; i++) {
      assertThat(budget.failed(cut, i * MIB)).isPresent();
      assertThat(budget.failed(cut, i * MIB)).isPresent();
    }
  }

  @Test
  void goodProgressIsBoundedByTheFileAlone() {
    for (int i = 1; i < 1000; i++) {
      assertThat(budget.failed(cut, i * MIB)).isPresent();
    }
  }

  @Test
  void aFewBytesEachTimeComeToAnEnd() {
    int tries = 1;
    while (budget.failed(cut, tries).isPresent()) {
      tries++;
    }
    assertThat(tries).isEqualTo(25);
  }

  @Test
  void withoutRetriesOneTryIsAll() {
    TryBudget none = new TryBudget(0, new Backoff(Duration.ofMillis(1)), 0);
    assertThat(none.failed(cut, 100 * MIB)).isEmpty();
  }

  @Test
  void anEarlierPartThatDoesNotFitCostsNothingOnce() {
    TransferFault doubtful = TransferFault.doubtful("changed");
    TryBudget resumed = new TryBudget(0, new Backoff(Duration.ofMillis(1)), 500);
    assertThat(resumed.failed(doubtful, 0)).contains(Duration.ZERO);
    assertThat(resumed.failed(doubtful, 0)).isEmpty();
  }

  @Test
  void waitsGrowAndTheServerIsHeard() {
    Duration first = budget.failed(cut, 0).orElseThrow();
    Duration second = budget.failed(cut, 0).orElseThrow();
    assertThat(first).isBetween(Duration.ofMillis(75), Duration.ofMillis(125));
    assertThat(second).isBetween(Duration.ofMillis(150), Duration.ofMillis(250));
    TransferFault asked =
        TransferFault.brokenOff("busy", 9, Optional.of(Duration.ofSeconds(77)), null);
    assertThat(budget.failed(asked, 0)).contains(Duration.ofSeconds(77));
  }

  @Test
  void whoAsksForHoursIsLeftAlone() {
    TransferFault asked =
        TransferFault.brokenOff("busy", 9, Optional.of(Duration.ofHours(2)), null);
    assertThat(budget.failed(asked, 0)).isEmpty();
  }

  @Test
  void whatIsNotWorthTryingAgainIsNot() {
    TransferFault unknownHost = TransferFault.brokenOff("no host", 1, Optional.empty(), null);
    assertThat(budget.failed(unknownHost, 0)).isPresent();
    assertThat(budget.failed(unknownHost, 0)).isEmpty();
  }
}
