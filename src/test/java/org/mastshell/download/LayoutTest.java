package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.download.FileOutcome.Status;
import org.mastshell.download.Layout.Cell;
import org.mastshell.download.Layout.FileName;
import org.mastshell.download.Layout.Fixed;
import org.mastshell.download.PlannedFile.State;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** Which place each file gets, by all layouts, whatever the archive sends and the disk holds. */
class LayoutTest {
  private static final Cell COLLECTION = new Cell(Subject.column("obs_collection"), "no-mission");
  private static final Cell OBSERVATION = new Cell(Subject.column("obs_id"), "no-observation");
  private static final Layout OWN =
      new Layout(
          "own",
          false,
          List.of(
              List.of(new Fixed("of "), COLLECTION),
              List.of(OBSERVATION, new Fixed("-"), new FileName())));

  @TempDir Path folder;

  @Test
  void theProgramHasAFolderAndSoHasWhatHasNone() {
    Table products =
        new Products()
            .add("mast:a/1", "JWST", "o", "x.fits", 5L, null)
            .add("mast:a/2", "JWST", null, "y.fits", 5L, null)
            .table();
    assertThat(relative(plan(products, Layout.program(), ExistingFiles.SKIP)))
        .containsExactly(
            "mastDownload/no-program/o/x.fits", "mastDownload/no-program/unknown/y.fits");
  }

  @Test
  void aTemplateMixesTextCellsAndTheName() {
    Table products =
        new Products()
            .add("mast:a/1", "HLA/x", " o ", "x.fits", 5L, null)
            .add("mast:a/2", null, "..", "../y.fits", 5L, null)
            .table();
    DownloadPlan plan = plan(products, OWN, ExistingFiles.SKIP);
    assertThat(relative(plan)).containsExactly("of HLA_x/o-x.fits", "of no-mission/_..-.._y.fits");
    assertThat(plan.options().manifest()).isEqualTo(folder.resolve("mastDownload_manifest.csv"));
    assertThat(plan.files().get(1).note()).startsWith("saved as _..-.._y.fits");
  }

