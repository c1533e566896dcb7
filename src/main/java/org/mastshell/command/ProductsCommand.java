package org.mastshell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.archive.KeptProducts;
import org.mastshell.archive.ProductLimit;
import org.mastshell.archive.ProductsReply;
import org.mastshell.archive.TooManyProductsException;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.Criterion;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.RowSelections;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.store.StoreException;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/** Lists the products of observations. */
public final class ProductsCommand implements ShellCommand {
  private static final String INCLUDE = "include";
  private final ArchiveAccess archive;
  private final CriteriaReader criteriaReader;
  private final KnownWords known;
  private final ProductCache cache;

  /**
   * @param archive whom to ask
   * @param cache lists that were kept
   * @param criteriaReader understands criteria
   * @param known values, for finding mistyped ones
   */
  public ProductsCommand(
      ArchiveAccess archive, ProductCache cache, CriteriaReader criteriaReader, KnownWords known) {
    this.archive = archive;
    this.cache = cache;
    this.criteriaReader = criteriaReader;
    this.known = known;
  }

  @Override
  public CommandInfo info() {
    List<OptionSpec> options = new ArrayList<>(ProductFilter.OPTIONS);
    options.add(
        OptionSpec.valued(
            INCLUDE, "planned,ffi", "also ask for observations without data, or full-frame sets"));
    options.add(
        OptionSpec.flag("refresh", "ask for all observations, and renew their lists in the cache"));
    options.add(OptionSpec.flag("partial", "keep what came when some observations gave no answer"));
    return new CommandInfo(
        "products",
        List.of(),
        Groups.FIND,
        "list the products of the current observations",
        "[ROWS] [CRITERION…] [--include planned,ffi] [--refresh] [--partial]",
        """
        Asks the archive for the files of each observation of the current set, a few observations at a \
        time, and makes them the current set. ROWS names observations by their number in show. On a \
        set of products it starts again from their observations.

        Criteria are judged as the rows arrive, so that a long list need not be kept whole; with them, \
        guide-star files and previews are left out as filter does. What was left out is counted. The same file is listed once for each observation that uses it: unique \
        keeps one of each.

        Planned observations (level -1) have no files, and a TESS full-frame set has very many: both \
        are passed over unless --include names them.

        Whole lists are kept on disk, for each archive, observation and login, and taken from there \
        for products_age days (2) instead of asking: the answer says from when they are. --refresh \
        asks anew. Where there is no answer, older lists stand in, and that is said.\
        """,
        new ArgumentSpec(true, true, false, options),
        List.of(
            new Example(
                "search mission=JWST program=1073 instrument=NIRCAM filters=F277W",
                "first find observations"),
            new Example("products", "every file of every observation"),
            new Example("products --refresh", "the same, as the archive lists it today"),
            new Example(
                "products 1-3 suffix=uncal,asn",
                "of three observations, only these kinds of file")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    Criteria criteria = criteriaReader.readForRows(arguments, SetKind.PRODUCTS);
    ProductFilter filter = ProductFilter.of(arguments, criteria, work.session().settings());
    WorkingSet observations = work.session().requireOwners();
    Included included = Included.of(arguments);
    refuseOfObservations(arguments, observations);
    if (observations.kind() == SetKind.KEYWORDS) {
      return ofKeywords(arguments, criteria, filter, observations, work);
    }
    if (observations.kind() == SetKind.DATASETS) {
      return ofDatasets(arguments, criteria, filter, observations, work);
    }
    Table asked = chosen(arguments, observations.table());
    Table withData = included.keep(asked);
    criteria.notes().forEach(note -> work.say("  " + note));
    included.passedOver(asked).forEach(work::say);

    List<String> obsids = Observations.distinct(withData);
    KeptProducts kept = kept(arguments, work);
    boolean keepsForLater = kept.isOn() && !arguments.has("refresh");
    ProductsReply reply = fetch(work, obsids, filter.wanted(), kept, keepsForLater);
    requireComplete(arguments, obsids.size(), reply.unanswered(), reply.trouble(), observations);
    long others = reply.received() - reply.products().size();
    ProductFilter.Outcome outcome =
        ProductFilter.asked(arguments, criteria)
            ? filter.thin(reply.products(), others)
            : new ProductFilter.Outcome(reply.products(), "");
    Arguments settled =
        ProductFilter.settled(arguments, criteria, work.session().settings(), info().arguments());
    WorkingSet set = kept(outcome.kept(), settled, observations, work);
    List<Part> parts = summary(set, obsids.size(), reply, outcome);
    if (kept.isOn()) {
      cache.note(kept.trouble()).ifPresent(note -> parts.add(new Part.Talk(note)));
    }
    if (obsids.isEmpty()) {
      return CommandResult.done(parts);
    }
    return doubting(parts, criteria, reply.products());
  }

  // Lists of other files are not kept, so that --refresh asks for nothing that is not done.
  private static void refuseOfObservations(Arguments arguments, WorkingSet owners) {
    if (owners.kind() != SetKind.OBSERVATIONS && arguments.has(INCLUDE)) {
      throw arguments
          .options()
          .get(INCLUDE)
          .fault(
              arguments.command().line(),
              "--include is for observations, and these are " + owners.kind().plural(),
              "take it away: all files of " + owners.kind().plural() + " are listed");
    }
  }

  // Each row is a file already: nothing is asked.
  private CommandResult ofKeywords(
      Arguments arguments, Criteria criteria, ProductFilter filter, WorkingSet rows, Work work) {
    criteria.notes().forEach(note -> work.say("  " + note));
    Table files = KeywordProducts.of(chosen(arguments, rows.table()));
    requireColumns(arguments, criteria, files);
    Table matching = files.where(filter.wanted());
    return listed(
        arguments, criteria, filter, rows, new Found(matching, files.size(), "", List.of()), work);
  }

  private CommandResult ofDatasets(
      Arguments arguments,
      Criteria criteria,
      ProductFilter filter,
      WorkingSet datasets,
      Work work) {
    criteria.notes().forEach(note -> work.say("  " + note));
    DatasetProducts.Listed listed =
        new DatasetProducts(archive.client(work.session().settings()), work)
            .list(chosen(arguments, datasets.table()), filter.wanted());
    requireComplete(arguments, listed.datasets(), listed.unanswered(), listed.trouble(), datasets);
    if (listed.received() > 0) {
      requireColumns(arguments, criteria, listed.products());
    }
    int answered = listed.datasets() - listed.unanswered().size();
    String origin = " of " + Counts.text(answered) + " " + SetKind.DATASETS.word(answered);
    List<Part> remarks =
        listed.unanswered().isEmpty()
            ? List.of()
            : List.of(noAnswer(listed.unanswered().size(), listed.trouble(), SetKind.DATASETS));
    Found found = new Found(listed.products(), listed.received(), origin, remarks);
    return listed(arguments, criteria, filter, datasets, found, work);
  }

  /**
   * Files that meet the criteria.
   *
   * @param received how many there were before
   * @param origin whose they are, in a few words; may be empty
   * @param remarks what else is to be said
   */
  private record Found(Table matching, long received, String origin, List<Part> remarks) {}

  private CommandResult listed(
      Arguments arguments,
      Criteria criteria,
      ProductFilter filter,
      WorkingSet owners,
      Found found,
      Work work) {
    Table matching = found.matching();
    ProductFilter.Outcome outcome =
        ProductFilter.asked(arguments, criteria)
            ? filter.thin(matching, found.received() - matching.size())
            : new ProductFilter.Outcome(matching, "");
    Arguments settled =
        ProductFilter.settled(arguments, criteria, work.session().settings(), info().arguments());
    WorkingSet set = kept(outcome.kept(), settled, owners, work);
    List<Part> parts =
        new ArrayList<>(
            new ProductSummary(set).parts(ProductSummary.sizeOf(set.table(), found.origin())));
    parts.addAll(leftOut(outcome));
    parts.addAll(found.remarks());
    return doubting(parts, criteria, matching);
  }

  private static WorkingSet kept(
      Table products, Arguments arguments, WorkingSet owners, Work work) {
    SetReferences named = SetReferences.beside(owners, arguments, work.session());
    return work.session().addProducts(products, named.text(), owners, named.parents());
  }

  private CommandResult doubting(List<Part> parts, Criteria criteria, Table matching) {
    MistypedValues mistyped = known.mistyped(criteria);
    List<String> doubts =
        matching.isEmpty() ? mistyped.questions(criteria) : mistyped.unmatched(criteria, matching);
    doubts.forEach(line -> parts.add(new Part.Talk(line)));
    return CommandResult.done(parts).orRather(mistyped.correction(criteria, matching, matching));
  }

  // Rows without the column would be judged as if they did not fit.
  private static void requireColumns(Arguments arguments, Criteria criteria, Table files) {
    for (Criterion criterion : criteria.all()) {
      String column = criterion.field().subject().source();
      if (!files.has(column)) {
        throw new SyntaxException(
            "these files are listed without " + criterion.field().name(),
            arguments.command().line(),
            criterion.start(),
            criterion.end(),
            "suffix, name, size, rights and what else show has can be asked for");
      }
    }
  }

  // A disk on which logins cannot be told apart keeps nothing; that is no reason not to list.
  private KeptProducts kept(Arguments arguments, Work work) {
    try {
      return cache.of(work.session().settings(), arguments.has("refresh"));
    } catch (StoreException unwritable) {
      cache.note(Optional.of(unwritable.getMessage())).ifPresent(work::say);
      return KeptProducts.none();
    }
  }

  private ProductsReply fetch(
      Work work, List<String> obsids, Predicate wanted, KeptProducts kept, boolean keepsForLater) {
    long most = work.session().settings().whole(Setting.PRODUCT_LIMIT);
    try (WatchWithQuestions watch = new WatchWithQuestions(work, "listing products")) {
      ProductLimit limit =
          work.console().interactive()
              ? ProductLimit.asking(
                  most,
                  many -> watch.confirm(new ManyProducts(many, obsids.size(), most).question()))
              : ProductLimit.of(most);
      return archive
          .client(work.session().settings())
          .products(obsids, wanted, kept, limit, watch, work.cancellation());
    } catch (TooManyProductsException refused) {
      throw new ManyProducts(refused.many(), obsids.size(), most)
          .refusal(keepsForLater && kept.trouble().isEmpty());
    }
  }

  private static Table chosen(Arguments arguments, Table observations) {
    return arguments
        .rows()
        .map(
            rows ->
                observations.select(
                    RowSelections.resolve(rows, observations.size(), arguments.command().line())))
        .orElse(observations);
  }

  private static void requireComplete(
      Arguments arguments, int asked, List<String> unanswered, String trouble, WorkingSet owners) {
    int missing = unanswered.size();
    if (missing == 0 || arguments.has("partial")) {
      return;
    }
    throw new CommandException(
        ExitCode.ARCHIVE,
        "the archive did not answer for "
            + Counts.text(missing)
            + " of "
            + Counts.text(asked)
            + " "
            + owners.kind().plural()
            + ": "
            + trouble,
        "products asks again · products --partial takes the rest · set timeout 1200 waits longer");
  }

  private static List<Part> summary(
      WorkingSet set, int observations, ProductsReply reply, ProductFilter.Outcome outcome) {
    int answered = observations - reply.unanswered().size();
    String origin = " of " + Counts.text(answered) + " " + SetKind.OBSERVATIONS.word(answered);
    String lead = ProductSummary.sizeOf(set.table(), origin);
    List<Part> parts = new ArrayList<>(new ProductSummary(set).parts(lead));
    parts.addAll(leftOut(outcome));
    if (observations == 0) {
      parts.add(
          new Part.Talk(
              "  no observations to ask for: search for others, or observations to see them"));
    }
    parts.addAll(CachedLists.parts(reply, observations));
    if (!reply.unanswered().isEmpty()) {
      parts.add(noAnswer(reply.unanswered().size(), reply.trouble(), SetKind.OBSERVATIONS));
    }
    return parts;
  }

  private static List<Part> leftOut(ProductFilter.Outcome outcome) {
    List<Part> parts = new ArrayList<>();
    if (!outcome.leftOut().isEmpty()) {
      parts.add(new Part.Talk("  left out: " + outcome.leftOut()));
      if (outcome.kept().isEmpty()) {
        parts.add(
            new Part.Talk("  products alone lists them all, and then facets says what they are"));
      }
    }
    return parts;
  }

  private static Part noAnswer(int missing, String trouble, SetKind kind) {
    return new Part.Talk(
        "  no answer for "
            + Counts.text(missing)
            + " "
            + kind.word(missing)
            + ", whose products are missing here: "
            + trouble);
  }

  /** Which observations are asked for although they promise nothing, or too much. */
  record Included(boolean planned, boolean fullFrames) {

    static Included of(Arguments arguments) {
      Word word = arguments.options().get(INCLUDE);
      if (word == null) {
        return new Included(false, false);
      }
      List<String> kinds = Arrays.asList(word.text().toLowerCase(Locale.ROOT).split(","));
      if (!List.of("planned", "ffi").containsAll(kinds)) {
        throw OptionChoices.fault(
            arguments, INCLUDE, "planned, ffi or planned,ffi", List.of("planned", "ffi"));
      }
      return new Included(kinds.contains("planned"), kinds.contains("ffi"));
    }

    Table keep(Table observations) {
      return observations.where(asked());
    }

    /** The observations that are asked for. */
    Predicate asked() {
      List<Predicate> parts = new ArrayList<>();
      if (!planned) {
        parts.add(Predicate.not(Observations.PLANNED));
      }
      if (!fullFrames) {
        parts.add(Predicate.not(Observations.FULL_FRAME_SETS));
      }
      return Predicate.all(parts);
    }

    List<String> passedOver(Table observations) {
      List<String> lines = new ArrayList<>();
      int without = planned ? 0 : observations.where(Observations.PLANNED).size();
      if (without > 0) {
        lines.add(
            "  passed over: "
                + Counts.text(without)
                + " planned, without data (--include planned)");
      }
      int frames = fullFrames ? 0 : observations.where(Observations.FULL_FRAME_SETS).size();
      if (frames > 0) {
        lines.add(
            "  passed over: " + Counts.text(frames) + " full-frame image sets (--include ffi)");
      }
      return lines;
    }
  }
}
