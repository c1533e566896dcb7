package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mastshell.command.ExitCode;

/** Programs for astroquery that begin with keywords, a catalogue or any service. */
class ServiceHandoverProgramTest extends DemoProgramTest {
  private static final String NIRCAM = "keywords nircam program=1073 filter=F277W";
  private static final String TIC = "catalog tic target=\"M 101\" radius=3arcmin";

  @BeforeEach
  void makeLists() throws IOException {
    Files.writeString(
        folder.resolve("near.csv"),
        "name,ra,dec\nM 101,210.8023,54.349\nnowhere,10,10\n\"it's #2; $(x)\",210.82,54.344\n");
    Files.writeString(folder.resolve("one.csv"), "name,ra,dec\nspiral,210.8023,54.349\n");
    Files.writeString(folder.resolve("proposed.txt"), "LMC\nit's; $(x)\n");
    Files.writeString(folder.resolve("names.txt"), "M 101\nHD 189733\n");
  }

  /**
   * How a set is made.
   *
   * @param columns that are compared
   * @param lines that make it
   */
  record Lineage(List<String> columns, List<String> lines) {
    @Override
    public String toString() {
      return String.join("; ", lines);
    }
  }

  private static Lineage of(String columns, String... lines) {
    return new Lineage(List.of(columns.split(" ")), List.of(lines));
  }

  static Stream<Lineage> lineages() {
    String keywords = "dataURI date_obs fileSize effexptm isRestricted keyword_table";
    return Stream.of(
        of("dataURI fileSize program", NIRCAM + " level=2b"),
        of(keywords, "keywords nircam program=1073 filter=F277W,F070W --columns all"),
        of("dataURI filter", "keywords nircam program=1073 filter!=F277W ngroups=2..6"),
        of("dataURI exp_type", "keywords nirspec level=2b exp_type~/^NRS_/ isRestricted=false"),
        of("dataURI", "keywords nircam program=1073 targprop~\"it's; $(x)\" filter=F277W"),
        of("dataURI", NIRCAM + " level=1b --limit 7", "sort -effexptm filename"),
        of("dataURI", NIRCAM + " level=2b,3", "filter detector=NRCBLONG", "sort -fileSize dataURI"),
        of("dataURI size calib_level proposal_id checksum", NIRCAM + " level=1b", "products"),
        of("dataURI dataRights", NIRCAM, "products suffix=uncal,i2d", "unique", "sort -size name"),
        of("dataURI obs_id", NIRCAM + " level=1b", "products 2-5", "filter detector!=nrca1"),
        of("obsid obs_id", NIRCAM + " level=3", "observations"),
        of("dataURI", NIRCAM + " level=3", "observations", "products suffix=i2d", "unique"),
        of("dataURI", NIRCAM, NIRCAM.replace("F277W", "F070W"), "union 1 2", "pick last,3,1-2"),
        of("dataURI", NIRCAM, NIRCAM + " level=3", "minus 1 2", "unique --by detector"),
        of("ID GAIA Tmag catalog_name", TIC),
        of("ID", TIC + " Tmag=..14 lumclass=DWARF", "sort -Tmag ID"),
        of("ID objType", TIC + " objType!=EXTENDED distance<60 --columns all"),
        of("ID", TIC + " --limit 5", "pick 3,1"),
        of("ID Teff", "catalog tic Teff=3000..3050 lumclass=DWARF Tmag<16 --all"),
        of("ID", "catalog ctl coordinates=\"210.8 54.3\" radius=5arcmin", "filter Tmag<15"),
        of("source_id", "catalog gaiadr3 target=\"M 101\" radius=3arcmin parallax>1 ruwe<1.4"),
        of("source_id", "catalog gaiadr2 target=\"M 101\" radius=2arcmin", "sort -source_id"),
        of("source_id", "catalog gaiadr1 target=\"M 101\" radius=2arcmin"),
        of("source_id", "catalog tgas target=\"M 101\" radius=10arcmin"),
        of(
            "ID",
            TIC,
            "catalog tic target=\"M 101\" radius=1arcmin",
            "minus 1 2",
            "filter Vmag!=null lumclass=DWARF,null"),
        of("sci_data_set_name sci_start_time", "datasets hst program=16123"),
        of("sci_data_set_name ang_sep", "datasets hst object=\"M 101\" radius=5arcmin"),
        of(
            "sci_data_set_name sci_targname",
            "datasets hst instrument=WFC3,ACS filter!=F814W exptime>100s",
            "sort -sci_start_time sci_data_set_name"),
        of(
            "fileSetName date_obs",
            "datasets jwst program=1073 exp_type=NRC_IMAGE readpatt~/^(B|M|S)/ --columns all",
            "unique --by opticalElements",
            "pick 2,1"),
        of("fileSetName", "datasets jwst program=1073 --limit 3", "sort -fileSetName"),
        of("ID match_name Tmag catalog_name", "catalog tic coordinates=@near.csv radius=1arcmin"),
        of(
            "source_id match_name",
            "catalog gaiadr3 coordinates=@near.csv radius=2arcmin ruwe<1.4 distance>20",
            "sort source_id"),
        of("ID match_name", "catalog tic object=@names.txt radius=1arcmin distance<40"),
        of("ID match_name", "crossmatch tic @near.csv radius=1arcmin Tmag<16"),
        of("ID match_name", "crossmatch tic @near.csv radius=2arcmin lumclass=DWARF --nearest"),
        of("source_id match_name match_row", TIC, "crossmatch gaiadr3"),
        of("ID match_row", TIC, "filter Tmag<16", "crossmatch tic radius=20arcsec --columns all"),
        of("ID match_name", TIC, "crossmatch tic @_ radius=1arcmin --nearest", "sort -ID"),
        of(
            "obsid match_name",
            "crossmatch observations @near.csv radius=10arcsec level=3 mission!=TESS"),
        of(
            "obsid match_name match_row",
            TIC + " --limit 3",
            "crossmatch observations radius=10arcsec mission=HST",
            "unique"),
        of(
            "match_name match_row",
            TIC + " --limit 3",
            "crossmatch observations radius=10arcsec mission=HST --nearest"),
        of("obsid match_name", TIC + " --limit 4", "search coordinates=@_ radius=5arcsec level=3"),
        of("obsid target_name", "search target=@proposed.txt mission=JWST level=3"),
        of(
            "sci_data_set_name match_name ang_sep",
            "datasets hst coordinates=@near.csv radius=3arcmin instrument=ACS exptime>1"),
        of("sci_data_set_name", "datasets hst coordinates=@one.csv radius=3arcmin"),
        of("sci_data_set_name match_name", TIC, "datasets hst coordinates=@_ radius=1arcmin"),
        of(
            "sci_data_set_name match_name",
            "datasets hst coordinates=@near.csv radius=3arcmin",
            "unique"),
        of("obsid", "service Mast.Caom.Cone ra=210.8 dec=54.34 radius=0.05", "sort -obsid"),
        of("obsid", "service Mast.Caom.Cone ra=210.8 dec=54.34 radius=0.05 --limit 3"),
        of("distinctValue", "service Mast.Missions.List"),
        of(
            "obsid",
            "service Mast.Caom.Filtered columns=obsid,obs_title filters='["
                + "{\"paramName\":\"obs_title\",\"values\":[\"a, b..c #1 日本 `id` $(id)\"]}]'"),
        of("dataURI", "service Mast.Caom.Cone ra=210.8 dec=54.34 radius=0.02", "products 1-2"),
        of("ID", "service Mast.Catalogs.Tic.Cone ra=210.8023 dec=54.349 radius=0.02"));
  }

