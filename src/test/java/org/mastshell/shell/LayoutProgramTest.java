package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.command.ExitCode;

/** Where downloads go: {@code --layout}, {@code --existing} and the setting. */
class LayoutProgramTest extends DemoProgramTest {
  /** One file. */
  private static final String ONE = SEARCH + "; products 1 suffix=i2d visit=1; pick 1";

  private static final String NAME = "jw01073001001_02101_00001_nrcalong_i2d.fits";

  @ParameterizedTest
  @CsvSource({
    "mast, mastDownload/JWST/jw01073001001_02101_00001_nrcalong/",
    "MAST, mastDownload/JWST/jw01073001001_02101_00001_nrcalong/",
    "program, mastDownload/1073/jw01073001001_02101_00001_nrcalong/",
    "flat, ''",
    "{filename}, ''",
    "{proposal_id}/{instrument}/{filename}, 1073/NIRCAM_IMAGE/",
    "{program}/{detector}/{suffix}/{filename}, 1073/nrcalong/i2d/",
    "JWST {{{pid}}}/{filters}/{name}, JWST {1073}/F277W/",
    "{asn_type}/{filename}, no-asn_type/",
  })
  void filesGoWhereTheLayoutSays(String layout, String folders) {
    run(ONE, "download --layout '" + layout + "'").succeeds();
    assertThat(tree()).contains(folders + NAME);
  }

  @Test
  void theNameMayHaveTextAroundIt() {
    run(ONE, "download --layout '{instrument}_{filename}'").succeeds();
    assertThat(folder.resolve("NIRCAM_IMAGE_" + NAME)).isRegularFile();
  }

  @Test
  void theSettingDecidesWhereNothingIsSaid() {
    run("set layout '{program}/{filename}'", ONE, "download").succeeds();
    assertThat(folder.resolve("1073/" + NAME)).isRegularFile();
    run("set layout '{program}/{filename}'", ONE, "download --flat").succeeds();
    assertThat(folder.resolve(NAME)).isRegularFile();
  }

  @Test
  void aSecondRunOfAnyLayoutFetchesNothing() {
    for (String layout : List.of("program", "{instrument}/{filename}", "x_{filename}")) {
      run(ONE, "download --layout '" + layout + "'").succeeds().says("1 file fetched");
      run(ONE, "download --layout '" + layout + "'").succeeds().says("1 here already");
    }
  }

  @Test
  void filesThatAreHereInAnotherLayoutAreSaidWithWhatUsesThem() throws IOException {
    String two = SEARCH + "; products 1 suffix=i2d visit=1; pick 1-2";
    run(ONE, "download").succeeds();
    for (String door : List.of("download --dry-run", "download --to curl x.sh")) {
      run(two, door + " --layout program")
          .succeeds()
          .says("note: 1 of the 2 files to fetch (20.2 kB) is here already, in another layout: ")
          // No command: that one would be another than the one that was typed.
          .says("in another layout: --layout mast finds it\n");
    }
    assertThat(new ObjectMapper().readTree(plan(two, "--flat")).get("notes").get(0).asText())
        .startsWith("1 of the 2 files to fetch (20.2 kB) is here already, in another layout");
    run(two, "download --flat").succeeds().says("1 of the 2 files to fetch", "2 files fetched");
    run(two, "download --dry-run --layout '{filename}_x'")
        .says(
            "both files to fetch (40.3 kB) are here already", "layout: --layout flat finds them\n");
    // Whoever wants them anew is not told that they are here.
    run(two, "download --dry-run --layout program --existing overwrite")
        .doesNotSay("here already,");
    run(two, "download --dry-run --flat").doesNotSay("here already,");
    Files.write(folder.resolve(NAME), new byte[7]);
    run(two, "download --dry-run --layout program").says("1 of the 2 files");
  }

  private String plan(String... lines) {
    return data("json", lines[0], "download --dry-run " + lines[1]).out();
  }

  @Test
  void filesThatAreBelowAnotherFolderAreSaidToo() {
    run(ONE, "download --layout program").succeeds();
    run(ONE, "download --dry-run --dir d")
        .says("the file to fetch (20.2 kB) is here already, below " + folder + ": ")
        .says("below %s: --dir %s --layout program finds it\n".formatted(folder, folder));
    String own = "'{instrument}/{filename}'";
    // A shell knows where its own downloads went, another one does not.
    run(
            ONE,
            "download --dir e --existing overwrite --layout " + own,
            "download --dry-run --dir e --layout program")
        .says("in another layout: --layout {instrument}/{filename} finds it\n");
    run(ONE, "download --dry-run --dir e --layout program")
        .says("below " + folder)
        .doesNotSay("{instrument}");
    run("set download_dir e", ONE, "download --dry-run")
        .says("in other places, such as " + folder.resolve("e/NIRCAM_IMAGE/" + NAME) + ": ")
        .says(": the --dir and --layout of that time find it\n");
  }

