package org.mastshell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.ArchiveException;
import org.mastshell.archive.CancelledException;
import org.mastshell.archive.CutoutClient;
import org.mastshell.archive.CutoutQuestion;
import org.mastshell.archive.Progress;
import org.mastshell.download.ArrivingCutouts;
import org.mastshell.download.DownloadException;
import org.mastshell.language.Arguments;
import org.mastshell.output.CleanText;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.CutoutService;
import org.mastshell.vocabulary.SetKind;

/**
 * Fetches cutouts: around one place or those of a list, of all that is there or of some sectors or
 * surveys. One question follows the other; one that fails does not cost the others.
 */
final class CutoutFetch {
  private static final int MOST_NAMED = 12;
  private static final String AGAIN =
      "the same again asks for all of them; files with the same bytes stay";

  private final CutoutClient client;
  private final CutoutWish wish;
  private final CutoutPlaces places;
  private final Path folder;
  private final LocalPaths paths;
  private final Work work;
  private final CutoutFiles files;
  private final List<CutoutWish.Errand> errands;
  private final boolean single;
  private final PlacesByReason without = new PlacesByReason();
  private final PlacesByReason failed = new PlacesByReason();
  private final ServedPlaces served = new ServedPlaces();
  private ArchiveException firstTrouble;
  private int came;
  private int unasked;

  /**
   * @param folder into which the files go
   * @param paths what other file names stand for
   */
  CutoutFetch(
      CutoutClient client,
      CutoutWish wish,
      CutoutPlaces places,
      Path folder,
      LocalPaths paths,
      Work work) {
    this.client = client;
    this.wish = wish;
    this.places = places;
    this.folder = folder;
    this.paths = paths;
    this.work = work;
    this.files = new CutoutFiles(wish, places.isList());
    this.errands = places.errands(wish);
    this.single = !places.isList() && errands.size() == 1;
  }

  /** Fetches them and makes the files a set. */
  CommandResult run(Arguments arguments) {
    if (!places.all().isEmpty()) {
      work.say("  sent: " + CleanText.oneLine(echo()));
    }
    fetchAll();
    if (files.isEmpty() && without.isEmpty() && firstTrouble != null) {
      if (!single) {
        troubles().forEach(work::say);
        places.notFound().forEach(work::say);
        saved(arguments).ifPresent(file -> work.say("  saved: " + file));
      }
      throw firstTrouble;
    }
    List<String> emptyHanded = emptyHanded();
    Optional<Path> saved = saved(arguments);
    Part.Rows rows = files.rows();
    WorkingSet set =
        SetReferences.in(arguments, work.session())
            .keep(SetKind.ROWS, CutoutFiles.lasting(rows.table()), work.session());
    List<Part> parts = new ArrayList<>(List.of(rows));
    parts.addAll(SetSummary.parts(set));
    files.summary(folder).forEach(line -> parts.add(new Part.Talk(line)));
    emptyHanded.forEach(line -> parts.add(new Part.Talk(line)));
    troubles().forEach(line -> parts.add(new Part.Failed(line)));
    parts.addAll(places.notFoundParts());
    saved.ifPresent(file -> parts.add(new Part.Talk("  saved: " + file)));
    return firstTrouble == null && places.areAllAnswered()
        ? CommandResult.done(parts)
        : CommandResult.ended(ExitCode.ARCHIVE, parts);
  }

  private Optional<Path> saved(Arguments arguments) {
    Optional<Path> saved = arguments.option(Leftovers.OPTION).map(paths::writable);
    try {
      saved.ifPresent(file -> served.leftovers(places).save(file, work.style().harmless()));
      return saved;
    } catch (CommandException unwritable) {
      if (files.isEmpty()) {
        throw unwritable;
      }
      throw ended(ExitCode.FAILED, unwritable.getMessage(), unwritable.advice() + "; " + AGAIN);
    }
  }

  private String echo() {
    return places.isList()
        ? Counts.of(places.all().size(), "place", "places")
            + ", each with "
            + wish.text(Optional.empty())
        : wish.text(places.all().get(0));
  }

