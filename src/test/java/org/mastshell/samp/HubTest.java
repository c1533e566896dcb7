package org.mastshell.samp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mastshell.samp.ScriptedHub.KEY;
import static org.mastshell.samp.ScriptedHub.SECRET;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CancelledException;

/** Hubs that answer wrongly, slowly, without an end or not at all. */
@Timeout(60)
class HubTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final SampMessage MESSAGE =
      SampMessage.table(URI.create("file:///x.vot"), "id", "name");

  @TempDir Path folder;
  private ScriptedHub hub;
  private final Cancellation cancellation = new Cancellation();

  @BeforeEach
  void start() throws IOException {
    hub = new ScriptedHub(folder);
  }

  @AfterEach
  void stop() throws IOException {
    hub.close();
  }

  private Hub join(Duration limit) {
    return Hub.join(hub.lock(), "1.0", cancellation, limit);
  }

  private List<Delivery> send(Duration longest) {
    try (Hub joined = join(LONG)) {
      return joined.send(MESSAGE, joined.clients().clients(), longest);
    }
  }

  @Test
  void whoJoinsLeavesAgain() {
    assertThat(send(LONG)).extracting(Delivery::outcome).containsExactly(Delivery.Outcome.LOADED);
    assertThat(hub.asked()).first().isEqualTo("register");
    assertThat(hub.asked()).last().isEqualTo("unregister");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no XML",
        "<html><body>502</body></html>",
        "<methodResponse/>",
        "<methodResponse><params/></methodResponse>",
        "<methodResponse><params><param><value><array><data><value>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]><methodResponse><params><param><value>&a;"
            + "</value></param></params></methodResponse>",
        "<!DOCTYPE x SYSTEM 'file:///etc/hostname'><methodResponse><params><param><value>x"
            + "</value></param></params></methodResponse>",
        "<methodResponse><params><param><value>&undeclared;</value></param></params>"
            + "</methodResponse>"
      })
  void whatIsNoAnswerIsCalledSo(String body) {
    hub.answering("register", 200, body);
    assertTrouble(() -> join(LONG), "does not answer (");
  }

  @Test
  void whatIsPackedTooDeepIsNotUnpacked() {
    String deep = "<array><data><value>".repeat(20_000);
    hub.answering("register", deep);
    assertTrouble(() -> join(LONG), "packed too deep");
  }

  @Test
  void anAnswerWithoutAnEndIsBrokenOff() {
    hub.floodingOn("register");
    assertTrouble(() -> join(LONG), "it sent more than an answer needs");
  }

  @Test
  void whoStatesAnotherStatusIsNotFollowed() {
    hub.answering(
        "register",
        (out, call) ->
            out.write(
                ScriptedHub.bytes(
                    "HTTP/1.0 307 x\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n")));
    assertTrouble(() -> join(LONG), "HTTP status 307");
  }

  @Test
  void silenceHasALimit() {
    hub.silentOn("register");
    assertTrouble(() -> join(SHORT), "nothing came within");
    hub.stallingOn("register");
    assertTrouble(() -> join(SHORT), "nothing came within");
  }

  @Test
  void aHubThatGivesNoKeyIsRefused() {
    hub.answering("register", "<string>welcome</string>");
    assertTrouble(() -> join(LONG), "does not take this program: it gave no key");
  }

  @Test
  void whatTheHubRepeatsOfItsSecretsIsWithheld() {
    hub.failing("register", "bad " + SECRET);
    assertTrouble(() -> join(LONG), "does not take this program: bad …");
    ScriptedHub other =
        hub.answering(
                "register",
                ScriptedHub.struct(Map.of("samp.private-key", KEY, "samp.hub-id", "hub")))
            .failing("getRegisteredClients", KEY + " and " + SECRET);
    assertThat(other).isSameAs(hub);
    assertTrouble(
        () -> {
          try (Hub joined = join(LONG)) {
            joined.clients();
          }
        },
        "failed: … and …");
    hub.answering("getRegisteredClients", ScriptedHub.array(KEY, "c1"));
    hub.answering("getMetadata", ScriptedHub.struct(Map.of("samp.name", "I know " + SECRET)));
    try (Hub joined = join(LONG)) {
      HubClients there = joined.clients();
      assertThat(there.clients()).extracting(SampClient::name).containsExactly("I know …");
      assertThat(there.leftOut()).isEqualTo(1);
    }
  }

  @Test
  void wrongTypesAreNobody() {
    hub.answering("getRegisteredClients", "<string>c1</string>");
    hub.answering("getSubscribedClients", "<i4>7</i4>");
    try (Hub joined = join(LONG)) {
      assertThat(joined.clients().clients()).isEmpty();
    }
  }

  @Test
  void aProgramThatLeftMeanwhileHasNoName() {
    hub.failing("getMetadata", "unknown client");
    try (Hub joined = join(LONG)) {
      assertThat(joined.clients().clients()).extracting(SampClient::name).containsExactly("c1");
    }
  }

  @Test
  void noMoreThanAHundredAreAskedAboutAndTheOthersCounted() {
    String[] ids = IntStream.range(0, 5000).mapToObj(i -> "c" + i).toArray(String[]::new);
    hub.answering("getRegisteredClients", ScriptedHub.array(ids));
    try (Hub joined = join(LONG)) {
      HubClients there = joined.clients();
      assertThat(there.clients()).hasSize(100);
      assertThat(there.leftOut()).isEqualTo(4900);
    }
  }

  @Test
  void aProgramThatNeverAnswersIsNotWaitedForLonger() {
    hub.silentOn("callAndWait");
    assertThat(send(SHORT))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.outcome()).isEqualTo(Delivery.Outcome.SILENT);
              assertThat(one.remark()).isEmpty();
            });
    assertThat(hub.asked()).last().isEqualTo("unregister");
  }

  @Test
  void aHubThatBreaksOffIsNoLoadedTable() {
    hub.answering("callAndWait", (out, call) -> out.close());
    assertThat(send(LONG))
        .singleElement()
        .satisfies(one -> assertThat(one.outcome()).isEqualTo(Delivery.Outcome.SILENT));
    hub.answering("callAndWait", "<string>fine</string>");
    assertThat(send(LONG))
        .singleElement()
        .satisfies(one -> assertThat(one.outcome()).isEqualTo(Delivery.Outcome.REFUSED));
    hub.failing("callAndWait", "not subscribed");
    assertThat(send(LONG))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.outcome()).isEqualTo(Delivery.Outcome.REFUSED);
              assertThat(one.remark()).isEqualTo("not subscribed");
            });
  }

  @Test
  void whoHasHadEnoughWaitsForNothing() throws InterruptedException {
    hub.silentOn("callAndWait");
    Thread person =
        new Thread(
            () -> {
              await().until(() -> hub.asked().contains("callAndWait"));
              cancellation.cancel();
            });
    person.start();
    assertThatThrownBy(() -> send(LONG)).isInstanceOf(CancelledException.class);
    person.join();
    assertThat(hub.asked()).last().isEqualTo("unregister");
  }

  @Test
  void theSecretGoesToNoOtherComputer() throws IOException {
    ScriptedHub.lock(folder, "http://192.0.2.1:9/");
    assertTrouble(() -> join(LONG), "the hub at 192.0.2.1:9 is not on this computer");
    assertThat(hub.asked()).isEmpty();
  }

  private static void assertTrouble(Runnable action, String why) {
    assertThatThrownBy(action::run)
        .isInstanceOf(SampException.class)
        .hasMessageContaining(why)
        .hasNoCause()
        .satisfies(
            trouble ->
                assertThat(trouble.getMessage() + ((SampException) trouble).advice())
                    .doesNotContain(SECRET, KEY));
  }
}
