package org.mastshell.samp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mastshell.archive.Cancellation;

/** A hub that this program has joined; to be closed when it leaves. */
public final class Hub implements AutoCloseable {
  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final Duration FAREWELL = Duration.ofSeconds(1);
  // A hub that keeps to the time it was given answers a little behind it.
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final int MOST_CLIENTS = 100;
  private static final int AT_ONCE = 4;
  private static final String NAME = "samp.name";
  private static final String DESCRIPTION = "samp.description.text";
  private static final String PREFIX = "samp.hub.";

  private final LockFile lock;
  private final HubAddress address;
  private final HubCalls calls;
  private final Cancellation cancellation;
  private final Duration limit;
  private String key = "";
  private String ownId = "";
  private String hubId = "";
  private Withheld withheld;

  private Hub(LockFile lock, Cancellation cancellation, Duration limit) {
    this.lock = lock;
    this.address = lock.read();
    this.calls = new HubCalls(address.endpoint());
    this.cancellation = cancellation;
    this.limit = limit;
    this.withheld = new Withheld(List.of(address.secret()));
  }

  /**
   * Joins the hub of a lock file.
   *
   * @param version of this program
   * @param cancellation ends every wait
   * @throws SampException if there is none, or it does not take this program
   * @throws org.mastshell.archive.CancelledException if the person has had enough
   */
  public static Hub join(LockFile lock, String version, Cancellation cancellation) {
    return join(lock, version, cancellation, SHORT);
  }

  /**
   * The same.
   *
   * @param limit how long the hub may take for its own answers
   */
  static Hub join(LockFile lock, String version, Cancellation cancellation, Duration limit) {
    Hub hub = new Hub(lock, cancellation, limit);
    hub.requireHere();
    try {
      hub.register();
      Map<String, Object> own = new LinkedHashMap<>();
      own.put(NAME, "MastShell");
      own.put(DESCRIPTION, "Explores the MAST archive");
      own.put("mastshell.version", version);
      hub.ask("declareMetadata", own);
      return hub;
    } catch (RuntimeException failed) {
      hub.close();
      throw failed;
    }
  }

  /** Host and port, for people. */
  public String place() {
    return address.place();
  }

