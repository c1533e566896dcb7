package org.mastshell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
  private static final String FILE =
      "mast:JWST/product/jw01073001001_02101_00001_nrcalong_uncal.fits";
  private static final String EXCLUSIVE =
      "mast:JWST/product/jw05191004001_03101_00001-seg002_mirimage_uncal.fits";
  private static DemoArchive archive;
  private static DemoClient client;

  @BeforeAll
  static void start() throws IOException {
    archive = DemoArchive.start(DemoOptions.standard());
    client = new DemoClient(archive);
  }

  @AfterAll
  static void stop() {
    archive.close();
  }

  @Test
  void servesAFileWithItsTrueLength() throws Exception {
    HttpResponse<byte[]> reply = client.file(FILE);
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.headers().firstValueAsLong("Content-Length")).hasValue(reply.body().length);
    assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/fits");
    assertThat(reply.headers().firstValue("Content-Disposition").orElse(""))
        .contains("jw01073001001_02101_00001_nrcalong_uncal.fits");
    assertThat(reply.headers().firstValue("ETag")).isPresent();
    assertThat(reply.headers().firstValue("Last-Modified")).isPresent();
    assertThat(listedSize(FILE)).isEqualTo(reply.body().length);
  }

  private static int listedSize(String uri) throws IOException, InterruptedException {
    JsonNode sets =
        client.filtered(
            "[{\"paramName\":\"obs_id\","
                + "\"values\":[\"jw01073-o001_t001_nircam_clear-f277w\"]}]");
    JsonNode products = client.products(DemoClient.column(sets, "obsid").get(0));
    for (JsonNode row : products.path("data")) {
      if (row.path("dataURI").asText().equals(uri)) {
        return row.path("size").asInt();
      }
    }
    throw new IOException("not listed: " + uri);
  }

  @Test
  void tellsTheLengthToHeadWithoutABody() throws Exception {
    String path = "/api/v0.1/Download/file?uri=" + DemoClient.encode(FILE);
    HttpResponse<byte[]> reply = client.send("HEAD", path, null);
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).isEmpty();
    assertThat(reply.headers().firstValueAsLong("Content-Length"))
        .hasValue(client.file(FILE).body().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v0.1/Download/file",
        "/api/v0.1/download/file",
        "/api/v0.1/Download/file/",
        "/jwst/api/v0.1/download/file"
      })
  void servesUnderEachOfItsPaths(String path) throws Exception {
    assertThat(client.get(path + "?uri=" + FILE).statusCode()).isEqualTo(200);
    assertThat(client.send("POST", path, "uri=" + DemoClient.encode(FILE)).body())
        .isEqualTo(client.file(FILE).body());
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=100-199, 100, 199",
    "bytes=2880-, 2880, -1",
    "bytes=-100, -100, -1",
    "bytes=5-99999999999999999999999, 5, -1",
  })
  void servesPartOfAFile(String header, int first, int last) throws Exception {
    byte[] whole = client.file(FILE).body();
    int from = first < 0 ? whole.length + first : first;
    int to = last < 0 ? whole.length - 1 : last;
    HttpResponse<byte[]> reply = client.file(FILE, "Range", header);
    assertThat(reply.statusCode()).isEqualTo(206);
    assertThat(reply.headers().firstValue("Content-Range"))
        .hasValue("bytes " + from + "-" + to + "/" + whole.length);
    assertThat(reply.body()).isEqualTo(Arrays.copyOfRange(whole, from, to + 1));
  }

  @Test
  void refusesAPartBeyondTheEnd() throws Exception {
    int size = client.file(FILE).body().length;
    HttpResponse<byte[]> reply = client.file(FILE, "Range", "bytes=" + size + "-");
    assertThat(reply.statusCode()).isEqualTo(416);
    assertThat(reply.headers().firstValue("Content-Range")).hasValue("bytes */" + size);
    assertThat(client.file(FILE, "Range", "bytes=-0").statusCode()).isEqualTo(416);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,5-6", "lines=1-2", "bytes=9-3", "bytes=-"})
  void servesTheWholeFileForOtherRanges(String header) throws Exception {
    assertThat(client.file(FILE, "Range", header).statusCode()).isEqualTo(200);
  }

  @Test
  void servesTheWholeFileWhenItIsNotTheOneBegun() throws Exception {
    String tag = client.file(FILE).headers().firstValue("ETag").orElseThrow();
    assertThat(client.file(FILE, "Range", "bytes=10-", "If-Range", tag).statusCode())
        .isEqualTo(206);
    assertThat(client.file(FILE, "Range", "bytes=10-", "If-Range", "\"other\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void servesUrisThatHoldAQuery() throws Exception {
    String uri =
        "mast:HLA/url/cgi-bin/getdata.cgi?download=1&filename=hst_9490_01_acs_wfc_f814w_drz.fits";
    assertThat(client.file(uri).statusCode()).isEqualTo(200);
    assertThat(client.get("/api/v0.1/Download/file?uri=" + uri).statusCode())
        .as("from a client that does not encode it")
        .isEqualTo(200);
    HttpResponse<byte[]> picture =
        client.file(
            "https://hla.stsci.edu/cgi-bin/preview.cgi?dataset=hst_9490_01_acs_wfc_f814w&size=128");
    assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");
  }

  @Test
  void hasNoOtherFiles() throws Exception {
    assertThat(client.file("mast:JWST/product/no_such.fits").statusCode()).isEqualTo(404);
    assertThat(client.get("/api/v0.1/Download/file").statusCode()).isEqualTo(404);
    assertThat(client.get("/no/such/path").statusCode()).isEqualTo(404);
    assertThat(client.send("DELETE", "/api/v0.1/Download/file?uri=" + FILE, null).statusCode())
        .isEqualTo(405);
  }

  @Test
  void opensExclusiveFilesWithTheTokenAlone() throws Exception {
    assertThat(client.file(EXCLUSIVE).statusCode()).isEqualTo(401);
    assertThat(client.file(EXCLUSIVE, "Authorization", "token wrong").statusCode()).isEqualTo(401);
    assertThat(client.file(EXCLUSIVE, "Authorization", DemoArchive.TEST_TOKEN).statusCode())
        .isEqualTo(401);
    String token = "token " + DemoArchive.TEST_TOKEN;
    HttpResponse<byte[]> opened = client.file(EXCLUSIVE, "Authorization", token);
    assertThat(opened.statusCode()).isEqualTo(200);
    String cookie = "other=1; mast_token=" + DemoArchive.TEST_TOKEN;
    assertThat(client.file(EXCLUSIVE, "Cookie", cookie).body()).isEqualTo(opened.body());
  }
}
