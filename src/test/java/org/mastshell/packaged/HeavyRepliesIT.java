package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mastshell.demo.DemoArchive;
import org.mastshell.shell.AskedService;
import org.mastshell.shell.DemoServer;
import org.mastshell.shell.ReplyFault;
import org.mastshell.shell.SpoilingArchive;

/**
 * Replies of gigabytes, packed and unpacked, to a program that has half a gigabyte: it says so and
 * goes on. Of all services in the long run, else of one whose rows are kept and of a small one.
 */
@ExtendWith(DemoServer.class)
class HeavyRepliesIT {
  private static final boolean LONG = Boolean.getBoolean("mastshell.long");

  @TempDir Path folder;

  static Stream<Arguments> cells() {
    return services().stream()
        .flatMap(
            service ->
                Arrays.stream(ReplyFault.values())
                    .filter(ReplyFault::isHeavy)
                    .map(fault -> Arguments.of(service, fault)));
  }

  private static List<AskedService> services() {
    return LONG
        ? List.of(AskedService.values())
        : List.of(AskedService.PRODUCTS, AskedService.LOOKUP);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void isBorneWithinItsMemory(AskedService service, ReplyFault fault, DemoArchive demo)
      throws Exception {
    Files.writeString(folder.resolve("targets.csv"), "name,ra,dec\nM 101,210.8023,54.349\n");
    Files.writeString(folder.resolve("names.txt"), "M 101\neta Car\n");
    try (SpoilingArchive archive = new SpoilingArchive(demo.url())) {
      archive.spoil(service, fault);
      PackagedProgram.Ended ended =
          PackagedProgram.in(folder)
              .environment("MASTSHELL_JAVA_OPTIONS", "-Xmx512m")
              .environment("MASTSHELL_SERVER", archive.url())
              .arguments("--no-rc", "--on-error", "continue")
              .arguments("-c", "set retries 0; set timeout " + (LONG ? 40 : 4))
              .arguments("-c", before(service), "-c", service.line(), "-c", "count")
              .run();
      assertThat(archive.spoiled()).isPositive();
      assertThat(ended.err())
          .doesNotContain("fault of the program")
          .doesNotContain("Exception")
          .containsOnlyOnce("error:");
      assertThat(ended.out().strip()).as(ended.err()).endsWith("12");
      // Which of the two comes first depends on the machine.
      boolean full = ended.err().contains("not memory enough");
      assertThat(ended.code()).as(ended.err()).isEqualTo(full ? 1 : 3);
    }
  }

  // What is to be spoiled may be what the first search needs.
  private static String before(AskedService service) {
    return service == AskedService.ROWS || service == AskedService.COUNT
        ? "resolve m101"
        : "search program=1073 filters=F277W";
  }
}
