package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.download.FileOutcome.Status;
import org.mastshell.download.PlannedFile.State;
import org.mastshell.table.Table;

class DownloadPlanTest {
  @Test
  void sizesThatNoDiskHasDoNotAddUpToASmallOne(@TempDir Path folder) {
    Products products =
        new Products()
            .add("a.fits", Long.MAX_VALUE / 2)
            .add("b.fits", Long.MAX_VALUE / 2)
            .add("c.fits", Long.MAX_VALUE / 2);
    DownloadPlan plan =
        DownloadPlan.of(
            products.table(), new TransferOptions(folder, false, 1, 0, Duration.ofSeconds(9)));
    assertThat(plan.bytesToFetch()).isEqualTo(Long.MAX_VALUE);
  }

  @TempDir Path folder;

  @Test
  void aFolderThatMayNotBeWrittenToBlocksItsFiles() throws IOException {
    Path shut = Files.createDirectory(folder.resolve("shut"));
    assumeTrue(shut.toFile().setWritable(false));
    assumeFalse(Files.isWritable(shut), "this user may write everywhere");
    for (Path place : List.of(shut, shut.resolve("below"))) {
      TransferOptions into = new TransferOptions(place, true, 1, 0, Duration.ofSeconds(9));
      DownloadPlan plan = DownloadPlan.of(new Products().add("a.fits", 5).table(), into);
      assertThat(plan.count(State.BLOCKED)).isEqualTo(1);
      assertThat(plan.files().get(0).note()).contains("may not write into " + shut);
      assertThatThrownBy(() -> Downloader.refuseHopeless(plan))
          .isInstanceOf(DownloadException.class);
    }
  }