  /**
   * Who is there.
   *
   * @throws SampException if the hub does not tell
   */
  public HubClients clients() {
    List<String> ids = new ArrayList<>(texts(ask("getRegisteredClients")));
    ids.removeIf(id -> id.equals(ownId) || id.equals(hubId));
    int all = ids.size();
    // No hub has reason to give such ids: they could not be shown.
    ids.removeIf(id -> id.isEmpty() || !withheld.from(id).equals(id));
    Set<String> tables = keys(ask("getSubscribedClients", SampMessage.TABLE));
    Set<String> images = keys(ask("getSubscribedClients", SampMessage.IMAGE));
    List<String> asked = ids.subList(0, Math.min(ids.size(), MOST_CLIENTS));
    List<Map<?, ?>> described = metadata(asked);
    List<SampClient> clients = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      String id = asked.get(i);
      String name = withheld.from(described.get(i).get(NAME));
      clients.add(
          new SampClient(
              id,
              name.isEmpty() ? id : name,
              withheld.from(described.get(i).get(DESCRIPTION)),
              tables.contains(id),
              images.contains(id)));
    }
    String hub = withheld.from(metadata(List.of(hubId)).get(0).get(NAME));
    return new HubClients(hub, clients, all - asked.size());
  }

  /**
   * Asks programs to load something, and waits for what they say.
   *
   * @param longest to wait for all of them
   * @return what became of it, in the order of the clients
   */
  public List<Delivery> send(SampMessage message, List<SampClient> clients, Duration longest) {
    String seconds = Long.toString(longest.toSeconds());
    long start = System.nanoTime();
    List<HubCalls.Pending> pending =
        clients.stream()
            .map(
                client ->
                    calls.start(
                        call("callAndWait", client.id(), message.map(), seconds),
                        longest.plus(GRACE)))
            .toList();
    try {
      List<Delivery> deliveries = new ArrayList<>();
      for (int i = 0; i < clients.size(); i++) {
        deliveries.add(delivery(clients.get(i), pending.get(i), start + longest.toNanos()));
      }
      return deliveries;
    } finally {
      pending.forEach(HubCalls.Pending::callOff);
    }
  }

  private Delivery delivery(SampClient client, HubCalls.Pending pending, long end) {
    try {
      XmlRpcReply reply = pending.await(cancellation);
      if (reply.fault()) {
        boolean late = System.nanoTime() >= end;
        return late
            ? new Delivery(client, Delivery.Outcome.SILENT, "")
            : refused(client, withheld.from(reply.value()));
      }
      Map<?, ?> said = map(reply.value());
      if ("samp.ok".equals(said.get("samp.status"))) {
        return new Delivery(client, Delivery.Outcome.LOADED, "");
      }
      String error = withheld.from(map(said.get("samp.error")).get("samp.errortxt"));
      return "samp.warning".equals(said.get("samp.status"))
          ? new Delivery(client, Delivery.Outcome.LOADED, error)
          : refused(client, error);
    } catch (NoAnswerException silent) {
      String why = System.nanoTime() >= end ? "" : withheld.from(silent.getMessage());
      return new Delivery(client, Delivery.Outcome.SILENT, why);
    }
  }

  private static Delivery refused(SampClient client, String why) {
    return new Delivery(client, Delivery.Outcome.REFUSED, why);
  }

  /** Leaves the hub. One that does not answer is left all the same. */
  @Override
  public void close() {
    try (calls) {
      if (!key.isEmpty()) {
        calls.start(call("unregister"), FAREWELL).await(new Cancellation());
      }
    } catch (NoAnswerException gone) {
      // There is nobody to leave.
    }
  }

  // The secret goes to no other computer, and none could read what is sent: it is a file here.
  private void requireHere() {
    String host = address.endpoint().getHost();
    if (!ThisComputer.has(host)) {
      throw new SampException(
          "the hub at " + place() + " is not on this computer",
          "programs there cannot read files here: export FILE.vot and take it there");
    }
  }

  private void register() {
    XmlRpcReply reply = answer(new XmlRpcCall(PREFIX + "register", List.of(address.secret())));
    Map<?, ?> given = map(reply.value());
    if (given.get("samp.private-key") instanceof String own && !own.isEmpty()) {
      key = own;
      withheld = new Withheld(List.of(address.secret(), key));
    }
    ownId = text(given.get("samp.self-id"));
    hubId = text(given.get("samp.hub-id"));
    if (reply.fault() || key.isEmpty()) {
      String why = reply.fault() ? withheld.from(reply.value()) : "it gave no key";
      throw new SampException(
          "the hub at "
              + place()
              + " does not take this program"
              + (why.isEmpty() ? "" : ": " + why),
          "end that hub and start it again, so that its lock file is renewed");
    }
  }

  // A few at a time: what hubs let wait at their door is little.
  private List<Map<?, ?>> metadata(List<String> ids) {
    List<Map<?, ?>> all = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      all.addAll(few(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
    }
    return all;
  }

  // Programs come and go while they are asked about: one that has left has no name.
  private List<Map<?, ?>> few(List<String> ids) {
    List<HubCalls.Pending> pending =
        ids.stream().map(id -> calls.start(call("getMetadata", id), limit)).toList();
    try {
      List<Map<?, ?>> all = new ArrayList<>();
      for (HubCalls.Pending one : pending) {
        XmlRpcReply reply = one.await(cancellation);
        all.add(reply.fault() ? Map.of() : map(reply.value()));
      }
      return all;
    } catch (NoAnswerException silent) {
      throw lock.noAnswer(place(), withheld.from(silent.getMessage()));
    } finally {
      pending.forEach(HubCalls.Pending::callOff);
    }
  }

  private Object ask(String method, Object... parameters) {
    XmlRpcReply reply = answer(call(method, parameters));
    if (reply.fault()) {
      throw new SampException(
          "the hub at " + place() + " failed: " + withheld.from(reply.value()), "try again");
    }
    return reply.value();
  }

  private XmlRpcReply answer(XmlRpcCall call) {
    try {
      return calls.start(call, limit).await(cancellation);
    } catch (NoAnswerException silent) {
      throw lock.noAnswer(place(), withheld.from(silent.getMessage()));
    }
  }

  private XmlRpcCall call(String method, Object... parameters) {
    List<Object> all = new ArrayList<>(List.of(key));
    all.addAll(Arrays.asList(parameters));
    return new XmlRpcCall(PREFIX + method, all);
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Set<String> keys(Object value) {
    return map(value).keySet().stream().map(Hub::text).collect(Collectors.toSet());
  }

  private static List<String> texts(Object value) {
    return value instanceof List<?> list ? list.stream().map(Hub::text).toList() : List.of();
  }

  private static String text(Object value) {
    return value instanceof String string ? string : "";
  }
}
