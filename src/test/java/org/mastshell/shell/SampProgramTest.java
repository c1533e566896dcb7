package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.command.Example;
import org.mastshell.command.ExitCode;

/** Sets handed to other programs by a real hub: astropy's, with astropy's clients at it. */
@Timeout(120)
class SampProgramTest {
  private static final String SEARCH = "search program=1073 filters=F277W";

  @TempDir Path folder;
  private SampHub hub;

  @BeforeAll
  static void astropyIsThere() throws Exception {
    assumeTrue(SampHub.isThere(), "no Python with astropy");
  }

  @AfterEach
  void end() throws IOException {
    if (hub != null) {
      hub.close();
    }
  }

  private AssertableProgram program() {
    return AssertableProgram.in(folder)
        .arguments("--demo", "--no-rc", "--no-session")
        .environment("SAMP_HUB", hub.variable());
  }

  private List<JsonNode> received() throws Exception {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> all = new ArrayList<>();
    for (String line : hub.end()) {
      all.add(json.readTree(line));
    }
    return all;
  }

  private List<Path> sent() throws IOException {
    Path kept = folder.resolve("mastshell-home/cache/samp");
    if (!Files.exists(kept)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(kept)) {
      return files.toList();
    }
  }

  @Test
  void anotherProgramLoadsTheSetWithUnitsAndWhereItComesFrom() throws Exception {
    hub = SampHub.start(folder, "TOPCAT=load");
    program()
        .command(SEARCH + "; name lmc")
        .command("samp send")
        .run()
        .succeeds()
        .says("sent: lmc   12 rows, 36 columns", "TOPCAT has loaded it");
    List<JsonNode> received = received();
    assertThat(received).hasSize(2);
    JsonNode message = received.get(0);
    assertThat(message.path("to").asText()).isEqualTo("TOPCAT");
    assertThat(message.path("mtype").asText()).isEqualTo("table.load.votable");
    assertThat(message.path("name").asText()).isEqualTo("lmc");
    assertThat(message.path("table-id").asText()).matches("mastshell-[0-9a-f-]{36}");
    assertThat(message.path("url").asText()).startsWith("file:///");
    JsonNode read = message.path("read");
    assertThat(read.path("rows").asInt()).isEqualTo(12);
    assertThat(read.path("columns")).hasSize(36);
    assertThat(read.path("units").path("t_exptime").asText()).isEqualTo("s");
    assertThat(read.path("units").path("em_min").asText()).isEqualTo("nm");
    assertThat(read.path("ucds").path("s_ra").asText()).isEqualTo("pos.eq.ra;meta.main");
    assertThat(read.path("described").asInt()).isGreaterThan(20);
    assertThat(read.path("first").toString())
        .contains("jw01073-o001_t001_nircam_clear-f277w", "644.208");
    assertThat(read.path("notes").path("query").asText()).isEqualTo(SEARCH);
    assertThat(read.path("rights").asText()).isEqualTo("0o600");
    assertThat(read.path("folder rights").asText()).isEqualTo("0o700");
    assertThat(received.get(1).path("left").asInt()).as("this program has left the hub").isZero();
    assertThat(sent()).as("still there for who reads it later").hasSize(1);
  }

  @Test
  void rowsColumnsAndOrderAreThoseThatAreNamed() throws Exception {
    hub = SampHub.start(folder, "TOPCAT=load", "Other=load");
    program()
        .command(SEARCH)
        .command("samp send 1-3 --to topc --columns obs_id,exptime --sort -exptime")
        .run()
        .succeeds()
        .says("sent: MAST observations 1, rows 1-3, sorted by -exptime   3 rows, 2 columns")
        .doesNotSay("Other");
    List<JsonNode> received = received();
    assertThat(received).hasSize(2);
    JsonNode read = received.get(0).path("read");
    assertThat(read.path("columns").toString()).isEqualTo("[\"obs_id\",\"t_exptime\"]");
    assertThat(read.path("rows").asInt()).isEqualTo(3);
    assertThat(read.path("notes").path("chosen").asText())
        .isEqualTo("rows 1-3, sorted by -exptime");
  }

  @Test
  void allThatTakeTablesGetOneAndARefusalIsToldAndCounts() throws Exception {
    hub = SampHub.start(folder, "TOPCAT=load", "Full=refuse", "SAOImage DS9=image", "Mute=bare");
    AssertableProgram.Ended ended =
        program().command(SEARCH + "; products 1").command("samp send").run();
    ended
        .exits(ExitCode.FAILED)
        .says("TOPCAT has loaded it", "Full has not loaded it: no room for it")
        .doesNotSay("DS9", "Mute");
    assertThat(received().stream().map(one -> one.path("to").asText()))
        .containsExactlyInAnyOrder("TOPCAT", "Full", "");
  }

