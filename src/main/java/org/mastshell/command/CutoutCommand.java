package org.mastshell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.CutoutClient;
import org.mastshell.archive.TargetsReply;
import org.mastshell.download.ArrivingCutouts;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.vocabulary.CutoutService;
import org.mastshell.vocabulary.Field;

/** Has the archive cut small pieces out of its large images, and fetches them. */
public final class CutoutCommand implements ShellCommand {
  /** Its name, which completion goes by. */
  public static final String NAME = "cutout";

  private static final String TO = "to";
  private static final String DRY_RUN = "dry-run";
  private static final List<String> USUAL_PLACE = List.of("mastDownload", "cutouts");

  private final ArchiveAccess archive;
  private final CutoutWords words;
  private final LocalPaths paths;

  /**
   * @param archive whom to ask
   * @param criteriaReader understands positions
   * @param paths what file names stand for
   */
  public CutoutCommand(ArchiveAccess archive, CriteriaReader criteriaReader, LocalPaths paths) {
    this.archive = archive;
    this.words = new CutoutWords(criteriaReader);
    this.paths = paths;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        NAME,
        List.of(),
        Groups.TAKE,
        "fetch small pieces of large images around a place",
        "[SERVICE] [PARAMETER=VALUE…] [--to DIR] [--dry-run] [--sectors] [--surveys] [--unmatched FILE]"
            + " [--resolver NAME] [--format FORMAT]",
        """
        Has the archive cut pieces out of images, and fetches them: tess cuts target-pixel files out of \
        the full-frame images of TESS, one for each sector; zcut cuts deep fields, by survey, as FITS \
        or as pictures (format=jpg, format=png); hap cuts images of the Hubble Advanced Products. \
        Without a word it lists these services.

        The place is coordinates="210.8 54.3", or the name of an object: target="M 101", \
        target="TIC 25155310". For tess it may be a moving one: moving=Eleonora. size is in pixels \
        (size=10, size=8x12: width and height) or an angle (size=5arcmin); without it, 5 pixels. \
        sector= and product=SPOC|TICA choose for tess, survey= for zcut; several sectors or surveys \
        (sector=14,15) are asked for one after the other. Of a list of places \
        (coordinates=@targets.csv, target=@names.txt) each is asked for by itself, one after the other, \
        and its files have its name as match_name; a place that fails does not cost the others, and \
        the code is 3 then.

        --sectors lists the sectors of TESS that saw the place, and --surveys the surveys of zcut that \
        cover it, as a set; radius= widens the place for these two. Places of a list for which there is \
        none, and those without a cutout, are named, and --unmatched saves them all with the reason. --dry-run says what would be asked, \
        with the address, and fetches no cutouts.

        The files come in a zip archive, which is made while the shell waits: that can take minutes \
        (set timeout bounds it). They are checked and then put into DIR, or into mastDownload/cutouts \
        below the download folder, all of them or none. A file that is there with the same bytes stays; \
        where another one has the name, the new one gets a number (x-2.fits). The rows of the set are \
        the files. No login is needed.\
        """,
        new ArgumentSpec(
            true,
            false,
            true,
            List.of(
                OptionSpec.valued(TO, "DIR", "another folder than mastDownload/cutouts"),
                OptionSpec.flag(DRY_RUN, "only say what would be asked"),
                CutoutWords.SECTORS,
                CutoutWords.SURVEYS,
                OptionSpec.valued(
                    Leftovers.OPTION, "FILE", "save which places of a list have none, as CSV"),
                ResolverOption.SPEC,
                FormatOption.SPEC)),
        List.of(
            new Example("cutout", "what can be cut"),
            new Example(
                "cutout tess coordinates=\"210.8 54.3\" --sectors", "which sectors saw a place"),
            new Example(
                "cutout tess coordinates=\"210.8 54.3\" size=10 sector=14 --to tess",
                "a target-pixel file of 10 by 10 pixels"),
            new Example(
                "cutout tess target=\"M 101\" size=5arcmin --dry-run", "what that would be"),
            new Example("cutout tess moving=Eleonora size=8x12", "follow an asteroid"),
            new Example("cutout tess target=\"M 101\",\"HD 189733\" size=10", "several places"),
            new Example(
                "cutout zcut coordinates=\"189.49206 62.20615\" --surveys", "which deep fields"),
            new Example(
                "cutout zcut coordinates=\"189.49206 62.20615\" size=20 format=png",
                "their pictures"),
            new Example("cutout hap target=\"M 101\" size=10", "Hubble's advanced products")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return FormatOption.answer(arguments, work, within -> answered(arguments, within));
  }

  /**
   * The parameters that a service takes beside some options.
   *
   * @param options names, without dashes
   */
  public static List<Field> parameters(CutoutService service, Set<String> options) {
    boolean lists = CutoutWords.isListing(options);
    return service.parameters().columns().stream()
        .filter(one -> CutoutWords.isTaken(one.name(), lists))
        .toList();
  }

  /**
   * Whether an option goes with a service and the other options.
   *
   * @param given names of those, without dashes
   */
  public static boolean fits(OptionSpec option, CutoutService service, Set<String> given) {
    boolean fetches = given.contains(TO) || given.contains(DRY_RUN);
    return switch (option.name()) {
      case TO, DRY_RUN -> !CutoutWords.isListing(given);
      case Leftovers.OPTION -> !given.contains(DRY_RUN);
      case CutoutWords.SECTORS_NAME -> service == CutoutService.TESS && !fetches;
      case CutoutWords.SURVEYS_NAME -> service == CutoutService.ZCUT && !fetches;
      default -> true;
    };
  }

  private CommandResult answered(Arguments arguments, Work work) {
    if (arguments.values().isEmpty()
        && arguments.criteria().isEmpty()
        && !arguments.has(CutoutWords.SECTORS.name())
        && !arguments.has(CutoutWords.SURVEYS.name())) {
      return CommandResult.done(services().part());
    }
    CutoutService service = CutoutWords.service(arguments);
    Optional<Word> list = list(service, arguments);
    SetReferences.in(arguments, work.session());
    List<String> notes = new ArrayList<>();
    CutoutWish wish = words.read(service, arguments, notes);
    requireSense(wish, arguments);
    Path folder = folder(arguments, work);
    if (list.isEmpty()) {
      ArrivingCutouts.requireWritable(folder);
    }
    notes.forEach(note -> work.say("  " + note));
    ArchiveClient asked = archive.client(work.session().settings());
    CutoutPlaces places = CutoutPlaces.of(wish, asked, arguments, work);
    CutoutClient client = asked.cutouts();
    if (list.isPresent()) {
      return new CutoutListing(client, wish, places, paths, work).run(arguments);
    }
    if (arguments.has(DRY_RUN)) {
      return plan(client, wish, places, folder);
    }
    CutoutWords.largeness(wish).ifPresent(work::say);
    return new CutoutFetch(client, wish, places, folder, paths, work).run(arguments);
  }

  private static AnswerTable services() {
    AnswerTable list =
        new AnswerTable()
            .text("service", "the word for cutout")
            .text("cuts", "what comes")
            .text("parameters", "what it takes");
    for (CutoutService one : CutoutService.values()) {
      List<String> names =
          one.parameters().columns().stream().map(field -> field.name() + "=").toList();
      list.row(one.word(), one.meaning(), String.join(" ", names));
    }
    return list;
  }

  private static Optional<Word> list(CutoutService service, Arguments arguments) {
    Word sectors = arguments.options().get(CutoutWords.SECTORS.name());
    Word surveys = arguments.options().get(CutoutWords.SURVEYS.name());
    String line = arguments.command().line();
    if (sectors != null && service != CutoutService.TESS) {
      throw sectors.fault(
          line, "only tess has sectors", "cutout tess … --sectors, or take it away");
    }
    if (surveys != null && service != CutoutService.ZCUT) {
      throw surveys.fault(
          line, "only zcut has surveys", "cutout zcut … --surveys, or take it away");
    }
    Word list = sectors == null ? surveys : sectors;
    for (String fetching : List.of(TO, DRY_RUN)) {
      if (list != null && arguments.has(fetching)) {
        throw list.fault(
            line,
            "a list fetches no files, and --" + fetching + " is about files",
            "take one of the two away");
      }
    }
    return Optional.ofNullable(list);
  }

  private void requireSense(CutoutWish wish, Arguments arguments) {
    Word unmatched = arguments.options().get(Leftovers.OPTION);
    if (unmatched != null && arguments.has(DRY_RUN)) {
      throw unmatched.fault(
          arguments.command().line(),
          "--dry-run asks for no cutouts, so that nobody knows which places have none",
          "take one of the two away");
    }
    boolean list = wish.position().filter(TargetSearch::isMany).isPresent();
    Leftovers.requireSense(arguments, list, true);
    arguments.option(Leftovers.OPTION).map(paths::writable).ifPresent(Leftovers::requireWritable);
  }

  private Path folder(Arguments arguments, Work work) {
    Word to = arguments.options().get(TO);
    if (to == null) {
      String base = work.session().settings().get(Setting.DOWNLOAD_DIR);
      Path place = paths.resolve(base);
      for (String part : USUAL_PLACE) {
        place = place.resolve(part);
      }
      return paths.safe().writable(place);
    }
    if (to.text().isBlank()) {
      throw to.fault(
          arguments.command().line(),
          "--to needs a folder",
          "cutout … --to . takes the one that you are in");
    }
    return paths.writable(to.text());
  }

  private static CommandResult plan(
      CutoutClient client, CutoutWish wish, CutoutPlaces places, Path folder) {
    AnswerTable plan = new AnswerTable();
    if (places.isList()) {
      plan.text(TargetsReply.NAME, "the place of the list");
    }
    plan.text("service", "")
        .text("size", "width and height")
        .text("folder", "where the files would go")
        .text("address", "what the archive would be asked");
    List<CutoutWish.Errand> errands = places.errands(wish);
    for (CutoutWish.Errand errand : errands) {
      List<Object> cells = new ArrayList<>();
      if (places.isList()) {
        cells.add(errand.place());
      }
      cells.add(wish.service().word());
      cells.add(wish.size().text());
      cells.add(folder);
      cells.add(client.address(errand.question()));
      plan.row(cells.toArray());
    }
    boolean one = !places.isList() && errands.size() == 1;
    List<Part> parts = new ArrayList<>(List.of(one ? plan.record() : plan.part()));
    CutoutWords.largeness(wish).ifPresent(note -> parts.add(new Part.Talk(note)));
    parts.addAll(places.notFoundParts());
    parts.add(new Part.Talk("  the same without --dry-run fetches them"));
    return places.areAllAnswered()
        ? CommandResult.done(parts)
        : CommandResult.ended(ExitCode.ARCHIVE, parts);
  }
}
