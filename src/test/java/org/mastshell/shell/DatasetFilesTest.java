package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;

/** Files that a mission's search lists, which only that search can give out. */
class DatasetFilesTest extends DemoProgramTest {
  private static final String FILES =
      "datasets hst instrument=WFC3 aperture=UVIS* filter=F814W program=16123; products suffix=flc";

  @Test
  void theArchivesScriptThatCannotFetchThemIsNotMade() {
    int scripts = archive.requests("/api/v0.1/Download/bundle.sh");
    for (String option : new String[] {"--curl", "--curl --dry-run"}) {
      run(FILES, "download 1 " + option)
          .exits(ExitCode.FAILED)
          .says("the archive's own script cannot fetch", "download --to curl");
    }
    assertThat(archive.requests("/api/v0.1/Download/bundle.sh")).isEqualTo(scripts);
    assertThat(folder.toFile().list((place, name) -> name.endsWith(".sh"))).isEmpty();
    run(FILES, "download 1 --to curl fetch.sh").succeeds();
    assertThat(folder.resolve("fetch.sh")).content().contains("/search/hst/");
  }
}
