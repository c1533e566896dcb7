package org.mastshell.command;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.CloudPaths;
import org.mastshell.download.DownloadPlan;
import org.mastshell.download.Engine;
import org.mastshell.download.EngineFile;
import org.mastshell.download.EngineScript;
import org.mastshell.download.PlannedFile;
import org.mastshell.download.ScriptFile;
import org.mastshell.download.Shards;
import org.mastshell.download.ShellWord;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Sizes;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;

/** Saves scripts that have another program carry out the plan of a download. */
public final class EngineScripts {
  /** Its options. */
  static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.valued(
              "to",
              String.join("|", Engine.words()),
              "save a script that has this program fetch them, as FILE"),
          OptionSpec.valued("shards", "N", "with --to: N scripts, or tasks, of about equal bytes"));

  private static final int MOST_SHARDS = 1000;
  private static final int MOST_NAMED = 5;

  private final ArchiveAccess archive;
  private final Clock clock;
  private final ScriptPlace place;

  /**
   * @param archive where the files are
   * @param clock gives the time in the file's name
   * @param paths what file names stand for
   */
  public EngineScripts(ArchiveAccess archive, Clock clock, LocalPaths paths) {
    this.archive = archive;
    this.clock = clock;
    this.place = new ScriptPlace(clock, paths);
  }

  /** What the options ask for; refuses what cannot be before anything is done. */
  record Wish(Engine engine, int shards) {

    /** Nothing where no other program is to fetch. */
    static Optional<Wish> of(Arguments arguments) {
      Optional<String> typed = arguments.option("to");
      SpareWords.refuse(
          arguments, typed.isPresent() ? 1 : 0, "criteria are written field=value; help download");
      if (typed.isEmpty()) {
        if (arguments.has("shards")) {
          throw fault(arguments, "--shards goes with --to", "download --to curl FILE --shards 4");
        }
        return Optional.empty();
      }
      Engine engine =
          Engine.of(typed.get())
              .orElseThrow(
                  () ->
                      OptionChoices.fault(
                          arguments, "to", String.join(", ", Engine.words()), Engine.words()));
      ScriptPlace.refuseNameless(arguments.values().stream().findFirst(), arguments);
      return Optional.of(new Wish(engine, shards(arguments)));
    }

    private static int shards(Arguments arguments) {
      String typed = arguments.option("shards").orElse("1").strip();
      int count = typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
      if (count < 1 || count > MOST_SHARDS) {
        throw fault(
            arguments,
            "--shards is a whole number from 1 to " + MOST_SHARDS,
            "download --to %s FILE --shards 10"
                .formatted(arguments.option("to").orElse("curl").strip()));
      }
      return count;
    }

    private static SyntaxException fault(Arguments arguments, String what, String advice) {
      Word word = arguments.options().get("shards");
      return new SyntaxException(
          what, arguments.command().line(), word.start(), word.end(), advice);
    }
  }

  /** Saves the scripts for what a plan has to fetch. */
  CommandResult save(DownloadPlan plan, Wish wish, Arguments arguments, Work work) {
    Settings settings = work.session().settings();
    List<PlannedFile> wanted =
        plan.files().stream().filter(f -> f.state() == PlannedFile.State.TO_FETCH).toList();
    List<Part> notes = new ArrayList<>();
    List<EngineFile> files = files(plan, wanted, wish.engine(), settings, notes, work);
    if (files.isEmpty()
        && !wanted.isEmpty()
        && wanted.stream().allMatch(f -> f.file().exclusive())) {
      throw new CommandException(
          ExitCode.LOGIN,
          "all of these are exclusive, which a script for "
              + wish.engine().word()
              + " cannot fetch",
          "login, then download fetches them");
    }
    if (files.isEmpty()) {
      notes.add(new Part.Talk("nothing for " + wish.engine().word() + ": no script was made"));
      return CommandResult.done(notes);
    }
    List<List<EngineFile>> shares = Shards.of(files, wish.shards());
    EngineScript script = script(plan, wish.engine(), settings);
    boolean array = wish.engine() == Engine.SLURM;
    Optional<String> given = arguments.values().stream().map(Word::text).findFirst();
    Path target = place.of(given, wish.engine().word(), arguments, settings);
    List<String> texts =
        array
            ? List.of(script.text(shares))
            : shares.stream().map(share -> script.text(List.of(share))).toList();
    List<Path> saved = ScriptFile.saveBeside(texts, target);
    List<Part> parts = new ArrayList<>();
    saved.forEach(file -> parts.add(new Part.Value(file.toString())));
    parts.addAll(notes);
    parts.addAll(howToRun(wish.engine(), files, shares.size(), saved));
    if (files.stream().anyMatch(EngineFile::exclusive)) {
      parts.add(
          new Part.Talk("  it reads the token from MAST_API_TOKEN when it runs; none is in it"));
    }
    return CommandResult.done(parts);
  }

  private List<EngineFile> files(
      DownloadPlan plan,
      List<PlannedFile> wanted,
      Engine engine,
      Settings settings,
      List<Part> notes,
      Work work) {
    boolean safe =
        settings.clientOptions().server().getScheme().equalsIgnoreCase("https")
            || settings.clientOptions().isLoopback();
    List<PlannedFile> open = new ArrayList<>();
    List<PlannedFile> closed = new ArrayList<>();
    for (PlannedFile file : wanted) {
      boolean taken = !file.file().exclusive() || (engine.takesExclusive() && safe);
      (taken ? open : closed).add(file);
    }
    leftOut(closed, "exclusive, which download fetches after a login", notes);
    if (engine != Engine.S5CMD) {
      ArchiveClient client = archive.client(settings);
      return open.stream()
          .map(file -> file(plan, file, client.fileAddress(file.file().dataUri())))
          .toList();
    }
    String bucket =
        EngineScript.bucket(URI.create(settings.get(Setting.CLOUD_ENDPOINT)))
            .orElseThrow(
                () ->
                    new CommandException(
                        ExitCode.FAILED,
                        "cloud_endpoint does not say which bucket s5cmd is to read",
                        "set cloud_endpoint https://stpubdata.s3.amazonaws.com"));
    CloudPaths lookup;
    try (Watch watch = work.watch(FileRoads.ASKING)) {
      lookup =
          FileRoads.paths(
              open, archive.client(work.session().settings()), watch, work.cancellation());
    }
    Map<String, String> names = lookup.names();
    Map<Boolean, List<PlannedFile>> split =
        open.stream()
            .collect(Collectors.partitioningBy(f -> names.containsKey(f.file().dataUri())));
    if (!lookup.trouble().isEmpty()) {
      notes.add(new Part.Talk("  where all of them are could not be asked: " + lookup.trouble()));
    }
    Map<Boolean, List<PlannedFile>> others =
        split.get(false).stream().collect(Collectors.partitioningBy(FileRoads::isLookedFor));
    leftOut(others.get(true), "not known to be in the cloud: download --to curl takes them", notes);
    leftOut(
        others.get(false),
        "a mission's search has listed them, so they are not looked for in the cloud:"
            + " download --to curl takes them",
        notes);
    return split.get(true).stream()
        .map(f -> file(plan, f, "s3://" + bucket + "/" + names.get(f.file().dataUri())))
        .toList();
  }

  private static EngineFile file(DownloadPlan plan, PlannedFile file, String address) {
    List<String> path = new ArrayList<>();
    plan.options().folder().relativize(file.target()).forEach(part -> path.add(part.toString()));
    return new EngineFile(
        address,
        String.join("/", path),
        file.file().listedSize(),
        file.file().exclusive(),
        Files.exists(file.target(), LinkOption.NOFOLLOW_LINKS));
  }

  private static void leftOut(List<PlannedFile> files, String why, List<Part> notes) {
    if (!files.isEmpty()) {
      String names =
          files.stream().limit(MOST_NAMED).map(PlannedFile::name).collect(Collectors.joining(", "));
      String more = files.size() > MOST_NAMED ? ", …" : "";
      notes.add(
          new Part.Talk(
              "  left out, %s: %s (%s%s)"
                  .formatted(Counts.of(files.size(), "file", "files"), why, names, more)));
    }
  }

  private EngineScript script(DownloadPlan plan, Engine engine, Settings settings) {
    boolean loopback = settings.clientOptions().isLoopback();
    return new EngineScript(
        engine,
        plan.options().folder(),
        URI.create(settings.get(Setting.CLOUD_ENDPOINT)),
        !loopback && settings.clientOptions().server().getScheme().equalsIgnoreCase("https"),
        plan.options().parallel(),
        plan.options().retries() + 1,
        Instant.now(clock).truncatedTo(ChronoUnit.SECONDS));
  }

  private static List<Part> howToRun(
      Engine engine, List<EngineFile> files, int shards, List<Path> saved) {
    long bytes = files.stream().mapToLong(file -> Math.max(0, file.listedSize())).sum();
    String what =
        "  %s, %s, for %s"
            .formatted(Counts.of(files.size(), "file", "files"), Sizes.text(bytes), engine.word());
    String start = engine == Engine.SLURM ? "sbatch " : "bash ";
    List<String> runs =
        saved.stream().map(file -> start + ShellWord.ofFile(file.toString())).toList();
    if (runs.size() == 1) {
      String tasks = shards > 1 ? ", in " + shards + " tasks" : "";
      return List.of(new Part.Talk(what + tasks + ": " + runs.get(0)));
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Talk(what + ", in " + runs.size() + " scripts, each of them to be run:"));
    runs.stream().limit(MOST_NAMED).forEach(run -> parts.add(new Part.Talk("    " + run)));
    if (runs.size() > MOST_NAMED) {
      String more = Counts.text(runs.size() - MOST_NAMED);
      parts.add(new Part.Talk("    and " + more + " more, to " + runs.get(runs.size() - 1)));
    }
    return parts;
  }
}
