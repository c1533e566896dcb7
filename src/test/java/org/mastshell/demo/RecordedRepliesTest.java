package org.mastshell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What the demo archive says agrees with what the real archive was recorded to say. */
@EnabledIfEnvironmentVariable(named = "MAST_RECORDED", matches = ".+")
class RecordedRepliesTest {
  private static final Archive ARCHIVE = new Archive(0);

  private final ObjectMapper json = new ObjectMapper();

  private static Path recorded(String name) {
    return Path.of(System.getenv("MAST_RECORDED"), name);
  }

  @Test
  void describesColumnsAsTheArchiveDoes() throws Exception {
    JsonNode real = json.readTree(Files.readString(recorded("columnsconfig.json")));
    try (DemoArchive archive = DemoArchive.start(DemoOptions.standard())) {
      DemoClient client = new DemoClient(archive);
      JsonNode demo =
          client.json(
              client.send(
                  "POST",
                  "/portal/Mashup/Mashup.asmx/columnsconfig",
                  "colConfigId=Mast.Caom.Cone"));
      int compared = 0;
      for (Map.Entry<String, JsonNode> column : real.properties()) {
        JsonNode theirs = column.getValue();
        JsonNode ours = demo.path(column.getKey());
        if (!theirs.path("remove").asBoolean()
            && theirs.path("vot.datatype").asText("").length() > 0) {
          boolean continuous = theirs.path("vot.datatype").asText().matches("double|float");
          assertThat(ours.path("vot.datatype").asText().matches("double|float"))
              .as(column.getKey())
              .isEqualTo(continuous);
          assertThat(ours.path("separator"))
              .as(column.getKey())
              .isEqualTo(theirs.path("separator"));
          assertThat(ours.path("isMjd")).as(column.getKey()).isEqualTo(theirs.path("isMjd"));
          assertThat(ours.path("isDate")).as(column.getKey()).isEqualTo(theirs.path("isDate"));
          compared++;
        }
      }
      assertThat(compared).isGreaterThan(25);
    }
  }

  @Test
  void declaresTheTypesThatTheArchiveDeclares() throws Exception {
    for (String name : new String[] {"caom.json", "advSearchPos.json"}) {
      JsonNode real = json.readTree(Files.readString(recorded(name)));
      for (JsonNode field : real.path("fields")) {
        String column = field.path("name").asText();
        if (!column.equals("_selected_")) {
          assertThat(typeOf(Columns.OBSERVATIONS, column))
              .as(column)
              .isEqualTo(field.path("type").asText());
        }
      }
    }
    for (JsonNode field :
        json.readTree(Files.readString(recorded("products.json"))).path("fields")) {
      String column = field.path("name").asText();
      if (!column.equals("_selected_")) {
        assertThat(typeOf(Columns.PRODUCTS, column)).isEqualTo(field.path("type").asText());
      }
    }
  }

  private static String typeOf(Columns columns, String name) throws MashupException {
    return columns.named(name).type();
  }

  @Test
  void hasTheExposuresOfTheTutorialsProgram() throws IOException {
    Set<String> real = new TreeSet<>();
    for (String line : Files.readAllLines(recorded("program-1073-uncal.txt"))) {
      String[] words = line.split(" ", -1);
      if (words[0].startsWith("jw")) {
        for (String detector : words[1].split(",", -1)) {
          real.add(words[0] + "_" + detector + "_uncal.fits");
        }
      }
    }
    Set<String> demo =
        ARCHIVE.listed().stream()
            .filter(row -> "1073".equals(row.value("proposal_id")))
            .flatMap(row -> row.products().stream())
            .map(Product::fileName)
            .filter(name -> name.endsWith("_uncal.fits") && !name.contains("_gs-"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(real).hasSize(450);
    assertThat(demo).isEqualTo(real);
  }

  @Test
  void namesFilesInTheFormsThatTheArchiveHas() throws IOException {
    Set<String> real =
        Files.readAllLines(recorded("program-2731-names.txt")).stream()
            .filter(line -> line.startsWith("jw"))
            .map(RecordedRepliesTest::form)
            .collect(Collectors.toSet());
    Set<String> demo = new HashSet<>();
    ARCHIVE.listed().stream()
        .filter(row -> row.obsId().startsWith("jw"))
        .flatMap(row -> row.products().stream())
        .forEach(product -> demo.add(form(product.fileName())));
    // The archive had made previews of these later products, which the demo does without.
    real.removeIf(form -> form.matches(".*_crf(_thumb)?\\.jpg"));
    assertThat(demo).containsAll(real);
  }

  private static String form(String name) {
    return name.replaceAll("f\\d{3,4}[wmn]2?", "FILTER").replaceAll("\\d", "9");
  }

  @Test
  void listsTheFilesOfAPlanetaryCameraExposureAsRecorded() throws IOException {
    Map<String, String> real = new TreeMap<>();
    for (JsonNode row : json.readTree(Files.readString(recorded("products.json"))).path("data")) {
      real.put(
          row.path("productSubGroupDescription").asText(),
          row.path("productType").asText()
              + row.path("productGroupDescription").asText().replace("null", ""));
    }
    Observation exposure =
        ARCHIVE.listed().stream()
            .filter(row -> "WFPC2/WFC".equals(row.value("instrument_name")))
            .findFirst()
            .orElseThrow();
    Map<String, String> demo = new TreeMap<>();
    for (Product product : exposure.products()) {
      String group = product.kind().recommended() ? "Minimum Recommended Products" : "";
      demo.put(product.kind().subGroup(), product.kind().type() + group);
      assertThat(product.fileName())
          .endsWith("_" + product.kind().subGroup().toLowerCase(Locale.ROOT) + ".fits");
    }
    assertThat(demo).isEqualTo(real);
  }
}
