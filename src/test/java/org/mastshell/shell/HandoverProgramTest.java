package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What export writes is run, and must make the same rows in the same order. */
class HandoverProgramTest extends DemoProgramTest {
  private static final String PROGRAM = "search program=1073 filters=F277W";

  private static final String ODD = "search mission=HLSP project=ODD";

  /**
   * How a set is made.
   *
   * @param key the column that is compared
   * @param lines that make it
   */
  record Lineage(String key, List<String> lines) {
    @Override
    public String toString() {
      return String.join("; ", lines);
    }
  }

  private static Lineage observations(String... lines) {
    return new Lineage("obsid", List.of(lines));
  }

  private static Lineage products(String... lines) {
    return new Lineage("dataURI", List.of(lines));
  }

  static Stream<Lineage> lineages() {
    return Stream.of(
        products(SEARCH, "products", "unique", "filter suffix=uncal"),
        observations(PROGRAM, "search program=1073 filters=F070W", "union 1 2"),
        observations(
            PROGRAM, "name mine", "filter exptime>300s", "use mine", "minus 2", "sort -exptime"),
        observations("search program=1073", "search filters=F277W mission=JWST", "intersect 1 2"),
        observations(PROGRAM, "pick 3,1-2,last"),
        observations("search program=1073", "sort target -exptime obs_id"),
        observations("search mission=JWST program=1073,2733", "sort -filters detector obs_id"),
        observations("search mission=HST start=2014..2016 exptime>100s"),
        observations("search mission=JWST date=2022-05..2022-07-04 wavelength=2um..3um"),
        observations("search mission=JWST start=-28500d..now rights=public program=1073"),
        observations("search object=\"M 101\" radius=6arcmin", "filter distance<60 mission!=PS1"),
        observations("search coordinates=\"161.5125 -59.8667\" radius=0.1deg filters~F6"),
        observations("search coordinates=@near.csv radius=0.1deg mission!=HST", "unique"),
        observations("search program=@programs.txt instrument=NIRCAM,MIRI"),
        observations("search target=\"TIC 25155310\" sector=1..30 mission=TESS"),
        observations("search program=1073 obs_id~/nircam_.*f(070|277)w$/ filters!=F070W"),
        observations("search program=1073 pi!=null filters=F*W,*M level=2.."),
        observations("search program=1073 t_min=null --all"),
        observations("search mission=JWST,HST title~star filters=F444W,F277W", "sort start obsid"),
        observations("search program=1073 title!='a \"b\\ $HOME `id` $(id) 日本 #' filters=F277W"),
        observations("search program=1073 --limit 4"),
        observations("search mission=* program=1073 filters=F277W"),
        observations(ODD + " title~\"it's \\\"5\" title~'$HOME; 100'"),
        observations(ODD, "filter title=@titles.txt"),
        observations(ODD, "filter title~@pieces.txt"),
        observations(ODD, "filter title=\"\\@it's \\\"5\\*\\\" \\$HOME; 100\\% \\\\\""),
        observations(
            ODD, "let t=\"\\\\@it's \\\"5\\*\\\" \\$HOME; 100\\% \\\\\"", "filter title=$t"),
        observations(ODD, "let t=\"it's \\\"5*\" p='$HOME;'", "filter title~$t title~\"$p 100\""),
        observations("search mission=HLSP project=ODD,TESS", "filter title!=*\\** title!~'x $5'"),
        observations(
            "search coordinates=@odd.csv radius=1arcmin", "unique --by match_name", "pick 2,1"),
        products(PROGRAM, "products 2-3,1 suffix=uncal,asn detector!=nrcblong", "sort -size name"),
        products(PROGRAM, "products", "filter name~/_(rate|cal)\\.fits$/ obsnum=1..2 visit=1"),
        products(
            PROGRAM, "products stage=2b,3 level=2..3 size>100B", "unique --by productFilename"),
        products(PROGRAM, "products", "filter --guide-stars only", "unique", "sort name"),
        products(PROGRAM, "set guide_stars yes", "products detector=nrcblong exposure=1"),
        products(PROGRAM, "products --mrp", "unique", "pick 5,2"),
        products(PROGRAM, "products", "sort name", "pick 1-40"),
        products(PROGRAM, "products suffix=uncal", "sort -size", "pick last,1-3,40"),
        products(
            PROGRAM,
            "products suffix=i2d,x1d acid=o001,o002 extension=fits",
            "filter segment=null asn_type=null source=null"),
        products(PROGRAM, "products", "unique", "sort suffix detector name", "filter ext=json"));
  }

  @BeforeEach
  void makeLists() throws IOException {
    Files.writeString(
        folder.resolve("near.csv"),
        "name,ra,dec\nM 101,210.8023,54.349\neta Car,161.5125,-59.8667\nbeside,161.52,-59.87\n");
    Files.writeString(folder.resolve("programs.txt"), "01073\n2733\n");
    Files.writeString(
        folder.resolve("titles.txt"), "@it's \"5\\*\" $HOME; 100\\% \\\nno such $5, title\n");
    Files.writeString(folder.resolve("pieces.txt"), "'s \"5\\*\" $\n$(id\n");
    Files.writeString(
        folder.resolve("odd.csv"),
        "name,ra,dec\n\"@it's \"\"5*\"\" $1\",200.5,-75.25\na%\\,201.5,-75.25\n");
  }

  @ParameterizedTest
  @MethodSource("lineages")
  void theScriptMakesTheSame(Lineage lineage) {
    List<String> expected = made(lineage, "made.mast", "script");
    String show = "show " + lineage.key() + " --all";
    List<String> again =
        rows(
            program()
                .arguments("--quiet", "--format", "csv", "-f", "made.mast", "-c", show)
                .run()
                .succeeds());
    assertThat(again).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("lineages")
  void thePythonProgramMakesTheSame(Lineage lineage) throws Exception {
    assumeTrue(WrittenProgram.hasAstroquery(), "no astroquery");
    List<String> expected = made(lineage, "made.py", "python");
    Path program = folder.resolve("made.py");
    assertThat(new WrittenProgram(folder, archive.url()).python(program))
        .as(Files.readString(program))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("lineages")
  void theCallsOfCurlMakeTheSame(Lineage lineage) throws Exception {
    assumeTrue(WrittenProgram.has("bash", "curl", "jq"), "no curl or jq");
    List<String> expected = made(lineage, "made.sh", "curl");
    Path program = folder.resolve("made.sh");
    assertThat(new WrittenProgram(folder, archive.url()).bash(program))
        .as(Files.readString(program))
        .isEqualTo(expected);
  }

  /** The rows of a lineage, which is written to a file. */
  private List<String> made(Lineage lineage, String file, String language) {
    List<String> lines = new ArrayList<>(lineage.lines());
    lines.add("export script " + file + " --as " + language);
    lines.add("show " + lineage.key() + " --all");
    AssertableProgram program = laterProgram().arguments("--quiet", "--format", "csv");
    lines.forEach(program::command);
    List<String> rows = rows(program.run().succeeds());
    boolean empty = lineage.toString().contains("t_min=null");
    assertThat(rows.isEmpty()).as("rows of " + lineage).isEqualTo(empty);
    return rows;
  }

  private static List<String> rows(AssertableProgram.Ended ended) {
    return ended.out().lines().skip(1).toList();
  }
}
