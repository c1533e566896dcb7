package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mastshell.archive.Cancellation;
import org.mastshell.command.ExitCode;

/** Who ends the process first says with which code. */
@Timeout(60)
class ShutdownTest {
  private final List<Integer> codes = new CopyOnWriteArrayList<>();
  private final Interrupts interrupts = new Interrupts();
  private final Shutdown shutdown = new Shutdown(interrupts, codes::add);

  @Test
  void theProgramEndsWithItsOwnCode() {
    shutdown.end(ExitCode.ARCHIVE);
    assertThat(codes).containsExactly(ExitCode.ARCHIVE.number());
  }

  // Java takes another code as long as the process is there: SIGTERM in a download ended with 130.
  @Test
  void theCodeOfASignalStandsWhenTheCommandThatItCalledOffEnds() throws InterruptedException {
    CountDownLatch calledOff = new CountDownLatch(1);
    Cancellation command = interrupts.begin();
    Cancellation.Registration registration = command.onCancel(calledOff::countDown);
    Thread hook = new Thread(shutdown::callOff);
    hook.start();
    calledOff.await();
    shutdown.end(ExitCode.INTERRUPTED);
    hook.join();
    registration.close();
    assertThat(codes).isEmpty();
  }

  @Test
  void atThePromptTheCodeOfASignalStandsToo() {
    shutdown.callOff();
    assertThat(interrupts.isForGood()).isTrue();
    shutdown.end(ExitCode.INTERRUPTED);
    assertThat(codes).isEmpty();
  }

  @Test
  void whatEndsByItselfIsNotCalledOff() {
    Cancellation command = interrupts.begin();
    shutdown.end(ExitCode.DONE);
    shutdown.callOff();
    assertThat(command.isCancelled()).isFalse();
    assertThat(interrupts.isForGood()).isFalse();
    assertThat(codes).containsExactly(0);
  }
}