  @Test
  void theNameStandsOnceInTheLastPart() {
    for (List<List<Layout.Piece>> parts :
        List.<List<List<Layout.Piece>>>of(
            List.of(),
            List.of(List.of()),
            List.of(List.of(COLLECTION)),
            List.of(List.of(new FileName()), List.of(COLLECTION)),
            List.of(List.of(new FileName()), List.of(new FileName())),
            List.of(List.of(new FileName(), new FileName())))) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Layout("bad", false, parts));
    }
  }

  @Test
  void aFileThatNobodyKnowsStaysWhereItIs() throws IOException {
    write("x.fits", 9);
    Products products = new Products().add("x.fits", 10).addUnknownSize("y.fits");
    write("y.fits", 4);
    assertThat(plan(products.table(), Layout.flat(), ExistingFiles.SKIP).files())
        .extracting(PlannedFile::name, PlannedFile::state, PlannedFile::note)
        .containsExactly(
            tuple(
                "x-2.fits",
                State.TO_FETCH,
                "saved as x-2.fits, the x.fits here may be another file"),
            tuple(
                "y-2.fits",
                State.TO_FETCH,
                "saved as y-2.fits, the y.fits here may be another file"));
  }

  @Test
  void aLinkThatLeadsNowhereIsNotReplaced() throws IOException {
    Files.createSymbolicLink(folder.resolve("x.fits"), folder.resolve("gone"));
    assertThat(plan(new Products().add("x.fits", 10).table(), Layout.flat(), ExistingFiles.SKIP))
        .satisfies(plan -> assertThat(relative(plan)).containsExactly("x-2.fits"));
  }

  @Test
  void whatIsHereIsFetchedAnewWhereThatIsAskedFor() throws IOException {
    write("x.fits", 10);
    write("y.fits", 9);
    Table products = new Products().add("x.fits", 10).add("y.fits", 10).table();
    assertThat(plan(products, Layout.flat(), ExistingFiles.OVERWRITE).files())
        .extracting(PlannedFile::name, PlannedFile::state, PlannedFile::note)
        .containsExactly(
            tuple("x.fits", State.TO_FETCH, "replaces a file of 10 B"),
            tuple("y.fits", State.TO_FETCH, "replaces a file of 9 B"));
    assertThat(plan(products, Layout.flat(), ExistingFiles.KEEP_BOTH).files())
        .extracting(PlannedFile::name, PlannedFile::state, PlannedFile::note)
        .containsExactly(
            tuple("x-2.fits", State.TO_FETCH, "saved as x-2.fits, beside x.fits"),
            tuple("y-2.fits", State.TO_FETCH, "saved as y-2.fits, beside y.fits"));
  }

  @Test
  void anotherFilesPlaceIsNotTakenEvenToOverwrite() throws IOException {
    write("x.fits", 10);
    known(Map.of("x.fits", "mast:a/1"), Layout.flat());
    Table products =
        new Products()
            .add("mast:a/2", "JWST", "o", "X.fits", 10L, null)
            .add("mast:a/3", "JWST", "o", "x.fits", 10L, null)
            .table();
    for (ExistingFiles existing : ExistingFiles.values()) {
      assertThat(relative(plan(products, Layout.flat(), existing)))
          .as(existing.name())
          .containsExactly("X-2.fits", "x-3.fits");
    }
  }

  @Test
  void overwritingGoesBackToTheOwnName() throws IOException {
    write("x.fits", 9);
    write("x-2.fits", 10);
    known(Map.of("x-2.fits", Products.uri("x.fits")), Layout.flat());
    Table products = new Products().add("x.fits", 10).table();
    assertThat(plan(products, Layout.flat(), ExistingFiles.SKIP).files())
        .extracting(PlannedFile::name, PlannedFile::state)
        .containsExactly(tuple("x-2.fits", State.HERE));
    assertThat(plan(products, Layout.flat(), ExistingFiles.OVERWRITE).files())
        .extracting(PlannedFile::name, PlannedFile::state)
        .containsExactly(tuple("x.fits", State.TO_FETCH));
  }

  @Test
  void namesThatDifferInTheCompositionOfTheirLettersAreOne() {
    String composed = "é.fits";
    Table products =
        new Products()
            .add("mast:a/1", "JWST", "o", composed, 5L, null)
            .add(
                "mast:a/2",
                "JWST",
                "o",
                Normalizer.normalize(composed, Normalizer.Form.NFD),
                5L,
                null)
            .table();
    assertThat(relative(plan(products, Layout.flat(), ExistingFiles.SKIP)))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void aFileWhereAFolderIsNeededBlocksWhatWouldGoThere() throws IOException {
    write("of JWST", 3);
    Table products = new Products().add("x.fits", 10).table();
    assertThat(plan(products, OWN, ExistingFiles.SKIP).files())
        .allSatisfy(
            file -> {
              assertThat(file.state()).isEqualTo(State.BLOCKED);
              assertThat(file.note()).contains("is a file, and a folder is needed there");
            });
  }

  @Test
  void aLongPathIsCutAndStaysDistinct() {
    Cell cell = COLLECTION;
    List<List<Layout.Piece>> parts =
        new ArrayList<>(Collections.nCopies(11, List.of(cell, new Fixed("é".repeat(90)))));
    parts.add(List.of(new FileName()));
    Layout deep = new Layout("deep", false, parts);
    Table products =
        new Products()
            .add("mast:a/1", "a".repeat(200), "o", "n".repeat(300) + ".fits", 5L, null)
            .add("mast:a/2", "a".repeat(201), "o", "n".repeat(300) + ".fits", 5L, null)
            .table();
    List<String> paths = relative(plan(products, deep, ExistingFiles.SKIP));
    assertThat(paths)
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allSatisfy(
            path -> {
              assertThat(path.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(800);
              assertThat(path.split("/", -1)).hasSize(12);
            });
    assertThat(paths.get(0).split("/", -1)[0]).isNotEqualTo(paths.get(1).split("/", -1)[0]);
  }

  @Property(tries = 300)
  void anyTextGetsAPlaceBelowTheFolderOfItsOwnAndKeepsIt(
      @ForAll("texts") @Size(min = 1, max = 6) List<String> texts,
      @ForAll("layouts") Layout layout,
      @ForAll Random random)
      throws IOException {
    Path root = Files.createTempDirectory("places");
    try {
      Map<String, List<String>> rows = new LinkedHashMap<>();
      for (int i = 0; i < texts.size(); i++) {
        rows.put("mast:" + i, List.of(texts.get(texts.size() - 1 - i), texts.get(i)));
      }
      Map<String, String> first = places(root, rows, layout);
      assertThat(first).hasSameSizeAs(rows);
      assertThat(first.values().stream().map(LayoutTest::caseless)).doesNotHaveDuplicates();
      for (Map.Entry<String, String> place : first.entrySet()) {
        Path path = root.resolve(place.getValue());
        assertThat(path.normalize()).isEqualTo(path).startsWithRaw(root);
        assertThat(path.getNameCount() - root.getNameCount())
            .isEqualTo(layout.parts().size() + (layout.inOwnFolder() ? 1 : 0));
        Files.createDirectories(path.getParent());
        Files.write(path, new byte[1]);
      }
      write(root, first, layout);

      List<String> order = new ArrayList<>(rows.keySet());
      Collections.shuffle(order, random);
      Map<String, List<String>> shuffled = new LinkedHashMap<>();
      order.stream().skip(1).forEach(uri -> shuffled.put(uri, rows.get(uri)));
      shuffled.put("mast:new", rows.get(order.get(0)));
      Map<String, String> second = places(root, shuffled, layout);

      shuffled.keySet().stream()
          .filter(uri -> !uri.equals("mast:new"))
          .forEach(uri -> assertThat(second).containsEntry(uri, first.get(uri)));
      assertThat(first.values().stream().map(LayoutTest::caseless))
          .doesNotContain(caseless(second.get("mast:new")));
    } finally {
      delete(root);
    }
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> awkward =
        Arbitraries.of(
            "x.fits",
            "X.FITS",
            "..",
            ".",
            "/",
            "../../x.fits",
            "C:\\x.fits",
            "con.fits",
            "x.fits.part",
            "x.fits.part.json",
            "manifest.csv",
            "manifest.json",
            "mastDownload_manifest.csv",
            "ﬁle.fits",
            "e\u0301.fits",
            "\u00e9.fits",
            "a\u202estif.exe",
            "\u0000",
            " ",
            "-rf",
            "~",
            "x.fits ",
            "ß",
            "SS");
    return Arbitraries.oneOf(awkward, Arbitraries.strings().ofMaxLength(300)).list();
  }

  @Provide
  Arbitrary<Layout> layouts() {
    return Arbitraries.of(Layout.mast(), Layout.flat(), Layout.program(), OWN);
  }

  private static String caseless(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> places(
      Path root, Map<String, List<String>> rows, Layout layout) {
    Products products = new Products();
    rows.forEach((uri, row) -> products.add(uri, row.get(0), row.get(0), row.get(1), 1L, null));
    return DownloadPlan.of(products.table(), options(root, layout, ExistingFiles.SKIP))
        .files()
        .stream()
        .collect(
            Collectors.toMap(
                file -> file.file().dataUri(), file -> root.relativize(file.target()).toString()));
  }

  private void known(Map<String, String> uris, Layout layout) throws IOException {
    Map<String, String> places =
        uris.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    write(folder, places, layout);
  }

  private static void write(Path root, Map<String, String> places, Layout layout)
      throws IOException {
    TransferOptions options = options(root, layout, ExistingFiles.SKIP);
    String beginning = layout.inOwnFolder() ? "mastDownload/" : "";
    List<ManifestEntry> entries =
        places.entrySet().stream()
            .map(
                place ->
                    new ManifestEntry(
                        place.getValue().substring(beginning.length()),
                        place.getKey(),
                        Status.COMPLETE,
                        size(root.resolve(place.getValue())),
                        -1,
                        "",
                        "",
                        Instant.EPOCH))
            .toList();
    try (FolderLocks locks = FolderLocks.open(options.dataFolder())) {
      Manifest.merge(options.manifest(), locks, entries);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void write(String relative, int size) throws IOException {
    Files.write(folder.resolve(relative), new byte[size]);
  }

  private DownloadPlan plan(Table products, Layout layout, ExistingFiles existing) {
    return DownloadPlan.of(products, options(folder, layout, existing));
  }

  private List<String> relative(DownloadPlan plan) {
    return plan.files().stream()
        .map(file -> folder.relativize(file.target()).toString().replace('\\', '/'))
        .toList();
  }

  private static TransferOptions options(Path root, Layout layout, ExistingFiles existing) {
    return new TransferOptions(root, layout, existing, 1, 0, Duration.ofSeconds(1));
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
