package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** What is written down about files, read once for several looks. */
class ReadManifestsTest {
  @TempDir Path folder;

  @Test
  void eachIsReadOnceHoweverItIsSpelt() throws IOException {
    ReadManifests manifests = new ReadManifests();
    Path file = folder.resolve("manifest.csv");
    Manifest none = manifests.at(file);
    assertThat(none.entries()).isEmpty();
    Files.writeString(file, "nonsense");
    assertThat(manifests.at(folder.resolve("x/../manifest.csv"))).isSameAs(none);
    assertThat(new ReadManifests().at(file).trouble()).isPresent();
  }

  @Test
  void aPlanAndTheSearchForCopiesReadNoneThatIsRead() throws IOException {
    TransferOptions options = new TransferOptions(folder, true, 1, 0, Duration.ofMinutes(1));
    TransferOptions other = new TransferOptions(folder, false, 1, 0, Duration.ofMinutes(1));
    ReadManifests manifests = new ReadManifests();
    DownloadPlan plan = DownloadPlan.of(product(), options, manifests);
    assertThat(CopyElsewhere.of(plan, List.of(folder), manifests)).isEmpty();
    Files.createDirectories(other.dataFolder());
    for (TransferOptions one : List.of(options, other)) {
      Files.writeString(one.manifest(), "nonsense");
      assertThat(DownloadPlan.of(product(), one, manifests).notes()).isEmpty();
      assertThat(DownloadPlan.of(product(), one).notes()).isNotEmpty();
    }
  }

  private static Table product() {
    TableBuilder builder = new TableBuilder();
    builder.set(builder.column("dataURI", ColumnType.TEXT), "mast:X/a.fits");
    builder.endRow();
    return builder.build();
  }
}
