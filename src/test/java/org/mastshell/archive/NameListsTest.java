package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many names at once, by the resolver itself and by the query service behind it. */
class NameListsTest {
  private final LoopbackArchive archive = new LoopbackArchive();
  private final Cancellation cancellation = new Cancellation();

  @AfterEach
  void stop() {
    archive.close();
  }

  private static boolean isResolver(LoopbackArchive.Asked asked) {
    return asked.uri().getPath().equals("/Santa-war/query");
  }

  private static List<String> parameters(LoopbackArchive.Asked asked, String name) {
    return Arrays.stream(asked.uri().getRawQuery().split("&", -1))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
        .toList();
  }

  private static List<String> names(LoopbackArchive.Asked asked) {
    return isResolver(asked)
        ? parameters(asked, "name")
        : List.of(asked.question().path("params").path("input").asText());
  }

  private static String entry(String name, String resolver) {
    int ra = Math.floorMod(name.toLowerCase(Locale.ROOT).hashCode(), 360);
    return "{\"searchString\":\"%s\",\"resolver\":\"%s\",\"canonicalName\":\"%s\",\"ra\":%d,\"decl\":1}"
        .formatted(name.toLowerCase(Locale.ROOT), resolver, name.toUpperCase(Locale.ROOT), ra);
  }

  private static LoopbackArchive.Answer entries(List<String> entries) {
    return LoopbackArchive.json(
        "{\"resolvedCoordinate\":[%s],\"status\":\"\"}".formatted(String.join(",", entries)));
  }

  /** Knows every name that does not begin with a question mark. */
  private static LoopbackArchive.Answer known(LoopbackArchive.Asked asked) {
    return entries(
        names(asked).stream()
            .filter(name -> !name.startsWith("?"))
            .map(name -> entry(name, "SIMBAD"))
            .toList());
  }

  private NamesReply ask(List<String> names) {
    return ask(names, Optional.empty(), false);
  }

  private NamesReply ask(List<String> names, Optional<Resolver> chosen, boolean all) {
    try (ArchiveClient client = LoopbackArchive.client(options())) {
      return client.resolve(names, chosen, all, Progress.none(), cancellation);
    }
  }

  private ClientOptions options() {
    ClientOptions usual = archive.options();
    return new ClientOptions(usual.server(), usual.timeout(), 1, 4, 0);
  }

  @Test
  void asksForThirtyAtATime() {
    archive.otherwise(NameListsTest::known);
    List<String> names =
        IntStream.range(0, 70).mapToObj(i -> i % 10 == 3 ? "?" + i : "Star " + i).toList();
    NamesReply reply = ask(names);
    assertThat(reply.found().keySet())
        .containsExactlyElementsOf(names.stream().filter(name -> !name.startsWith("?")).toList());
    assertThat(reply.unknown()).hasSize(7).startsWith("?3", "?13");
    assertThat(reply.unanswered()).isEmpty();
    assertThat(archive.asked()).hasSize(3).allMatch(NameListsTest::isResolver);
    assertThat(archive.asked()).extracting(asked -> names(asked).size()).contains(30, 30, 10);
    assertThat(archive.asked())
        .allSatisfy(
            asked -> {
              assertThat(asked.method()).isEqualTo("GET");
              assertThat(asked.header("Authorization")).isNull();
              assertThat(parameters(asked, "outputFormat")).containsExactly("json");
              assertThat(parameters(asked, "resolveAll")).containsExactly("false");
              assertThat(parameters(asked, "resolver")).isEmpty();
            });
  }

  @Test
  void knowsNamesAgainHoweverTheyAreWritten() {
    archive.otherwise(
        asked -> entries(List.of(entry("barnard's star", "SIMBAD"), entry("m   31", "NED"))));
    NamesReply reply = ask(List.of("Barnard's Star", "M 31"));
    assertThat(reply.found()).containsOnlyKeys("Barnard's Star", "M 31");
    assertThat(reply.targets())
        .extracting(SkyTarget::name)
        .containsExactly("Barnard's Star", "M 31");
  }

  @Test
  void asksOneByOneWhereTheReplyIsDoubtful() {
    archive.otherwise(
        asked ->
            isResolver(asked)
                ? entries(List.of(entry("m31", "SIMBAD"), entry("lmc", "SIMBAD")))
                : known(asked));
    NamesReply reply = ask(List.of("M 31", "LMC", "?"));
    assertThat(reply.found()).containsOnlyKeys("M 31", "LMC");
    assertThat(reply.unknown()).containsExactly("?");
    assertThat(archive.asked().stream().skip(1).flatMap(asked -> names(asked).stream()))
        .containsExactly("M 31", "?");
  }