  @Test
  void aMistakeIsToldBeforeAnythingIsDone() {
    String[][] mistakes = {
      {"{instrumnt}/{filename}", "no field is called instrumnt", "instrument"},
      {"{program}/{filnam}", "no field is called filnam", "filename"},
      {"progam", "there is no layout progam", "did you mean program?"},
      {"tree", "there is no layout tree", "it is mast, flat, program or a template"},
      {"{program}/x.fits", "a layout has {filename} once, in its last part", "as in"},
      {"{filename}/{program}", "a layout has {filename} once, in its last part", "as in"},
      {"{filename}/{filename}", "a layout has {filename} once, in its last part", "as in"},
      {"../{filename}", "a layout stays below the download folder", "--dir"},
      {"/{filename}", "a layout stays below the download folder", "--dir"},
      {"{program}//{filename}", "a layout stays below the download folder", "--dir"},
      {"~/{filename}", "a layout stays below the download folder", "--dir"},
      {"C:{filename}", "cannot hold this everywhere", "letters"},
      {"{program/{filename}", "this { has no } behind it", "{{ stands for a brace"},
      {"{program}/{filename", "this { has no } behind it", "{{ stands for a brace"},
      {"program}/{filename}", "this } has no { before it", "}} stands for a brace"},
    };
    for (String[] mistake : mistakes) {
      run(ONE, "download --layout '" + mistake[0] + "'")
          .exits(ExitCode.USAGE)
          .reportsOneError()
          .says(mistake[1], mistake[2], "^");
    }
    run("set layout {instrumnt}/{filename}")
        .exits(ExitCode.USAGE)
        .says("no field is called instrumnt", "did you mean instrument", "^^^^^^^^^");
    run(ONE, "download --flat --layout program").exits(ExitCode.USAGE).says("give one of the two");
    run(ONE, "download --existing overwite")
        .exits(ExitCode.USAGE)
        .says("--existing cannot be 'overwite'", "did you mean overwrite?");
    assertThat(tree()).isEmpty();
  }

  @Test
  void anObservationThatWasDroppedIsStillKnown() {
    run(ONE, "drop 1", "download --layout '{instrument}/{filename}'").succeeds();
    assertThat(folder.resolve("NIRCAM_IMAGE/" + NAME)).isRegularFile();
  }

  @Test
  void overwritingReplacesWhatIsHereWhenTheNewFileIsWhole() throws IOException {
    run(ONE, "download --flat").succeeds();
    byte[] sound = Files.readAllBytes(folder.resolve(NAME));
    byte[] changed = sound.clone();
    changed[sound.length - 1]++;
    Files.write(folder.resolve(NAME), changed);
    run(ONE, "download --flat").succeeds().says("1 here already");
    assertThat(folder.resolve(NAME)).hasBinaryContent(changed);
    run(ONE, "download --flat --existing overwrite").succeeds().says("1 file fetched");
    assertThat(folder.resolve(NAME)).hasBinaryContent(sound);
    try (FaultyArchive broken = FaultyArchive.failingFor(archive.url(), "i2d", 404)) {
      AssertableProgram.in(folder)
          .arguments("--server", broken.url())
          .command(ONE + "; set retries 0; download --flat --existing overwrite")
          .run()
          .exits(ExitCode.DOWNLOADS);
    }
    assertThat(folder.resolve(NAME)).hasBinaryContent(sound);
  }

  @Test
  void keepingBothNumbersTheNewOne() {
    run(ONE, "download --flat").succeeds();
    run(ONE, "download --flat --existing keep-both").succeeds().says("1 file fetched");
    run(ONE, "download --flat --existing keep-both").succeeds().says("1 file fetched");
    String stem = NAME.replace(".fits", "");
    assertThat(tree())
        .contains(NAME, stem + "-2.fits", stem + "-3.fits", "mastDownload_manifest.csv");
    run(ONE, "download --flat").succeeds().says("1 here already");
  }

  @Test
  void aFileThatNobodyKnowsIsNotReplaced() throws IOException {
    Files.writeString(folder.resolve(NAME), "mine");
    run(ONE, "download --flat").succeeds().shows("may be another file");
    assertThat(folder.resolve(NAME)).hasContent("mine");
    assertThat(tree()).contains(NAME.replace(".fits", "-2.fits"));
    run(ONE, "download --flat").succeeds().says("1 here already");
    run(ONE, "download --flat --existing overwrite").succeeds().says("1 file fetched");
    assertThat(folder.resolve(NAME)).hasSize(20_160);
  }

  private List<String> tree() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(file -> !file.startsWith("mastshell-home") && !file.startsWith(".mast"))
          .toList();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