  @ParameterizedTest
  @MethodSource("lineages")
  void theProgramMakesTheSame(Lineage lineage) throws Exception {
    requireSame(lineage, archive.url(), lineage.toString().contains("$(x)"));
  }

  /** What astroquery's own tables would round, cut or take for nothing. */
  static Stream<Lineage> oddities() {
    return Stream.of(
        of("name number whole", "service X.Y b='\"$(id); #' a=\"it's\" n=9007199254740993"),
        of("name number", "service X.Y", "sort -number name", "pick 1,4-5"),
        of("name whole truth", "service X.Y", "filter whole=-999", "sort name"),
        of(
            "filename program ngroups date_obs targprop",
            "keywords nircam program=1073 --columns ngroups --all"),
        of(
            "filename ngroups",
            "keywords nircam program=1073 ngroups!=9 targprop!=null --all",
            "sort -ngroups filename"),
        of("source_id distance", "catalog gaiadr3 coordinates=\"10 20\" radius=1arcmin --all"),
        of(
            "source_id",
            "catalog gaiadr3 coordinates=\"10 20\" radius=1arcmin distance<30 --all",
            "filter source_id!=9007199254740993"));
  }

  @ParameterizedTest
  @MethodSource("oddities")
  void oddRepliesAreReadAlike(Lineage lineage) throws Exception {
    String fields =
        Stream.of(
                "name:string number:number whole:int truth:boolean filename:string program:long"
                    + " ngroups:string date_obs:string targprop:string dataURI:string"
                    + " source_id:number ra:float dec:string distance:float")
            .flatMap(all -> Stream.of(all.split(" ")))
            .map(one -> one.split(":"))
            .map(one -> "{\"name\":\"" + one[0] + "\",\"type\":\"" + one[1] + "\"}")
            .collect(Collectors.joining(","));
    String rows =
        """
        {"name":"a","number":1.5,"whole":-999,"truth":null,"filename":" jw1_cal.fits ","program":1073,
         "ngroups":" 7 ","date_obs":"2022-05-02T01:02:03.5","targprop":"  X Y ","dataURI":"mast:a",
         "source_id":9007199254740993,"ra":10.001,"dec":" 20.002 ","distance":9},
        {"name":"it's; \\"$(id)\\"\\n2","number":9007199254740993,"whole":null,"truth":true,
         "filename":"jw2_cal.fits","program":1073,"ngroups":"9","date_obs":"2022-05-02",
         "targprop":null,"dataURI":"mast:b","source_id":9007199254740992,"ra":10.001,"dec":"20.001",
         "distance":8},
        {"name":"c","number":-0.25,"whole":9223372036854775807,"truth":false,
         "filename":"jw3_cal.fits","program":1073,"ngroups":null,"date_obs":"2022-05-03",
         "targprop":"","dataURI":"mast:c","source_id":-5,"ra":null,"dec":null,"distance":null},
        {"name":"d","number":"nan","whole":"12","truth":"true","filename":"jw4_cal.fits",
         "program":1073,"ngroups":"1e1","date_obs":null,"targprop":"z","dataURI":"mast:d",
         "source_id":9223372036854775807,"ra":9.999,"dec":"19.99","distance":1},
        {"name":"e","number":-999,"whole":-999,"truth":false,"filename":"jw5_cal.fits",
         "program":1073,"ngroups":"2","date_obs":"2022-05-01 00:00:00Z","targprop":"z",
         "dataURI":"mast:e","source_id":7,"ra":10,"dec":"20.0","distance":2}
        """;
    String reply =
        "{\"status\":\"COMPLETE\",\"msg\":\"\",\"fields\":["
            + fields
            + "],\"data\":["
            + rows
            + "]}";
    try (FaultyArchive odd = FaultyArchive.answering(200, "application/json", reply)) {
      requireSame(lineage, URI.create(odd.url()), false);
    }
  }

