package org.mastshell.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
  private static final String PUBLIC =
      "mast:JWST/product/jw01073001001_02101_00001_nrcalong_uncal.fits";
  private static final String EXCLUSIVE =
      "mast:JWST/product/jw05191004001_03101_00001-seg002_mirimage_uncal.fits";
  private static final String WITH_QUERY =
      "mast:HLA/url/cgi-bin/getdata.cgi?download=1&filename=hst_9490_01_acs_wfc_f814w_drz.fits";

  @TempDir Path folder;

  @BeforeAll
  static void onlyWithItsTools() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "no curl");
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
  }

  @Test
  void writesAScriptThatFetchesTheFiles() throws Exception {
    try (DemoArchive archive = DemoArchive.start(DemoOptions.standard())) {
      DemoClient client = new DemoClient(archive);
      String script = script(client, List.of(PUBLIC, WITH_QUERY, EXCLUSIVE, "mast:no/such"));
      assertThat(script).startsWith("#!/bin/bash").doesNotContain(DemoArchive.TEST_TOKEN);
      assertThat(run(script)).isZero();
      Path root = folder.resolve(BundleScript.FOLDER);
      assertThat(
              root.resolve("JWST/jw01073001001_02101_00001_nrcalong")
                  .resolve("jw01073001001_02101_00001_nrcalong_uncal.fits"))
          .hasBinaryContent(client.file(PUBLIC).body());
      assertThat(root.resolve("HLA/hst_9490_01_acs_wfc_f814w/hst_9490_01_acs_wfc_f814w_drz.fits"))
          .hasBinaryContent(client.file(WITH_QUERY).body());
      String manifest = Files.readString(root.resolve("MANIFEST.HTML"));
      assertThat(manifest).contains("Total Files: 4", "Not Authorized", "Not Found", "&amp;");
      assertThat(run(script)).as("a second time, into another folder").isZero();
      assertThat(folder.resolve(BundleScript.FOLDER + "-1")).isDirectory();
    }
  }

  @Test
  void takesTheTokenFromTheArgumentOrTheEnvironment() throws Exception {
    try (DemoArchive archive = DemoArchive.start(DemoOptions.standard())) {
      DemoClient client = new DemoClient(archive);
      String script =
          script(client, List.of(EXCLUSIVE), "Authorization", "token " + DemoArchive.TEST_TOKEN);
      assertThat(script).doesNotContain(DemoArchive.TEST_TOKEN);
      assertThat(run(script, "wrong")).isNotZero();
      assertThat(run(script, DemoArchive.TEST_TOKEN)).isZero();
      byte[] file =
          client.file(EXCLUSIVE, "Authorization", "token " + DemoArchive.TEST_TOKEN).body();
      assertThat(
              folder
                  .resolve(BundleScript.FOLDER + "-1/JWST")
                  .resolve("jw05191004001_03101_00001-seg002_mirimage")
                  .resolve("jw05191004001_03101_00001-seg002_mirimage_uncal.fits"))
          .hasBinaryContent(file);
    }
  }

  @Test
  void quotesNamesThatMeanSomethingToTheShell() throws Exception {
    Observation owner =
        ObservationDraft.of("JWST", 1, "odd $(touch hacked) 'name'")
            .build(observation -> List.of());
    Map<String, Product> files = new LinkedHashMap<>();
    String uri = "mast:x'; touch hacked; '`touch hacked`";
    ProductKind kind = ProductKind.of("SCIENCE", null, "", 2);
    files.put(uri, new Product(owner, uri, "a\"b$HOME.fits", kind, Product.ListedSize.TRUE));
    files.put("END_OF_MANIFEST\ntouch hacked\n", null);
    String script = new BundleScript("http://127.0.0.1:1", new Visitor(false)).text(files);
    assertThat(run(script)).as("nothing listens there").isNotZero();
    assertThat(folder.resolve("hacked")).doesNotExist();
    assertThat(Files.readString(folder.resolve("output.txt")))
        .contains("odd $(touch hacked) 'name'/a\"b$HOME.fits");
  }

  @Test
  void needsFiles() throws Exception {
    try (DemoArchive archive = DemoArchive.start(DemoOptions.standard())) {
      DemoClient client = new DemoClient(archive);
      assertThat(client.send("POST", "/api/v0.1/Download/bundle.sh", "").statusCode())
          .isEqualTo(400);
    }
  }

  private static String script(DemoClient client, List<String> uris, String... headers)
      throws IOException, InterruptedException {
    List<String> form = new ArrayList<>();
    uris.forEach(uri -> form.add("uri=" + DemoClient.encode(uri)));
    byte[] body =
        client.send("POST", "/api/v0.1/Download/bundle.sh", String.join("&", form), headers).body();
    return new String(body, StandardCharsets.UTF_8);
  }

  private int run(String script, String... arguments) throws IOException, InterruptedException {
    Path file = folder.resolve("fetch.sh");
    Files.writeString(file, script);
    List<String> command = new ArrayList<>(List.of("/bin/bash", file.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("output.txt").toFile());
    builder.environment().remove("MAST_API_TOKEN");
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }
}