  @Test
  void whoHasNotLoadedItIsToldEvenWhenQuiet() throws Exception {
    hub = SampHub.start(folder, "TOPCAT=load", "Full=refuse");
    AssertableProgram.Ended ended =
        program().arguments("-q").command(SEARCH).command("samp send").run();
    ended.exits(ExitCode.FAILED).doesNotSay("TOPCAT", "sent:");
    assertThat(ended.err().strip()).isEqualTo("Full has not loaded it: no room for it");
  }

  @Test
  void clientsAreListedWithWhatTheyTake() throws Exception {
    hub = SampHub.start(folder, "TOPCAT=load", "SAOImage DS9=image", "Mute=bare");
    program()
        .arguments("--format", "csv")
        .command("samp clients")
        .run()
        .succeeds()
        .says("Astropy SAMP Hub at 127.0.0.1:")
        .prints(
            """
            client,takes,id,about
            TOPCAT,"tables, images",cli#1,the load one
            SAOImage DS9,images,cli#2,the image one
            Mute,,cli#3,the bare one""");
  }

  @Test
  void whoIsMeantIsAskedWhereItIsNotPlain() throws Exception {
    hub = SampHub.start(folder, "TOPCAT=load", "TOPCAT=load", "SAOImage DS9=image");
    program()
        .command(SEARCH + "; samp send --to topcat")
        .run()
        .exits(ExitCode.USAGE)
        .says("topcat may be 2 programs", "--to cli#1 or --to cli#2");
    program()
        .command(SEARCH + "; samp send --to topkat")
        .run()
        .exits(ExitCode.USAGE)
        .says("no topkat is at the hub", "did you mean TOPCAT?");
    program()
        .command(SEARCH + "; samp send --to ds9")
        .run()
        .exits(ExitCode.FAILED)
        .says("SAOImage DS9 takes no tables", "samp clients lists who does");
    program()
        .command(SEARCH + "; samp send TOPCAT")
        .run()
        .exits(ExitCode.USAGE)
        .says("samp send --to topcat");
    program().command(SEARCH + "; samp send 1 --to cli#2").run().succeeds();
    assertThat(received()).hasSize(2);
  }

  @Test
  void nobodyThereIsSaidBeforeAnythingIsWritten() throws Exception {
    hub = SampHub.start(folder, "SAOImage DS9=image");
    program()
        .command(SEARCH + "; samp send")
        .run()
        .exits(ExitCode.FAILED)
        .says("none of the programs at the hub takes tables: SAOImage DS9");
    hub.close();
    assertThat(sent()).isEmpty();
  }

  @Test
  void aSetWithoutRowsIsSentToNobody() throws Exception {
    hub = SampHub.start(folder, "TOPCAT=load");
    program()
        .command(SEARCH + "; filter exptime<0; samp send")
        .run()
        .succeeds()
        .says("nothing to send: 0 observations");
    assertThat(received()).hasSize(1);
  }

  @Test
  void aHubThatWasKilledIsCalledGone() throws Exception {
    hub = SampHub.start(folder, "TOPCAT=load");
    hub.end();
    assertThat(hub.lock()).exists();
    program()
        .command(SEARCH + "; samp send")
        .run()
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says("does not answer (connection refused)", "remove that file, and start another one")
        .doesNotSay(SampHub.SECRET);
  }

  @Test
  void theHubsWordIsInNoOutputAndNoFile() throws Exception {
    hub = SampHub.start(folder, "TOPCAT=load", SampHub.SECRET + "=load");
    AssertableProgram.Ended ended =
        program()
            .arguments("--verbose")
            .command("log log.txt")
            .command(SEARCH + "; samp clients; samp send; samp send --to nobody")
            .run();
    ended.exits(ExitCode.USAGE);
    assertThat(ended.out() + ended.err()).contains("TOPCAT").doesNotContain(SampHub.SECRET);
    hub.end();
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).filter(file -> !file.equals(hub.lock())))
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain(SampHub.SECRET));
    }
  }

  @Test
  void theExamplesOfItsHelpWork() throws Exception {
    hub = SampHub.start(folder, "TOPCAT=load", "Aladin=load");
    List<Example> examples =
        CommandList.infos().stream()
            .filter(info -> info.name().equals("samp"))
            .findFirst()
            .orElseThrow()
            .examples();
    AssertableProgram program = program();
    examples.forEach(example -> program.command(example.line()));
    program.run().succeeds().reportsNothing();
    assertThat(received()).hasSize(4);
  }

  @Test
  void tablesOfDaysAgoGo() throws Exception {
    hub = SampHub.start(folder, "TOPCAT=load");
    Path kept = Files.createDirectories(folder.resolve("mastshell-home/cache/samp"));
    Path old = Files.writeString(kept.resolve("old.vot"), "x");
    Path young = Files.writeString(kept.resolve("young.vot"), "x");
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    Files.setLastModifiedTime(old, FileTime.from(now.minusSeconds(86_401)));
    Files.setLastModifiedTime(young, FileTime.from(now.minusSeconds(86_399)));
    program().command(SEARCH + "; samp send").run().succeeds();
    assertThat(sent()).hasSize(2).contains(young).doesNotContain(old);
  }
}