  @Test
  void asksOneByOneWhereTheResolverDoesNotAnswer() {
    archive.otherwise(
        asked -> isResolver(asked) ? LoopbackArchive.status(404, "no such service") : known(asked));
    NamesReply reply = ask(List.of("A", "?", "C"));
    assertThat(reply.found()).containsOnlyKeys("A", "C");
    assertThat(reply.unknown()).containsExactly("?");
    assertThat(archive.asked().get(1).question().path("service").asText())
        .isEqualTo("Mast.Name.Lookup");
  }

  @Test
  void aResolverThatKeepsSilentIsGivenUp() {
    CountDownLatch end = new CountDownLatch(1);
    archive.otherwise(
        asked ->
            isResolver(asked)
                ? exchange -> {
                  awaitQuietly(end);
                  exchange.close();
                }
                : known(asked));
    ClientOptions hasty = new ClientOptions(archive.uri(), Duration.ofSeconds(1), 1, 4, 0);
    try (ArchiveClient client = LoopbackArchive.client(hasty)) {
      NamesReply reply =
          client.resolve(List.of("A", "B"), Optional.empty(), false, Progress.none(), cancellation);
      assertThat(reply.found()).containsOnlyKeys("A", "B");
    } finally {
      end.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void namesWithoutAnAnswerDoNotHoldUpTheOthers() {
    archive.otherwise(
        asked -> {
          boolean bad = isResolver(asked) || names(asked).contains("bad");
          return bad ? LoopbackArchive.status(503, "busy") : known(asked);
        });
    NamesReply reply = ask(List.of("A", "bad", "C", "D"));
    assertThat(reply.found()).containsOnlyKeys("A", "C", "D");
    assertThat(reply.unanswered()).containsExactly("bad");
    assertThat(reply.trouble()).contains("status 503");
  }

  @Test
  void noAnswerAtAllIsAFailure() {
    archive.otherwise(asked -> LoopbackArchive.status(503, "busy"));
    assertThatThrownBy(() -> ask(List.of("A", "B"))).isInstanceOf(ArchiveException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "SIMBAD, M 31, SIMBAD, false",
    "NED, M 31, NED, false",
    "NED, TIC 5, , true",
    "TIC, M 31, , true",
    "KEPLER, KIC 5, , true",
  })
  void asksTheCatalogueThatIsChosen(Resolver chosen, String name, String sent, boolean all) {
    archive.otherwise(
        asked ->
            entries(
                List.of(
                    entry(name, "SIMBADCFA"),
                    entry(name, "NED"),
                    entry(name, "TIC"),
                    entry(name, "SIMBAD"),
                    entry(name, "KEPLER"))));
    NamesReply reply = ask(List.of(name), Optional.of(chosen), false);
    assertThat(reply.found().get(name)).hasSize(1);
    assertThat(reply.found().get(name).get(0).resolver()).startsWith(chosen.name());
    LoopbackArchive.Asked asked = archive.asked().get(0);
    assertThat(parameters(asked, "resolver")).isEqualTo(sent == null ? List.of() : List.of(sent));
    assertThat(parameters(asked, "resolveAll")).containsExactly(Boolean.toString(all));
  }

  @Test
  void givesEveryPositionWhereAllAreWanted() {
    archive.otherwise(asked -> entries(List.of(entry("m 31", "SIMBAD"), entry("M 31", "NED"))));
    NamesReply reply = ask(List.of("M 31"), Optional.empty(), true);
    assertThat(reply.found().get("M 31"))
        .extracting(ResolvedName::resolver)
        .containsExactly("SIMBAD", "NED");
    assertThat(parameters(archive.asked().get(0), "resolveAll")).containsExactly("true");
  }

  @Test
  void aVeryLongAddressIsNotSent() {
    archive.otherwise(NameListsTest::known);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      names.add("x".repeat(300) + i);
    }
    assertThat(ask(names).found()).hasSize(30);
    assertThat(archive.asked()).noneMatch(NameListsTest::isResolver);
  }

  @Test
  void thePublicResolverIsAskedOverAConnectionNobodyReads() {
    Set<URI> resolvers =
        List.of("https://mast.stsci.edu", "http://mast.stsci.edu", "https://masttest.STSCI.edu")
            .stream()
            .map(server -> NameSearch.address(URI.create(server)))
            .collect(Collectors.toSet());
    assertThat(resolvers).containsExactly(URI.create("https://mastresolver.stsci.edu"));
    for (String other : List.of("http://127.0.0.1:8080", "https://stsci.edu.example.org")) {
      assertThat(NameSearch.address(URI.create(other))).isEqualTo(URI.create(other));
    }
  }
}
