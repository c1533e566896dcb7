package org.mastshell.command;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.Progress;
import org.mastshell.session.Settings;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ServiceTables;
import org.mastshell.vocabulary.SetKind;

/**
 * The tables of the archive that have columns of their own, with the columns that the archive in
 * use has told of: since the program began, or before, as far as that is kept. For several threads.
 */
public final class ServiceFields {
  private final Supplier<ServiceTables> bundled;
  private final WordsCache cache;
  private final Clock clock;
  private final Supplier<Settings> settings;
  private final Map<String, Optional<ArchiveWords>> said = new HashMap<>();
  private final Set<String> askedNow = new HashSet<>();
  private URI server;
  private ServiceTables tables;

  /**
   * @param bundled reads those that come with the program
   * @param cache what archives said of columns before
   * @param clock tells how long ago that was
   * @param settings those in use, for the archive in use and for how long what it said holds
   */
  public ServiceFields(
      Supplier<ServiceTables> bundled, WordsCache cache, Clock clock, Supplier<Settings> settings) {
    this.bundled = bundled;
    this.cache = cache;
    this.clock = clock;
    this.settings = settings;
  }

  /** The tables with rows of a kind, with the columns that come with the program. */
  public List<ServiceTable> all(SetKind kind) {
    return tables().all(kind);
  }

  /** The table of a name, in any case, with what is known of its columns now. */
  public Optional<ServiceTable> find(SetKind kind, String name) {
    return tables().find(kind, name).map(this::withAnnounced);
  }

  /** The same table with the columns that come with the program alone. */
  ServiceTable bundled(ServiceTable table) {
    return tables().find(table.kind(), table.name()).orElseThrow();
  }

  /** Missions' searches that have told of columns, each with the date. */
  List<String> dates() {
    List<String> known = new ArrayList<>();
    for (ServiceTable search : all(SetKind.DATASETS)) {
      said(search)
          .ifPresent(words -> known.add(search.name() + ", " + MinuteText.of(words.asked())));
    }
    return known;
  }

  /**
   * The search of a mission with all its columns, for which it is asked unless what it said is
   * young.
   *
   * @throws ArchiveException if it does not answer and has not said anything before
   */
  ServiceTable whole(ServiceTable search, ArchiveClient client, Work work) {
    return isFresh(search) ? today(search) : renewed(search, client, work);
  }

  /**
   * The search of a mission with all columns that it has today; where it does not answer, with
   * those that it had, which is said.
   *
   * @throws ArchiveException if it does not answer and has not said anything before
   */
  ServiceTable renewed(ServiceTable search, ArchiveClient client, Work work) {
    try (Watch watch = work.watch("asking")) {
      watch.update(new Progress.Step(0, 0, "columns", search.title()));
      ask(search, client, work.cancellation());
    } catch (ArchiveException unanswered) {
      ArchiveWords before = said(search).orElseThrow(() -> unanswered);
      work.say(
          "  note: "
              + unanswered.getMessage()
              + "; these are its columns of "
              + MinuteText.of(before.asked()));
    }
    return today(search);
  }

  /**
   * Asks anew for all that is kept on disk, and keeps it there; it is in use after {@link #forget}.
   *
   * @return the searches that did not answer; what was known of their columns stays
   */
  List<String> renewKept(ArchiveClient client, Cancellation cancellation) {
    List<String> unanswered = new ArrayList<>();
    for (ServiceTable search : all(SetKind.DATASETS)) {
      URI asked = client.options().server();
      if (cache.read(asked, search).isPresent()) {
        try {
          cache.write(asked, search, announced(search, client, cancellation));
        } catch (ArchiveException unknown) {
          unanswered.add(search.name());
        }
      }
    }
    return unanswered;
  }

  /** Forgets what archives have told of; what is kept on disk is read again when it is needed. */
  synchronized void forget() {
    said.clear();
    askedNow.clear();
  }

  private void ask(ServiceTable search, ArchiveClient client, Cancellation cancellation) {
    ArchiveWords words = announced(search, client, cancellation);
    URI asked = client.options().server();
    take(search, asked, words);
    if (LiveValues.isKept(settings.get())) {
      // Where it cannot be kept it is asked for again: that is all there is to say.
      cache.write(asked, search, words);
    }
  }

  private ArchiveWords announced(
      ServiceTable search, ArchiveClient client, Cancellation cancellation) {
    List<Field> columns = client.missions().columns(search.name(), cancellation);
    return new ArchiveWords(clock.instant(), Map.of(), columns);
  }

  private synchronized void take(ServiceTable search, URI asked, ArchiveWords words) {
    turnToArchiveInUse();
    if (asked.equals(server)) {
      said.put(search.name(), Optional.of(words));
      askedNow.add(search.name());
    }
  }

  private synchronized boolean isFresh(ServiceTable search) {
    Settings now = settings.get();
    return said(search)
        .filter(
            words ->
                (!LiveValues.isKept(now) && askedNow.contains(search.name()))
                    || LiveValues.isYoung(words, clock.instant(), LiveValues.age(now)))
        .isPresent();
  }

  // Read when first asked for: the help of all commands needs none of it.
  private synchronized ServiceTables tables() {
    if (tables == null) {
      tables = bundled.get();
    }
    return tables;
  }

  // What one archive has, another need not have.
  private synchronized void turnToArchiveInUse() {
    URI inUse = settings.get().clientOptions().server();
    if (!inUse.equals(server)) {
      forget();
      server = inUse;
    }
  }

  // Only missions' searches tell of their columns.
  private synchronized Optional<ArchiveWords> said(ServiceTable table) {
    if (table.kind() != SetKind.DATASETS) {
      return Optional.empty();
    }
    turnToArchiveInUse();
    return said.computeIfAbsent(
        table.name(),
        name -> LiveValues.isKept(settings.get()) ? cache.read(server, table) : Optional.empty());
  }

  // What it was said to have before it may have no longer.
  private ServiceTable today(ServiceTable search) {
    return find(search.kind(), search.name()).orElseThrow();
  }

  private ServiceTable withAnnounced(ServiceTable table) {
    return said(table).map(words -> table.asAnnounced(words.columns())).orElse(table);
  }
}
