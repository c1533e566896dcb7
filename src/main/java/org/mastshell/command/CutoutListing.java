package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.CutoutClient;
import org.mastshell.archive.CutoutQuestion;
import org.mastshell.archive.Progress;
import org.mastshell.archive.SkyTarget;
import org.mastshell.archive.TargetsReply;
import org.mastshell.archive.TessSector;
import org.mastshell.language.Arguments;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.CutoutService;
import org.mastshell.vocabulary.SetKind;

/** Lists what there is to cut out of: the sectors of TESS, or the surveys of deep fields. */
final class CutoutListing {
  private final CutoutClient client;
  private final CutoutWish wish;
  private final CutoutPlaces places;
  private final LocalPaths paths;
  private final Work work;
  private final List<SkyTarget> without = new ArrayList<>();

  CutoutListing(
      CutoutClient client, CutoutWish wish, CutoutPlaces places, LocalPaths paths, Work work) {
    this.client = client;
    this.wish = wish;
    this.places = places;
    this.paths = paths;
    this.work = work;
  }

  /** Asks for them, place by place, and makes them a set. */
  CommandResult run(Arguments arguments) {
    boolean tess = wish.service() == CutoutService.TESS;
    AnswerTable table = new AnswerTable();
    if (places.isList()) {
      table.text(TargetsReply.NAME, "the place of the list");
    }
    if (tess) {
      table
          .whole("sector", "its number")
          .whole("camera", "from 1 to 4")
          .whole("ccd", "from 1 to 4")
          .text("name", "as the archive writes it");
    } else {
      table.text("survey", "the word for survey=");
    }
    try (Watch watch = work.watch("asking")) {
      int done = 0;
      for (Optional<CutoutWish.Place> place : places.all()) {
        watch.update(
            new Progress.Step(done, places.all().size(), "places", tess ? "sectors" : "surveys"));
        if (!add(table, place, tess)) {
          place.map(one -> new SkyTarget(one.name(), one.ra(), one.dec())).ifPresent(without::add);
        }
        done++;
      }
    }
    List<String> told =
        places.isList() ? TargetLeftovers.told(leftovers(tess), arguments, paths, work) : List.of();
    Part.Rows rows = (Part.Rows) table.part();
    WorkingSet set =
        SetReferences.in(arguments, work.session())
            .keep(SetKind.ROWS, rows.table(), work.session());
    List<Part> parts = new ArrayList<>(List.of(rows));
    parts.addAll(SetSummary.parts(set));
    if (set.size() == 0 && !places.all().isEmpty()) {
      String which = places.isList() ? "these places" : "this place";
      parts.add(
          new Part.Talk(
              tess ? "  no sector of TESS saw " + which : "  no survey of zcut covers " + which));
    }
    told.forEach(line -> parts.add(new Part.Talk(line)));
    places.unansweredLine().map(Part.Brief::new).ifPresent(parts::add);
    return places.areAllAnswered()
        ? CommandResult.done(parts)
        : CommandResult.ended(ExitCode.ARCHIVE, parts);
  }

  private Leftovers leftovers(boolean tess) {
    return places
        .leftovers()
        .add("no match", tess ? "no sector for" : "no survey for", TargetLeftovers.cells(without));
  }

  /** Whether there is anything for a place. */
  private boolean add(AnswerTable table, Optional<CutoutWish.Place> place, boolean tess) {
    CutoutQuestion question = wish.listing(place);
    if (tess) {
      List<TessSector> sectors = client.sectors(question, work.cancellation());
      sectors.forEach(one -> add(table, place, one));
      return !sectors.isEmpty();
    }
    List<String> surveys = client.surveys(question, work.cancellation());
    surveys.forEach(one -> add(table, place, one));
    return !surveys.isEmpty();
  }

  private void add(AnswerTable table, Optional<CutoutWish.Place> place, TessSector one) {
    if (places.isList()) {
      table.row(name(place), one.sector(), one.camera(), one.ccd(), one.name());
    } else {
      table.row(one.sector(), one.camera(), one.ccd(), one.name());
    }
  }

  private void add(AnswerTable table, Optional<CutoutWish.Place> place, String survey) {
    if (places.isList()) {
      table.row(name(place), survey);
    } else {
      table.row(survey);
    }
  }

  private static String name(Optional<CutoutWish.Place> place) {
    return place.map(CutoutWish.Place::name).orElse("");
  }
}
