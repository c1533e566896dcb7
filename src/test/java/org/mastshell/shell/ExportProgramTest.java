package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;
import org.mastshell.language.Quoting;

/** What export writes, where to, and what it refuses. */
class ExportProgramTest extends DemoProgramTest {
  private static final String TOKEN_LIKE = "0123456789abcdef0123456789abcdef";

  private List<String> script(String... lines) {
    return script(program(), lines);
  }

  private static List<String> script(AssertableProgram program, String... lines) {
    List<String> all = Stream.concat(Stream.of(lines), Stream.of("export script")).toList();
    all.forEach(program::command);
    AssertableProgram.Ended ended = program.run().succeeds();
    assertThat(ended.out()).startsWith("#!/usr/bin/env mastshell\n");
    return ended.out().lines().filter(line -> !line.startsWith("#")).toList();
  }

  @Test
  void whatWasTriedAndLeftIsNotInTheScript() {
    assertThat(
            script(
                SEARCH,
                "sort obs_id",
                "use 1",
                "products",
                "unique",
                "undo",
                "use 1",
                "filter exptime>300s",
                "set limit 7"))
        .containsExactly(SEARCH, "filter exptime>300s");
  }

  @Test
  void relativeDatesBecomeThoseThatTheyWere() {
    // The program's clock stands at 2026-11-22T12:00.
    assertThat(script("search program=1073 date=-1700d..yesterday start=2022,today,monday.."))
        .containsExactly(
            "search program=1073 date=2022-03-28..2026-11-21 start=2022,2026-11-22,2026-11-16.. obs_collection=*");
    assertThat(script("search program=1073 start<now start>-60000h end!=2031-01"))
        .containsExactly(
            "search program=1073 start<61366.5 start>58866.5 end!=2031-01 obs_collection=*");
    run("search program=1073 start<now", "export script").shows("# dates relative to the day");
    run("search program=1073 start<2030", "export script").doesNotSay("relative");
  }

  @Test
  void rowsPickedByNumberAreNamedByWhatTheyHold() {
    assertThat(script(SEARCH, "pick 3,1"))
        .containsExactly(SEARCH, "filter obsid=87600522,87600515", "pick 2,1");
  }

  // Without unique a file stands there once for each observation that uses it.
  @Test
  void ofFilesThatAreListedSeveralTimesThoseThatWerePickedAreMeant() {
    assertThat(script(SEARCH, "products suffix=uncal detector=nrcalong", "sort name", "pick 1-3,9"))
        .last()
        .asString()
        .startsWith("pick ");
  }

