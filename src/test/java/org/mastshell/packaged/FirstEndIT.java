package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGTERM while a command runs, with the thread that ends the process held up by a debugger at its
 * last step, where Java would take the exit code of any other thread.
 */
@EnabledOnOs(OS.LINUX)
class FirstEndIT {
  private static final String LISTENING = "Listening for transport dt_socket at address: ";
  private static final int CALLED_OFF = 143;
  private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(30);

  @TempDir Path folder;

  @Test
  void theCodeIsThatOfTheSignalHoweverQuickTheProgramIs() throws Exception {
    PackagedProgram.Running running =
        PackagedProgram.in(folder)
            .environment(
                "MASTSHELL_JAVA_OPTIONS",
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0")
            .arguments("--no-rc", "--demo", "--demo-latency", "20000")
            .arguments("-c", "search program=1073")
            .start();
    try {
      Awaitility.await().until(() -> running.err().contains("sent:"));
      VirtualMachine machine = attach(port(running.out()));
      hold(machine, "java.lang.Shutdown", "halt");
      hold(machine, "java.lang.Runtime", "exit");
      running.signal("TERM");
      awaitHeld(machine, "SIGTERM handler");
      // The command that was called off is over before the process is.
      Awaitility.await().until(() -> mainThread(machine).allMatch(ThreadReference::isAtBreakpoint));
      assertThat(mainThread(machine)).as("threads that end the process, too").isEmpty();
      machine.dispose();
      running.end().exits(CALLED_OFF);
    } finally {
      running.process().destroyForcibly();
    }
  }

  private static int port(String said) {
    int start = said.indexOf(LISTENING) + LISTENING.length();
    return Integer.parseInt(said.substring(start, said.indexOf('\n', start)).replaceAll(".*:", ""));
  }

  private static VirtualMachine attach(int port) throws Exception {
    AttachingConnector connector =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(one -> one.transport().name().equals("dt_socket"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("hostname").setValue("127.0.0.1");
    arguments.get("port").setValue(Integer.toString(port));
    return connector.attach(arguments);
  }

  private static void hold(VirtualMachine machine, String type, String method) {
    ReferenceType known = machine.classesByName(type).get(0);
    BreakpointRequest stop =
        machine
            .eventRequestManager()
            .createBreakpointRequest(known.methodsByName(method).get(0).location());
    stop.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    stop.enable();
  }

  private static void awaitHeld(VirtualMachine machine, String thread) throws InterruptedException {
    boolean held = false;
    while (!held) {
      EventSet events = machine.eventQueue().remove(PATIENCE_MILLIS);
      assertThat(events).as("the end of the process").isNotNull();
      for (Event event : events) {
        held |= event instanceof BreakpointEvent at && at.thread().name().equals(thread);
      }
    }
  }

  private static Stream<ThreadReference> mainThread(VirtualMachine machine) {
    return machine.allThreads().stream().filter(thread -> thread.name().equals("main"));
  }
}