  @Test
  void countsWhatWouldBeDoneWithoutWritingAnything() {
    Products products =
        new Products()
            .add("a.fits", 100)
            .add("a.fits", 100)
            .addUnknownSize("b.fits")
            .add("mast:JWST/product/c.fits", "JWST", "o", "c.fits", 50L, "EXCLUSIVE_ACCESS")
            .add("mast:JWST/product/d.fits", "JWST", "o", "d.fits", 0L, null)
            .add(null, "JWST", "o", "e.fits", 5L, "PUBLIC");
    DownloadPlan plan = DownloadPlan.of(products.table(), options(false), at -> 12_345);
    assertThat(plan.files()).hasSize(4);
    assertThat(plan.count(State.TO_FETCH)).isEqualTo(4);
    assertThat(plan.duplicates()).isEqualTo(1);
    assertThat(plan.withoutUri()).isEqualTo(1);
    assertThat(plan.bytesToFetch()).isEqualTo(150);
    assertThat(plan.unknownSizes()).isEqualTo(2);
    assertThat(plan.exclusive()).isEqualTo(1);
    assertThat(plan.freeSpace()).isEqualTo(12_345);
    assertThat(plan.bytesHere()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aTableWithoutTheColumnsGivesAnEmptyPlan() {
    assertThat(DownloadPlan.of(Table.empty(), options(false)).files()).isEmpty();
  }

  @Test
  void theFreeSpaceOfAFolderNotYetMadeIsThatOfItsDisk() {
    TransferOptions deep =
        new TransferOptions(folder.resolve("x/y/z"), false, 1, 0, Duration.ofSeconds(1));
    assertThat(DownloadPlan.of(Table.empty(), deep).freeSpace()).isPositive();
  }

  @Test
  void missingNamesComeFromTheUri() {
    Products products =
        new Products()
            .add("mast:HLA/url/cgi-bin/getdata.cgi?x=1&y=2", null, null, null, 5L, null)
            .add("https://archive.stsci.edu/a/b.jpg", "HST", "o", "", 5L, null);
    assertThat(DownloadPlan.of(products.table(), options(false)).files())
        .extracting(file -> relative(file.target()))
        .containsExactly("unknown/unknown/getdata.cgi", "HST/o/b.jpg");
  }

  @Test
  void namesThatLeadOutsideStayInside() {
    Products products =
        new Products()
            .add("mast:a/1", "..", "../..", "../../../evil.fits", 5L, null)
            .add("mast:a/2", "/etc", "/", "/etc/passwd", 5L, null);
    List<PlannedFile> files = DownloadPlan.of(products.table(), options(false)).files();
    assertThat(files)
        .extracting(file -> relative(file.target()))
        .containsExactly("_/_.._/_.._.._.._evil.fits", "_etc/_/_etc_passwd");
    assertThat(files.get(0).note()).startsWith("saved as _.._.._.._evil.fits");
  }

  @Test
  void twoFilesNeverGetOnePlace() {
    Products products =
        new Products()
            .add("mast:a/1", "JWST", "o", "x.fits", 5L, null)
            .add("mast:a/2", "JWST", "o", "x.fits", 5L, null)
            .add("mast:a/3", "JWST", "O", "X.FITS", 5L, null)
            .add("mast:a/4", "JWST", "o", "x-2.fits", 5L, null);
    List<PlannedFile> files = DownloadPlan.of(products.table(), options(false)).files();
    assertThat(files)
        .extracting(PlannedFile::name)
        .containsExactly("x.fits", "x-2.fits", "X-3.FITS", "x-2-2.fits");
    assertThat(files.get(1).note())
        .isEqualTo("saved as x-2.fits, another file has the name x.fits");
  }

  @Test
  void aPlaceGivenEarlierStays() throws IOException {
    write("JWST/o/x.fits", 5);
    write("JWST/o/x-2.fits", 6);
    manifest(
        entry("JWST/o/x.fits", "mast:a/1", Status.COMPLETE, 5),
        entry("JWST/o/x-2.fits", "mast:a/2", Status.COMPLETE, 6));
    Products products =
        new Products()
            .add("mast:a/2", "JWST", "o", "x.fits", 5L, null)
            .add("mast:a/1", "JWST", "o", "x.fits", 5L, null)
            .add("mast:a/3", "JWST", "o", "x.fits", 5L, null);
    assertThat(DownloadPlan.of(products.table(), options(false)).files())
        .extracting(PlannedFile::name, PlannedFile::state)
        .containsExactly(
            tuple("x-2.fits", State.HERE),
            tuple("x.fits", State.HERE),
            tuple("x-3.fits", State.TO_FETCH));
  }

  @Test
  void theManifestDecidesBeforeTheListedSize() throws IOException {
    write("JWST/jw01073/a.fits", 7);
    write("JWST/jw01073/b.fits", 7);
    write("JWST/jw01073/c.fits", 7);
    manifest(
        entry("JWST/jw01073/a.fits", Products.uri("a.fits"), Status.COMPLETE, 7),
        entry("JWST/jw01073/b.fits", Products.uri("b.fits"), Status.COMPLETE, 9),
        entry("JWST/jw01073/c.fits", Products.uri("c.fits"), Status.FAILED, 7));
    Products products = new Products().add("a.fits", 100).add("b.fits", 7).addUnknownSize("c.fits");
    DownloadPlan plan = DownloadPlan.of(products.table(), options(false));
    assertThat(plan.files())
        .extracting(PlannedFile::state)
        .containsExactly(State.HERE, State.TO_FETCH, State.TO_FETCH);
    assertThat(plan.bytesHere()).isEqualTo(7);
  }

  @Test
  void aFileIsHereOnlyIfItsRecordIsOfTheListedVersionAndSize() throws IOException {
    for (String name : List.of("same", "newer", "resized", "unknown", "found", "none")) {
      write("JWST/jw01073/" + name, 7);
    }
    manifest(
        of("same", Status.COMPLETE, "1.5.3"),
        of("newer", Status.COMPLETE, "1.5.3"),
        of("resized", Status.COMPLETE, "1.5.3"),
        of("unknown", Status.COMPLETE, ""),
        of("found", Status.SKIPPED, ""));
    Products products =
        new Products()
            .addVersion("same", 7, "1.5.3")
            .addVersion("newer", 7, "1.8.2")
            .addVersion("resized", 8, "1.5.3")
            .addVersion("unknown", 7, "1.5.3")
            .addVersion("found", 7, "1.5.3")
            .addVersion("none", 7, "1.5.3");
    DownloadPlan plan = DownloadPlan.of(products.table(), options(false));
    assertThat(plan.files())
        .extracting(PlannedFile::state)
        .containsExactly(
            State.HERE,
            State.STALE,
            State.STALE,
            State.UNVERIFIED,
            State.UNVERIFIED,
            State.UNVERIFIED);
    assertThat(plan.files())
        .extracting(PlannedFile::note)
        .containsExactly(
            "",
            "stale: version 1.5.3 was fetched, the archive lists 1.8.2",
            "stale: it was listed with 7 bytes, now with 8",
            "here, version unverified: its record has none",
            "here, version unverified: no record of it; --existing overwrite fetches it with one",
            "here, version unverified: no record of it; --existing overwrite fetches it with one");
    assertThat(plan.bytesToFetch()).isZero();
    DownloadPlan updating = plan.updating();
    assertThat(updating.count(State.TO_FETCH)).isEqualTo(2);
    assertThat(updating.count(State.STALE)).isZero();
    assertThat(updating.bytesToFetch()).isEqualTo(15);
    assertThat(updating.files().get(1).note())
        .isEqualTo("replaces a stale file: version 1.5.3 was fetched, the archive lists 1.8.2");
  }

  private static ManifestEntry of(String name, Status status, String version) {
    return new ManifestEntry(
        "JWST/jw01073/" + name,
        Products.uri(name),
        status,
        7,
        7,
        "",
        "",
        Instant.EPOCH,
        version,
        Validator.none(),
        1,
        0);
  }

  @Test
  void aLinkThatLeadsOutIsNotFollowed(@TempDir Path outside) throws IOException {
    Files.createDirectories(folder.resolve("mastDownload"));
    Files.createSymbolicLink(folder.resolve("mastDownload/JWST"), outside);
    Files.createSymbolicLink(folder.resolve("mastDownload/HST"), folder.resolve("nowhere"));
    Products products =
        new Products()
            .add("a.fits", 5)
            .add("mast:HST/b", "HST", "o", "b.fits", 5L, null)
            .add("mast:TESS/c", "TESS", "o", "c.fits", 5L, null);
    List<PlannedFile> files = DownloadPlan.of(products.table(), options(false)).files();
    assertThat(files)
        .extracting(PlannedFile::state)
        .containsExactly(State.BLOCKED, State.BLOCKED, State.TO_FETCH);
    assertThat(files.get(0).note()).contains("leads out of the download folder");
    assertThat(files.get(1).note()).contains("leads nowhere");
  }

  @Property(tries = 500)
  void whateverTheArchiveSendsFilesStayInsideAndApart(
      @ForAll @Size(min = 1, max = 5) List<String> texts, @ForAll boolean flat) {
    Path root = Path.of("somewhere");
    TransferOptions options = new TransferOptions(root, flat, 1, 0, Duration.ofSeconds(1));
    Products products = new Products();
    for (int i = 0; i < texts.size(); i++) {
      String other = texts.get(texts.size() - 1 - i);
      products.add("mast:" + i + texts.get(i), texts.get(i), other, texts.get(i), 1L, null);
    }
    List<PlannedFile> files = DownloadPlan.of(products.table(), options).files();
    assertThat(files).hasSameSizeAs(texts);
    Path inside = options.dataFolder().toAbsolutePath();
    for (PlannedFile file : files) {
      Path target = file.target().toAbsolutePath();
      assertThat(target.normalize()).isEqualTo(target).startsWithRaw(inside);
      assertThat(inside.relativize(target).getNameCount()).isEqualTo(flat ? 1 : 3);
    }
    assertThat(files)
        .extracting(file -> file.target().toString().toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates();
  }

  private void write(String relative, int size) throws IOException {
    Path file = folder.resolve("mastDownload").resolve(relative);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[size]);
  }

  private void manifest(ManifestEntry... entries) throws IOException {
    try (FolderLocks locks = FolderLocks.open(options(false).dataFolder())) {
      Manifest.merge(options(false).manifest(), locks, List.of(entries));
    }
  }

  private static ManifestEntry entry(String path, String uri, Status status, long bytes) {
    return new ManifestEntry(path, uri, status, bytes, -1, "", "", Instant.EPOCH);
  }

  private String relative(Path target) {
    return folder.resolve("mastDownload").relativize(target).toString().replace('\\', '/');
  }

  private TransferOptions options(boolean flat) {
    return new TransferOptions(folder, flat, 1, 0, Duration.ofSeconds(1));
  }
}
