package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mastshell.archive.Cancellation;

class InterruptsTest {
  private final Interrupts interrupts = new Interrupts();

  @Test
  void onlyTheRunningCommandIsCalledOff() {
    assertThat(interrupts.interrupt()).isFalse();
    Cancellation first = interrupts.begin();
    assertThat(first.isCancelled()).isFalse();
    assertThat(interrupts.interrupt()).isTrue();
    assertThat(first.isCancelled()).isTrue();
    interrupts.end();
    assertThat(interrupts.begin().isCancelled()).isFalse();
    assertThat(interrupts.isForGood()).isFalse();
  }

  @Test
  void betweenTwoLinesOfAScriptTheScriptIsCalledOff() {
    Cancellation source = interrupts.begin();
    interrupts.begin();
    interrupts.end();
    assertThat(interrupts.interrupt()).isTrue();
    assertThat(source.isCancelled()).isTrue();
    assertThat(interrupts.begin().isCancelled()).isTrue();
    interrupts.end();
    interrupts.end();
    assertThat(interrupts.interrupt()).isFalse();
    assertThat(interrupts.begin().isCancelled()).isFalse();
  }

  @Test
  void whenTheProcessEndsNoCommandBeginsAnyMore() {
    Cancellation running = interrupts.begin();
    assertThat(interrupts.interruptForGood()).isTrue();
    assertThat(running.isCancelled()).isTrue();
    interrupts.end();
    assertThat(interrupts.isForGood()).isTrue();
    assertThat(interrupts.begin().isCancelled()).isTrue();
  }

  @Test
  void whereNothingRunsNobodyIsWaitedFor() {
    assertThat(interrupts.interruptForGood()).isFalse();
    assertThat(interrupts.isForGood()).isTrue();
  }
}