  @Test
  void aConeThatTheServiceMayHaveCutOffIsToldOf() throws Exception {
    String row = "{\"objID\":%d,\"ra\":10.001,\"dec\":20.001}";
    String rows =
        IntStream.rangeClosed(1, 50_000).mapToObj(row::formatted).collect(Collectors.joining(","));
    String reply =
        "{\"status\":\"COMPLETE\",\"msg\":\"\",\"fields\":[{\"name\":\"objID\",\"type\":\"long\"},"
            + "{\"name\":\"ra\",\"type\":\"float\"},{\"name\":\"dec\",\"type\":\"float\"}],\"data\":["
            + rows
            + "]}";
    String cone = "catalog galex coordinates=\"10 20\" radius=1arcmin --all";
    try (FaultyArchive full = FaultyArchive.answering(200, "application/json", reply)) {
      requireSame(of("objID", cone), URI.create(full.url()), false);
    }
    assertThat(Files.readString(folder.resolve("written.err")))
        .contains("Mast.Galex.Catalog gives 50000 rows and no more");
  }

  private void requireSame(Lineage lineage, URI server, boolean none) throws Exception {
    assumeTrue(WrittenProgram.hasAstroquery(), "no astroquery");
    List<String> lines = new ArrayList<>(lineage.lines());
    lines.add("export script made.py --as python");
    lines.add("show " + String.join(" ", lineage.columns()) + " --all");
    AssertableProgram shell =
        AssertableProgram.in(folder)
            .arguments("--server", server.toString(), "--quiet", "--format", "tsv")
            .at("2099-11-22T12:00:00Z");
    lines.forEach(shell::command);
    List<String> expected =
        shell.run().succeeds().out().lines().skip(1).map(String::strip).toList();
    assertThat(expected.isEmpty()).isEqualTo(none);
    Path program = folder.resolve("made.py");
    String text = Files.readString(program);
    // What the program prints is one column; all of them are compared.
    String all =
        "\nfor row in zip(*[texts(rows, name) for name in \""
            + String.join(" ", lineage.columns())
            + "\".split()]):\n    print(\"all\","
            + " *[(cell or \"\").replace(\"\\n\", \"\\\\n\") for cell in row], sep=\"\\t\")\n";
    Files.writeString(program, text + all);
    List<String> out = new WrittenProgram(folder, server).python(program);
    assertThat(
            out.stream()
                .filter(line -> line.startsWith("all\t"))
                .map(line -> line.substring(4).strip())
                .toList())
        .as(text)
        .isEqualTo(expected);
    assertThat(out).hasSizeGreaterThanOrEqualTo(2 * expected.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "catalog panstarrs target=\"M 101\" radius=1arcmin|panstarrs, which is not asked",
        "datasets hst program=16123; products|of datasets",
        "service Mast.Caom.Cone ra=210.8 dec=54.34 radius=0.02 frontpage=1|frontpage",
        "service Mast.Caom.Cone ra=210.8 dec=54.34 radius=0.020000000000000001|fewer digits"
      })
  void whatItCannotExpressIsNamed(String line, String why) {
    laterProgram()
        .command(line)
        .command("export script made.py --as python")
        .run()
        .exits(ExitCode.FAILED)
        .says(why)
        .says("export script writes it for this shell");
    assertThat(folder.resolve("made.py")).doesNotExist();
  }

  @Test
  void callsOfCurlWouldRoundTheirNumbers() {
    run(TIC, "export script made.sh --as curl")
        .exits(ExitCode.FAILED)
        .says("no program --as curl makes this set")
        .says("--as python");
    assertThat(folder.resolve("made.sh")).doesNotExist();
  }

  @Test
  void observationsOfProductsAreNoSetOfTheirOwn() {
    run(SEARCH, "products", "observations", "export script made.py --as python").succeeds();
  }
}
