package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Paths of a manifest that somebody else may have written. */
class DownloadedFolderPropertiesTest {
  private static final Path ROOT = Path.of("/data/mastDownload");
  private static final DownloadedFolder FOLDER =
      new DownloadedFolder(ROOT, ROOT.resolve("manifest.csv"), true);

  @Property(tries = 500)
  void noneLeadsOut(@ForAll String relative) {
    FOLDER
        .resolve(relative)
        .ifPresent(path -> assertThat(path.normalize().startsWith(ROOT)).as("%s", path).isTrue());
    for (String path :
        List.of("../" + relative, "/" + relative, relative + "/..", "a/../" + relative)) {
      assertThat(FOLDER.resolve(path)).isEmpty();
    }
  }

  @Property(tries = 200)
  void plainOnesStayAsTheyAre(@ForAll("parts") String folder, @ForAll("parts") String name) {
    assertThat(FOLDER.resolve(folder + "/" + name)).contains(ROOT.resolve(folder).resolve(name));
  }

  @Provide
  Arbitrary<String> parts() {
    return Arbitraries.strings().withChars("abz09_-+ ").ofMinLength(1).ofMaxLength(40);
  }
}
