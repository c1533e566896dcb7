package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;

/** The line that Tab puts in after a mistake: for whom it is there, and for how long. */
class CorrectionProgramTest extends DemoProgramTest {
  private static final String MISTAKE = "serach program=1073 filters=F277W";

  private PersonAtShell person() {
    return new PersonAtShell(folder, archive.url().toString());
  }

  @Test
  void itIsThereUntilTheNextLine() {
    try (PersonAtShell person = person()) {
      assertThat(person.offered()).isEmpty();
      assertThat(person.type(MISTAKE)).contains("Tab puts in: search program=1073");
      assertThat(person.offered()).contains("search program=1073 filters=F277W");
      person.type("results");
      assertThat(person.offered()).isEmpty();
      person.type(MISTAKE);
      person.type("");
      assertThat(person.offered()).isEmpty();
    }
  }

  @Test
  void whatWasDoneIsNotDoneAgain() {
    try (PersonAtShell person = person()) {
      String answer = person.type("search program=1073 filters=F277W; shwo exptme; count  # all");
      assertThat(answer)
          .contains("12 observations")
          .contains("Tab puts in: show exptme; count  # all\n");
      assertThat(person.offered()).contains("show exptme; count  # all");
      assertThat(person.type("show exptme --limit 1; count"))
          .contains("Tab puts in: show exptime --limit 1; count");
      assertThat(person.type(person.offered().orElseThrow())).contains("12\n");
    }
  }

  @Test
  void theFirstMistakeOfALineIsPutRightFirst() {
    try (PersonAtShell person = person()) {
      String line = "search program=1073 mission=JSWT; count; shwo";
      assertThat(person.type(line)).containsOnlyOnce("Tab puts in: ");
      assertThat(person.offered()).contains("search program=1073 mission=JWST; count; shwo");
    }
  }

  @Test
  void aCountOfNothingAsksWhatWasMeant() {
    try (PersonAtShell person = person()) {
      assertThat(person.type("search program=1073 filters=F277 --count"))
          .startsWith("  sent: ")
          .contains("0\n", "  filters=F277: did you mean F277W?\n");
      assertThat(person.offered()).contains("search program=1073 filters=F277W --count");
    }
  }

  @Test
  void whatMayBeASecretIsNotPutIntoALine() {
    try (PersonAtShell person = person()) {
      person.type("lgoin test-token-not-a-secret");
      assertThat(person.offered()).isEmpty();
    }
  }

  @Test
  void mistakesOfAScriptAreNotThoseOfThePerson() throws IOException {
    Files.writeString(folder.resolve("wrong.mast"), MISTAKE + "\n");
    try (PersonAtShell person = person()) {
      assertThat(person.type("source wrong.mast"))
          .contains("wrong.mast:1: error", "did you mean search")
          .doesNotContain("Tab");
      assertThat(person.offered()).isEmpty();
      Files.writeString(folder.resolve("empty.mast"), "search program=1073 mission=JSWT\n");
      assertThat(person.type("source empty.mast")).doesNotContain("Tab");
      assertThat(person.offered()).isEmpty();
    }
  }

  @Test
  void withoutATerminalThereIsNoTab() {
    run(MISTAKE).exits(ExitCode.USAGE).says("did you mean search").doesNotSay("Tab");
    type(MISTAKE).says("did you mean search").doesNotSay("Tab");
    run("search program=1073 mission=JSWT").says("did you mean JWST").doesNotSay("Tab");
  }

  @Test
  void whatIsWrongInALineOfAnyLengthOrScriptIsPointedAt() {
    run("search target=望远镜 filtres=F277W")
        .exits(ExitCode.USAGE)
        .says("    search target=望远镜 filtres=F277W\n" + " ".repeat(25) + "^^^^^^^\n");
  }
}
