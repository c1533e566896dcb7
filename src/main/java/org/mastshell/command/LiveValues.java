package org.mastshell.command;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.Progress;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.table.ValueCounts.ValueCount;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;

/**
 * What the archive in use says of its columns and values, as far as it is here. It is asked by a
 * command, or in the background of the shell ({@link BackgroundRenewal}), and kept on disk; what is
 * older than the setting {@code cache_age} serves until there is something newer. For one thread.
 */
public final class LiveValues {
  private final ArchiveAccess archive;
  private final WordsCache cache;
  private final Clock clock;
  private URI server;
  private Optional<ArchiveWords> here = Optional.empty();
  private Optional<Failure> failure = Optional.empty();

  /**
   * @param archive whom to ask
   * @param cache what was said before
   * @param clock tells how long ago that was
   */
  public LiveValues(ArchiveAccess archive, WordsCache cache, Clock clock) {
    this.archive = archive;
    this.cache = cache;
    this.clock = clock;
  }

  /**
   * Why the archive could not be asked in the background.
   *
   * @param when it was tried
   * @param reason in one line, without a final full stop
   */
  public record Failure(Instant when, String reason) {}

  /** What is here of the archive in use, however old. It is not asked. */
  public Optional<ArchiveWords> words(Settings settings) {
    if (isUnread(settings)) {
      turnTo(settings, isKept(settings) ? cache.read(server(settings)) : Optional.empty());
    }
    return here;
  }

  /** Forgets what is here; what is kept on disk is read again when it is needed. */
  void forget() {
    server = null;
    here = Optional.empty();
  }

  /** Whether nobody has looked yet at what is kept of the archive in use. */
  public boolean isUnread(Settings settings) {
    return !server(settings).equals(server);
  }

  private void turnTo(Settings settings, Optional<ArchiveWords> words) {
    server = server(settings);
    failure = Optional.empty();
    here = words;
  }

  private static URI server(Settings settings) {
    return settings.clientOptions().server();
  }

  /** The values of a field, most frequent first, if they are here. The archive is not asked. */
  public Optional<List<ValueCount>> of(Field field, Settings settings) {
    return words(settings).map(words -> words.of(field)).filter(counts -> !counts.isEmpty());
  }

  /** Whether there is nothing here of the archive in use, or it is older than the settings want. */
  public boolean isOld(Settings settings) {
    Instant now = clock.instant();
    return words(settings)
        .map(words -> isKept(settings) && !isYoung(words, now, age(settings)))
        .orElse(true);
  }

  /** When what is here will be too old, if that ever is. */
  public Optional<Instant> renewal(Settings settings) {
    return words(settings)
        .filter(words -> isKept(settings))
        .map(words -> words.asked().plus(age(settings)));
  }

  /**
   * Sees to it that the words are here and not too old, asking the archive if need be.
   *
   * @param progress is told how far that is
   * @throws ArchiveException if there is no answer; what was here stays
   */
  public void fetch(Settings settings, Progress progress, Cancellation cancellation) {
    if (isOld(settings)) {
      refresh(settings, progress, cancellation);
    }
  }

  /**
   * Asks the archive.
   *
   * @param progress is told how far that is
   * @return why the answer cannot be kept on disk, if it should be and cannot
   * @throws ArchiveException if there is no answer; what was here stays
   */
  public Optional<String> refresh(Settings settings, Progress progress, Cancellation cancellation) {
    Optional<ArchiveWords> before = words(settings);
    ArchiveClient client = archive.client(settings);
    ArchiveWords words = new Inquiry(clock).ask(client, before, progress, cancellation);
    take(settings, words);
    return isKept(settings) ? cache.write(server, words) : Optional.empty();
  }

  /** Why the last try in the background failed, if it did. */
  public Optional<Failure> failure() {
    return failure;
  }

  /** Takes what the archive in use has said, unless something newer is here. */
  void take(Settings settings, ArchiveWords words) {
    Instant now = clock.instant();
    boolean newer =
        !isUnread(settings)
            && here.map(ArchiveWords::asked)
                .filter(asked -> asked.isAfter(words.asked()) && !asked.isAfter(now))
                .isPresent();
    turnTo(settings, newer ? here : Optional.of(words));
  }

  /** Remembers why the archive in use said nothing. */
  void failed(Settings settings, Failure reason) {
    if (isUnread(settings)) {
      words(settings);
    }
    failure = Optional.of(reason);
  }

  /** Whether the settings want anything kept on disk. */
  static boolean isKept(Settings settings) {
    return settings.whole(Setting.CACHE_AGE) > 0;
  }

  /** Whether words are not older than that; those of the future have a wrong date. */
  static boolean isYoung(ArchiveWords words, Instant now, Duration age) {
    return !words.asked().isAfter(now) && now.isBefore(words.asked().plus(age));
  }

  /** How old what is kept may be. */
  static Duration age(Settings settings) {
    return Duration.ofDays(settings.whole(Setting.CACHE_AGE));
  }
}