  private void fetchAll() {
    int number = 0;
    for (CutoutWish.Errand errand : errands) {
      number++;
      try {
        fetch(errand, number);
      } catch (ArchiveException trouble) {
        if (single) {
          throw trouble;
        }
        failed.add(errand.name(), trouble.getMessage());
        served.addFailed(errand);
        firstTrouble = firstTrouble == null ? trouble : firstTrouble;
        if (isOfAll(trouble)) {
          unasked = errands.size() - number;
          served.addUnasked(errands.subList(number, errands.size()));
          return;
        }
      } catch (CancelledException enough) {
        if (files.isEmpty()) {
          throw enough;
        }
        throw ended(ExitCode.INTERRUPTED, "interrupted", AGAIN);
      } catch (DownloadException disk) {
        if (files.isEmpty()) {
          throw disk;
        }
        throw ended(ExitCode.FAILED, disk.getMessage(), disk.advice() + "; " + AGAIN);
      }
    }
  }

  // The files that came are a person's by now.
  private CommandException ended(ExitCode code, String why, String advice) {
    emptyHanded().forEach(work::say);
    troubles().forEach(work::say);
    places.notFound().forEach(work::say);
    return new CommandException(
        code,
        "%s: the cutouts of %s of %s have come and stay in %s; no set was made"
            .formatted(why, Counts.text(came), counted(errands.size()), folder),
        advice);
  }

  // What stands for a question: a place, where each place is one.
  private String counted(int questions) {
    return errands.size() == places.all().size()
        ? Counts.of(questions, "place", "places")
        : Counts.of(questions, "question", "questions");
  }

  // Asking for the next one would take as long to fail.
  private static boolean isOfAll(ArchiveException trouble) {
    return switch (trouble.kind()) {
      case UNREACHABLE, TIMEOUT, LOGIN -> true;
      case FAULT, QUESTION, GONE -> false;
    };
  }

  private void fetch(CutoutWish.Errand errand, int number) {
    String which =
        single ? "" : " (%s of %s)".formatted(Counts.text(number), Counts.text(errands.size()));
    try (ArrivingCutouts arriving = new ArrivingCutouts(folder, work.cancellation())) {
      Optional<String> refused;
      try (Watch watch = work.watch("cutting out" + which)) {
        watch.update(new Progress.Step(0, 0, "bytes", "the archive makes them"));
        refused = client.fetch(errand.question(), arriving, watch, work.cancellation());
      }
      if (refused.isPresent()) {
        without.add(errand.name(), refused.get());
      } else {
        arriving.name().forEach(file -> files.add(errand.place(), errand.question(), file));
        served.addServed(errand);
        came++;
      }
    }
  }

  private List<String> emptyHanded() {
    List<String> lines = new ArrayList<>();
    if (!without.isEmpty()) {
      lines.addAll(
          single
              ? List.of("  the archive has no cutouts: " + without.firstReason())
              : without.lines("  the archive has none for "));
      there().or(() -> CutoutFiles.whereToLook(wish.service())).ifPresent(lines::add);
    }
    return lines;
  }

  // What there is at the one place, as an empty search is told why: one small question more.
  private Optional<String> there() {
    Optional<CutoutWish.Place> place = places.all().get(0);
    if (places.isList() || place.isEmpty() || wish.service() == CutoutService.HAP) {
      return Optional.empty();
    }
    try (Watch watch = work.watch("looking why")) {
      boolean tess = wish.service() == CutoutService.TESS;
      watch.update(new Progress.Step(0, 0, tess ? "sectors" : "surveys", ""));
      CutoutQuestion question = wish.listing(place);
      List<String> known =
          tess
              ? client.soon().sectors(question, work.cancellation()).stream()
                  .map(one -> String.valueOf(one.sector()))
                  .distinct()
                  .toList()
              : client.soon().surveys(question, work.cancellation()).stream()
                  .map(CleanText::oneLine)
                  .toList();
      return known.isEmpty()
          ? Optional.empty()
          : Optional.of(
              (tess ? "  seen there: sector=" : "  there are: survey=")
                  + String.join(",", known.subList(0, Math.min(MOST_NAMED, known.size())))
                  + (known.size() > MOST_NAMED ? ", …" : ""));
    } catch (ArchiveException unanswered) {
      return Optional.empty();
    }
  }

  private List<String> troubles() {
    List<String> lines = new ArrayList<>(failed.lines("  no answer for "));
    if (unasked > 0) {
      lines.add("  not asked for after that: " + counted(unasked));
    }
    return lines;
  }
}
