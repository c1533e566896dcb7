package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A person who mistypes at a terminal, and puts it right with one key. */
@EnabledOnOs(OS.LINUX)
class CorrectionIT {
  private static final String CONTROL_D = "\u0004";
  private static final String CONTROL_U = "\u0015";

  @TempDir Path folder;

  private PackagedTerminal.Setup terminal() {
    return new PackagedTerminal.Setup(folder);
  }

  @Test
  void oneTabPutsTheLineRight() throws Exception {
    try (PackagedTerminal shell = terminal().open("--no-rc", "--demo")) {
      shell.expect("mast>").type("search filtres=F277W program=1073; shwo obs_id --limit 1\r");
      shell.expect("error: no field is called filtres").expect("^^^^^^^");
      shell.expect("Tab puts in: search filters=F277W").expect("mast>").expect("Tab: search");
      shell.type("\t").expect("search filters=F277W program=1073; shwo obs_id --limit 1");
      shell.type("\r").expect("12 observations").expect("no command is called shwo");
      shell.expect("Tab puts in: show obs_id --limit 1").expect("mast[12 obs]>");
      shell.type("\t\r").expect("jw01073-o001_t001_nircam_clear-f277w").expect("mast[12 obs]>");
      shell.type(CONTROL_D);
      assertThat(shell.end()).isZero();
    }
  }

  @Test
  void valuesAndOptionsAndSettingsAreTakenToo() throws Exception {
    try (PackagedTerminal shell = terminal().open("--no-rc", "--demo")) {
      shell.expect("mast>").type("search program=1073 filters=F277\r");
      shell.expect("did you mean F277W?").expect("mast[0 obs]>").type("\t\r");
      shell.expect("12 observations").expect("mast[12 obs]>");
      shell.type("show --limti 1\r").expect("did you mean --limit?").expect("mast[12 obs]>");
      shell.type("\t\r").expect("1 of 12 rows").expect("mast[12 obs]>");
      shell.type("set hints of\r").expect("did you mean").expect("mast[12 obs]>");
      shell.type(CONTROL_D);
      assertThat(shell.end()).isZero();
    }
  }

  @Test
  void whoGoesOnTypingIsLeftAlone() throws Exception {
    try (PackagedTerminal shell = terminal().open("--no-rc", "--demo")) {
      shell.expect("mast>").type("serach program=1073\r").expect("Tab: search program=1073");
      shell.type("resu\t").expect("results").type(CONTROL_U + "results\r").expect("mast>");
      shell.type("frobnicate\r").expect("help lists them all").expect("mast>");
      int mark = shell.screen().length();
      shell.type("\t").expect("download");
      assertThat(shell.screen().substring(mark)).contains("search", "products");
      assertThat(shell.screen().substring(mark)).doesNotContain("Tab:");
      shell.type(CONTROL_U + CONTROL_D);
      assertThat(shell.end()).isZero();
    }
  }

  @Test
  void aTerminalThatCannotMoveItsCursorIsToldNothingOfKeys() throws Exception {
    try (PackagedTerminal shell =
        terminal().with(Map.of("TERM", "dumb")).open("--no-rc", "--demo")) {
      shell.expect("mast>").type("serach program=1073\r").expect("did you mean search");
      shell.expect("mast>").type("count\r").expect("search first").expect("mast>");
      shell.type("exit\r");
      assertThat(shell.end()).isZero();
      assertThat(shell.screen()).doesNotContain("Tab puts in", "Tab: ");
    }
  }
}
