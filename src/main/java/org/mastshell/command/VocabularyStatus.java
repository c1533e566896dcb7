package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;

/** Tells how large and how old each list of values is. */
final class VocabularyStatus {
  private final Fields fields;
  private final KnownValues bundled;
  private final LiveValues live;

  VocabularyStatus(Fields fields, KnownValues bundled, LiveValues live) {
    this.fields = fields;
    this.bundled = bundled;
    this.live = live;
  }

  /** A table of the lists, and what else there is to say. The archive is not asked. */
  List<Part> parts(Settings settings) {
    Optional<ArchiveWords> words = live.words(settings);
    List<Part> parts = new ArrayList<>();
    parts.add(table(words, renewal(settings)).part());
    String host = settings.clientOptions().server().getHost();
    parts.add(new Part.Talk(source(words, host)));
    words.flatMap(this::moreColumns).map(Part.Talk::new).ifPresent(parts::add);
    live.failure()
        .map(
            failure ->
                "the renewal of " + MinuteText.of(failure.when()) + " failed: " + failure.reason())
        .map(Part.Talk::new)
        .ifPresent(parts::add);
    rule(settings).map(Part.Talk::new).ifPresent(parts::add);
    return parts;
  }

  private Optional<String> renewal(Settings settings) {
    return live.renewal(settings).map(when -> live.isOld(settings) ? "due" : MinuteText.of(when));
  }

  private AnswerTable table(Optional<ArchiveWords> words, Optional<String> renewal) {
    AnswerTable table =
        new AnswerTable()
            .text("field", "whose values they are")
            .whole("bundled", "values that come with the program")
            .text("dated", "when those were checked")
            .whole("archive", "values that the archive lists")
            .text("asked", "when it was asked, UTC")
            .text("renewal", "when it will be asked again, UTC");
    String asked = words.map(said -> MinuteText.of(said.asked())).orElse(null);
    String again = renewal.orElse(null);
    for (String name : names(words)) {
      Field field = new ListedFields(fields).field(name);
      int own = bundled.of(field).size();
      int listed = words.map(said -> said.of(field).size()).orElse(0);
      table.row(
          name,
          own == 0 ? null : own,
          own == 0 ? null : bundled.date(field),
          listed == 0 ? null : listed,
          listed == 0 ? null : asked,
          listed == 0 ? null : again);
    }
    return table;
  }

  private Set<String> names(Optional<ArchiveWords> words) {
    Set<String> names = new LinkedHashSet<>(bundled.fields());
    words.ifPresent(said -> names.addAll(said.values().keySet()));
    return names;
  }

  private static String source(Optional<ArchiveWords> words, String host) {
    return words.isPresent()
        ? "asked: " + host
        : host + " has said nothing yet: vocabulary refresh asks it now";
  }

  private Optional<String> moreColumns(ArchiveWords words) {
    List<String> more = new ListedFields(fields).announced(words);
    return more.isEmpty()
        ? Optional.empty()
        : Optional.of("fields known from the archive alone: " + String.join(", ", more));
  }

  private static Optional<String> rule(Settings settings) {
    if (!LiveValues.isKept(settings)) {
      return Optional.of(
          Setting.CACHE_AGE.word() + " is 0: nothing is kept, and nothing asked in the background");
    }
    return settings.isOn(Setting.REFRESH)
        ? Optional.empty()
        : Optional.of(Setting.REFRESH.word() + " is off: nothing is asked in the background");
  }
}
