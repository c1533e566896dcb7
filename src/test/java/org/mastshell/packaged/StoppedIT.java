package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell is stopped by Ctrl-Z and taken up again by the shell that started it. */
@DisabledOnOs(OS.WINDOWS)
class StoppedIT {
  private static final String CONTROL_Z = "\u001a";

  @TempDir Path folder;

  @Test
  void thePagerGoesOnWhereItWas() throws Exception {
    List<String> parent = List.of("bash", "--norc", "--noprofile", "-i");
    try (PackagedTerminal shell = new PackagedTerminal.Setup(folder).run(parent)) {
      shell.type(PackagedProgram.launcher() + " --no-rc --demo\r").expect("mast>");
      shell.type("search mission=JWST\r").expect("mast[337 obs]>");
      shell.type("show --all\r").expect("rows 1-28 of 337");
      shell.type(CONTROL_Z).expect("Stopped").expect("bash-");
      shell.type("fg\r").expect("rows 1-28 of 337");
      shell.type(" ").expect("29-56");
      shell.type("q").expect("mast[337 obs]>");
      shell.type("exit\r").expect("bash-").type("exit\r");
      assertThat(shell.end()).isZero();
      assertThat(shell.screen()).doesNotContain("Exception");
    }
  }
}