  @Test
  void theMissionOfWhoeverRunsTheScriptDecidesNothing() throws IOException {
    run("search program=1073 filters=F277W", "export script all.mast").succeeds();
    Files.writeString(folder.resolve("rc"), "set mission HST\n");
    program()
        .arguments("--rc", "rc", "-f", "all.mast", "-c", "count")
        .run()
        .succeeds()
        .prints("12");
    assertThat(script(SEARCH)).containsExactly(SEARCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "python"})
  void ofAListThatWasWrittenSinceThoseValuesAreTakenThatMadeTheSet(String language)
      throws Exception {
    assumeTrue(language.equals("script") || WrittenProgram.hasAstroquery(), "no astroquery");
    Path list = Files.writeString(folder.resolve("filters.txt"), "F277W\n");
    String search = "search mission=JWST program=1073 filters=@filters.txt";
    program().arguments("--session=s").command(search).run().succeeds();
    // Another file takes its place, and is older than the set.
    Path other = Files.writeString(folder.resolve("other.txt"), "F277W\nF070W\n");
    Files.setLastModifiedTime(other, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    Files.move(other, list, StandardCopyOption.REPLACE_EXISTING);
    program().arguments("--session=s").command("export script made --as " + language).run();
    if (language.equals("script")) {
      program().arguments("-f", "made", "-c", "count").run().succeeds().prints("12");
    } else {
      assertThat(new WrittenProgram(folder, archive.url()).python(folder.resolve("made")))
          .hasSize(12);
    }
  }

  @Test
  void aListThatLacksValuesByNowIsRefused() throws IOException {
    Files.writeString(folder.resolve("filters.txt"), "F277W\nF070W\n");
    String search = "search mission=JWST program=1073 filters=@filters.txt";
    program().arguments("--session=s").command(search).run().succeeds();
    Files.writeString(folder.resolve("filters.txt"), "F277W\n");
    program()
        .arguments("--session=s")
        .command("export script")
        .run()
        .exits(ExitCode.FAILED)
        .says("is read otherwise today", "some of its rows do not meet it");
  }

  @Test
  void targetsThatWereWrittenSinceAreRefused() throws IOException {
    Files.writeString(folder.resolve("near.csv"), "name,ra,dec\na,161.5125,-59.8667\n");
    run("search coordinates=@near.csv radius=1arcmin", "export script")
        .exits(ExitCode.FAILED)
        .says("near.csv has been written since set 1 was made", "search with it again");
  }

  // What would be right in the old command is not what would be right here.
  @Test
  void aListThatIsGoneIsNoFaultOfTheProgram() throws IOException {
    Path list = Files.writeString(folder.resolve("list.txt"), "F277W\n");
    Files.writeString(folder.resolve("lost.txt"), "F\n");
    program()
        .arguments("--session=s", "-c", "search program=1073 filters=@list.txt")
        .run()
        .succeeds();
    Files.delete(list);
    AssertableProgram.in(folder)
        .arguments("--server", archive.url().toString(), "--session=s", "-i")
        .typed("export script -", "count")
        .run()
        .says("there is no file list.txt", "did you mean lost.txt?")
        .doesNotSay("fault of the program")
        .prints("12");
  }

  @Test
  void withoutItsListACommandCannotBeRead() throws IOException {
    Path list = Files.writeString(folder.resolve("filters.txt"), "F277W\n");
    String search = "search mission=JWST program=1073 filters=@filters.txt";
    program().arguments("--session", "s").command(search).run().succeeds();
    Files.delete(list);
    program()
        .arguments("--session", "s")
        .command("export script")
        .run()
        .exits(ExitCode.USAGE)
        .says("there is no file filters.txt");
  }

  @Test
  void shortListsFromFilesStandInTheScript() throws IOException {
    Files.writeString(folder.resolve("filters.txt"), "F277W\nF0*\n");
    assertThat(script(laterProgram(), "search program=1073 filters=@filters.txt level=3"))
        .containsExactly("search program=1073 filters=F277W,F0* level=3 obs_collection=*");
    Files.writeString(folder.resolve("filters.txt"), "F277W\n" + "F1\n".repeat(2001));
    assertThat(script(laterProgram(), "search program=1073 filters=@filters.txt level=3"))
        .containsExactly("search program=1073 filters=@filters.txt level=3 obs_collection=*");
  }

  @Test
  void rowsOfSeveralArchivesAreNotPutTogether() throws IOException {
    try (DemoArchive other = DemoArchive.start(DemoOptions.standard())) {
      run(
              SEARCH,
              "set server " + other.url().toString(),
              "search program=2736",
              "union 1 2",
              "export script")
          .exits(ExitCode.FAILED)
          .says("of two archives", other.url().toString())
          .prints("");
      run(SEARCH, "set server " + other.url(), "pick 1-3", "export script")
          .succeeds()
          .shows("filter obsid=");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "x$(id).sh | bash 'x$(id).sh'",
        "it's.sh | bash 'it'\\''s.sh'",
        "-x.sh | bash ./-x.sh"
      })
  void theLineThatRunsItCanBePasted(String name, String line) {
    String option = name.startsWith("-") ? "./" + name : name;
    run(SEARCH, "export script " + Quoting.quote(option) + " --as curl").succeeds().says(line);
  }

  @Test
  void aFileNeedsAName() {
    run(SEARCH, "export script \"\"").exits(ExitCode.USAGE).says("a file needs a name");
  }

  @Test
  void guideStarFilesDependOnNoSetting() {
    assertThat(script(SEARCH, "products suffix=uncal"))
        .containsExactly(SEARCH, "products suffix=uncal --guide-stars no");
    assertThat(script(SEARCH, "set guide_stars yes", "products extension=fits"))
        .containsExactly(SEARCH, "products extension=fits --guide-stars yes");
    assertThat(script(SEARCH, "products", "filter --guide-stars only"))
        .containsExactly(SEARCH, "products", "filter --guide-stars only");
  }

  @Test
  void theScriptCanBeRunAndIsNotOverwritten() throws IOException {
    run(SEARCH, "export script lmc.mast").succeeds().says("saved:", "it makes again: 12");
    Path saved = folder.resolve("lmc.mast");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(saved)))
        .startsWith("rwx");
    String before = Files.readString(saved);
    run("search program=2733", "export script lmc.mast")
        .exits(ExitCode.FAILED)
        .says("lmc.mast is there already", "--force");
    assertThat(saved).hasContent(before);
    run("search program=2733", "export script lmc.mast --force").succeeds();
    assertThat(Files.readString(saved)).contains("search program=2733");
    run(SEARCH, "export script nowhere/lmc.mast")
        .exits(ExitCode.FAILED)
        .says("cannot be written", "a folder that is there");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "export,needs to know where",
    "export lmc.mast,would be a program",
    "export script a b,not"
  })
  void whatIsNotUnderstoodIsExplained(String line, String said) {
    run(SEARCH, line).exits(ExitCode.USAGE).says(said, "export script");
  }

  @Test
  void anUnknownLanguageIsExplained() {
    run(SEARCH, "export script --as phyton")
        .exits(ExitCode.USAGE)
        .says("did you mean python?", "script, python or curl");
    run("export script").exits(ExitCode.FAILED).says("there is no set yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "python", "curl"})
  void whatWasDroppedIsStillToldHowToMake(String language) {
    assertThat(run(SEARCH, "pick 1", "drop 1", "export script --as " + language).out())
        .isEqualTo(run(SEARCH, "pick 1", "export script --as " + language).succeeds().out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"python", "curl"})
  void whatALanguageCannotExpressIsNamedAndNothingWritten(String language) {
    run(
            "search program=1073 obs_id~/(?<=o)001/",
            "export script made --as " + language + " --force")
        .exits(ExitCode.FAILED)
        .says("cannot express the regular expression /(?<=o)001/", "export script writes it");
    assertThat(folder.resolve("made")).doesNotExist();
  }

  @Test
  void whatOneLanguageCannotExpressAnotherMay() throws Exception {
    assumeTrue(WrittenProgram.hasAstroquery(), "no astroquery");
    String search = SEARCH + " target!=Étoile";
    run(search, "export script --as curl").exits(ExitCode.FAILED).says("Étoile", "jq");
    run(search, "export script made.py --as python").succeeds();
    assertThat(new WrittenProgram(folder, archive.url()).python(folder.resolve("made.py")))
        .hasSize(12);
    run("search program=1073 obs_id~/x*/ ", "export script --as python")
        .exits(ExitCode.FAILED)
        .says("an empty text fits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "python", "curl"})
  void theBeginningOfAMatchIsRefused(String language) throws IOException {
    Files.writeString(folder.resolve("near.csv"), "name,ra,dec\na,161.5125,-59.8667\n");
    laterProgram()
        .command("search coordinates=@near.csv radius=0.1deg --limit 2")
        .command("export script --as " + language)
        .run()
        .exits(ExitCode.FAILED)
        .says("beginning of a match", "search without --limit");
  }

  @Test
  void remarksAreOneLineEach() throws IOException {
    Files.writeString(folder.resolve("v\nstop INJECTED"), "F277W\n");
    write("s.mast", SEARCH, "filter filters=@$1", "export script");
    AssertableProgram.Ended ended =
        laterProgram().arguments("s.mast", "v\nstop INJECTED").run().succeeds();
    assertThat(ended.out().lines().filter(line -> !line.startsWith("#")))
        .containsExactly(SEARCH, "filter filters=F277W");
  }

  @Test
  void whatNoScriptCanHoldIsRefused() throws IOException {
    write("s.mast", SEARCH, "filter target!=$1", "export script made.mast");
    program()
        .arguments("s.mast", "x\nstop INJECTED\ny")
        .run()
        .exits(ExitCode.FAILED)
        .says("no script can hold this command", "the end of a line", "--as python");
    assertThat(folder.resolve("made.mast")).doesNotExist();
  }

  @Test
  void whatLooksLikeATokenIsInNoProgram() {
    for (String language : List.of("script", "python", "curl")) {
      run(SEARCH, "filter target!=" + TOKEN_LIKE, "export script --as " + language)
          .exits(ExitCode.FAILED)
          .says("looks like a token, so nothing is written")
          .prints("");
    }
    run(SEARCH, "filter target!=" + TOKEN_LIKE, "searches save mine")
        .exits(ExitCode.FAILED)
        .says("looks like a token, so nothing is written");
    run("searches").succeeds().says("no search is kept yet");
  }

  @Test
  void aLongListIsNotTakenForTypedByHand() {
    String many = String.join(",", Collections.nCopies(150, "F277W,F2777W"));
    run(SEARCH, "filter filters=" + many, "count").succeeds().prints("12").doesNotSay("none has");
    run(SEARCH, "filter filters=F277W,F2777W").succeeds().says("none has filters=F2777W");
  }

  @Test
  void noProgramHoldsTheToken() {
    String token = DemoArchive.TEST_TOKEN;
    program()
        .environment("MAST_API_TOKEN", token)
        .command("search program=1073 title!=" + token)
        .command("export script")
        .run()
        .exits(ExitCode.FAILED)
        .says("holds your token")
        .prints("");
  }

  @Test
  void aProgramThatGetsNoAnswerFails() throws Exception {
    assumeTrue(WrittenProgram.has("bash", "curl", "jq"), "no curl or jq");
    run(SEARCH, "export script made.sh --as curl").succeeds();
    Path program = folder.resolve("made.sh");
    String text = Files.readString(program);
    Files.writeString(program, text.replace("Mast.Caom.Filtered", "Mast.Caom.Nothing"));
    Process process =
        new ProcessBuilder("bash", program.toString()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isNotZero();
    assertThat(said).contains("the archive:");
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(folder.resolve(name), List.of(lines));
  }
}
