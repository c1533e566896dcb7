package org.mastshell.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.mastshell.command.LiveValues;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.terminal.ShellView.Suggestion;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.KnownValue;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.OfferedValues;

/**
 * What completion offers where the archive is asked, and what mistyped values are compared with:
 * what comes with the program united with what is here of the archive in use. Worked out anew only
 * when that changes; the network is not touched.
 */
final class Offers {
  private static final int LONG_LIST = 1000;

  private final ExecutorService ahead = Executors.newSingleThreadExecutor(Offers::thread);
  private final Session session;
  private final KnownValues bundled;
  private final LiveValues live;
  private Source source;
  private OfferedValues values;
  private OfferedValues prepared;
  private List<KnownValue> suggestedOf = List.of();
  private List<Suggestion> suggested = List.of();

  Offers(Session session, KnownValues bundled, LiveValues live) {
    this.session = session;
    this.bundled = bundled;
    this.live = live;
  }

  /** Works out the longest lists beside the person who types, so that no key press has to. */
  void prepare(Supplier<List<Field>> fields) {
    if (live.isUnread(session.settings())) {
      // The first prompt does not wait for a file to be read.
      return;
    }
    OfferedValues now = values();
    if (now != prepared) {
      prepared = now;
      Optional<ArchiveWords> words = source.words();
      List<Field> longest =
          fields.get().stream()
              .filter(field -> words.map(w -> w.of(field).size()).orElse(0) >= LONG_LIST)
              .toList();
      ahead.execute(() -> longest.forEach(field -> now.of(field, Map.of())));
    }
  }

  /**
   * The values of a field, the likeliest first.
   *
   * @param context name of a field to its values as typed, between commas
   */
  List<Suggestion> of(Field field, Map<String, String> context) {
    List<KnownValue> known = values().of(field, context);
    // The next key is mostly pressed in the same place, where the same list is given.
    if (known != suggestedOf) {
      suggestedOf = known;
      suggested =
          known.stream()
              .map(value -> new Suggestion(value.value(), value.meaning(), value.count()))
              .toList();
    }
    return suggested;
  }

  /**
   * The values of a field as texts.
   *
   * @param context as above
   */
  List<String> known(Field field, Map<String, String> context) {
    return values().of(field, context).stream().map(KnownValue::value).toList();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "offers");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Where the values come from.
   *
   * @param publicArchive whether the counts that come with the program are those of this archive
   */
  private record Source(Optional<ArchiveWords> words, boolean publicArchive) {}

  private OfferedValues values() {
    Settings settings = session.settings();
    boolean publicArchive = settings.get(Setting.SERVER).equals(Setting.SERVER.standard());
    Source wanted = new Source(live.words(settings), publicArchive);
    if (!wanted.equals(source)) {
      source = wanted;
      values = new OfferedValues(bundled, wanted.words(), publicArchive);
    }
    return values;
  }
}
