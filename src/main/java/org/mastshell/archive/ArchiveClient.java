package org.mastshell.archive;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.FormBody;
import okhttp3.Request;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.table.ValueCounts.ValueCount;
import org.mastshell.vocabulary.ServiceTable;

/**
 * The services of the MAST archive. Making a client costs nothing: the network is touched, and the
 * HTTP library loaded, with the first question. Safe for use by several threads.
 *
 * <p>Every call throws {@link ArchiveException} when there is no usable answer after the tries that
 * the options allow, and {@link CancelledException} as soon as it is called off.
 */
public final class ArchiveClient implements AutoCloseable {
  static final String USER_AGENT = "MastShell";

  private final ClientOptions options;
  private final Transport transport;
  private final Transport resolver;
  private final Transport catalogs;
  private final Retries retries;
  private final Asking asking;
  private final Pauses pauses;
  private final Mashup mashup;
  private final ObservationSearch observations;
  private final ListSearch lists;
  private final BucketConnection bucket;

  /**
   * @param options how the archive is asked
   * @param tokens asked for the token when a file or the account is; questions are anonymous
   */
  public ArchiveClient(ClientOptions options, TokenSource tokens) {
    this(options, tokens, Pauses.standard());
  }

  ArchiveClient(ClientOptions options, TokenSource tokens, Pauses pauses) {
    this(options, tokens, pauses, Transport.HANDSHAKE);
  }

  ArchiveClient(ClientOptions options, TokenSource tokens, Pauses pauses, Duration handshake) {
    this.options = options;
    this.pauses = pauses;
    this.transport = new Transport(options, tokens, handshake);
    // Names are no secret, but the token is: the resolver is never given it.
    this.resolver =
        new Transport(
            options.with(NameSearch.address(options.server())), TokenSource.none(), handshake);
    this.catalogs =
        new Transport(
            options.with(PanstarrsCatalog.address(options.server())),
            TokenSource.none(),
            handshake);
    this.retries = new Retries(options.retries(), pauses);
    this.asking = asking(transport);
    this.mashup = new Mashup(transport, retries, options.timeout());
    this.observations = new ObservationSearch(mashup, transport.host());
    this.lists = new ListSearch(observations, options);
    this.bucket = new BucketConnection(options, handshake);
  }

  private Asking asking(Transport other) {
    return new Asking(other, retries, options.timeout());
  }

  /** How the archive is asked. */
  public ClientOptions options() {
    return options;
  }

  /**
   * How a query would be put to the archive. Asks nothing.
   *
   * @param criteria what must hold, in the archive's column names
   * @param hasRegion whether a circle on the sky goes with it; the plan does not list the circle
   */
  public QueryPlan plan(Predicate criteria, boolean hasRegion) {
    QueryPlan plan = QueryPlanner.plan(criteria, hasRegion).plan();
    return lists.plan(plan, criteria, hasRegion);
  }

  /**
   * The questions that a query is put in, for a program that asks them by itself: it has to judge
   * the criteria on what comes, and to drop what comes twice. Asks nothing.
   */
  public List<ArchiveRequest> requests(ObservationQuery query) {
    return lists.requests(query);
  }

  /**
   * How many observations the archive has for what it can be asked. That is the number that {@link
   * #observations} gives only where the plan leaves nothing to be judged here and takes one
   * request; otherwise there may be fewer.
   */
  public long count(ObservationQuery query, Cancellation cancellation) {
    return count(query, Progress.none(), cancellation);
  }

  /**
   * The same.
   *
   * @param progress is told the values of a long list that are done
   */
  public long count(ObservationQuery query, Progress progress, Cancellation cancellation) {
    return lists.count(query, progress, cancellation);
  }

  /**
   * The observations that meet the criteria, each once. Every page is fetched; what the archive
   * cannot judge, or only roughly, is judged here.
   *
   * @param progress is told the rows received
   */
  public Table observations(ObservationQuery query, Progress progress, Cancellation cancellation) {
    return observations(query, Integer.MAX_VALUE, progress, cancellation);
  }

  /**
   * The first observations that meet the criteria, judged here where the archive cannot.
   *
   * @param limit no more than so many; no more pages are asked for than that takes
   */
  public Table observations(
      ObservationQuery query, int limit, Progress progress, Cancellation cancellation) {
    return search(query, limit, progress, cancellation).complete();
  }

  /**
   * The same where a part will do: a list of more values than one request takes is asked for in
   * batches, and those that are answered stay where others are not.
   *
   * @param progress is told the rows received, or the values done
   */
  public ObservationsReply search(
      ObservationQuery query, int limit, Progress progress, Cancellation cancellation) {
    return lists.find(query, limit, progress, cancellation);
  }

  /**
   * The products of observations, in the order of the observations.
   *
   * @param obsids the archive's numbers of the observations; one that comes twice is asked for once
   * @param criteria what a product must meet to be kept, judged as the rows arrive
   * @param progress is told the observations done; from one thread at a time
   * @throws ArchiveException also where not one observation was answered
   */
  public ProductsReply products(
      List<String> obsids, Predicate criteria, Progress progress, Cancellation cancellation) {
    return products(
        obsids, criteria, KeptProducts.none(), ProductLimit.none(), progress, cancellation);
  }

  /**
   * The same, with lists that were kept in place of answers of the archive; what it answers is kept
   * in turn. Older lists than wanted stand in for answers that do not come.
   *
   * @throws TooManyProductsException as soon as it can be told that there are more than the limit;
   *     lists that came before are kept
   */
  public ProductsReply products(
      List<String> obsids,
      Predicate criteria,
      KeptProducts kept,
      ProductLimit limit,
      Progress progress,
      Cancellation cancellation) {
    Set<String> distinct = new LinkedHashSet<>();
    for (String obsid : obsids) {
      String number = obsid.strip();
      if (!number.matches("\\d{1,19}")) {
        throw new ArchiveException(
            ArchiveException.Kind.QUESTION,
            "products are listed by obsid, a number, and '%s' is none"
                .formatted(ServerMessage.clean(obsid)),
            "`search obs_id=%s` finds the observation of that name"
                .formatted(ServerMessage.clean(obsid)));
      }
      distinct.add(number);
    }
    return new ProductSearch(mashup, options, distinct, criteria, kept, limit, progress)
        .run(cancellation);
  }

  /** The positions that the archive's resolver knows for a name; none if it knows none. */
  public List<ResolvedName> resolve(String name, Cancellation cancellation) {
    return NameReplies.names(mashup.tree(NameReplies.question(name), cancellation));
  }

  /**
   * The positions that the archive's resolver knows for names.
   *
   * @param names each once
   * @param chosen the catalogue to be asked; the resolver's own choice where none is
   * @param all whether every catalogue's position is wanted, not the first one's alone
   * @param progress is told the names done; from one thread at a time
   * @throws ArchiveException also where there was no answer for any name
   */
  public NamesReply resolve(
      List<String> names,
      Optional<Resolver> chosen,
      boolean all,
      Progress progress,
      Cancellation cancellation) {
    return new NameSearch(
            mashup, asking(resolver), options.parallel(), names, chosen, all, progress)
        .run(cancellation);
  }

  /**
   * The observations near targets, by the archive's cross-match. It takes no criteria, so that all
   * of them are judged here.
   *
   * @param most no more is asked for once so many rows are there
   * @param progress is told the targets done; from one thread at a time
   * @throws ArchiveException also where there was no answer for any target
   */
  public TargetsReply near(
      TargetQuery query, int most, Progress progress, Cancellation cancellation) {
    MatchedService service = new MatchedObservations(transport.host(), query.radius());
    return new Crossmatch(mashup, options, service, query, most, progress).run(cancellation);
  }

  /**
   * The sources of a catalogue near targets, by the archive's cross-match, in the place of
   * observations.
   *
   * @param catalog one that {@link #matches}
   * @param columns those to keep, beside those of the match; empty for all
   * @param most no more is asked for once so many rows are there
   * @param progress is told the targets done; from one thread at a time
   */
  public TargetsReply near(
      ServiceTable catalog,
      List<String> columns,
      TargetQuery query,
      int most,
      Progress progress,
      Cancellation cancellation) {
    CatalogService asked = CatalogService.of(catalog.name()).orElseThrow();
    MatchedService service =
        new MatchedSources(asked.match().orElseThrow(), catalog, transport.host(), query.radius());
    TargetsReply reply;
    try {
      reply = new Crossmatch(mashup, options, service, query, most, progress).run(cancellation);
    } catch (ArchiveException refusal) {
      throw refusal.kind() == ArchiveException.Kind.QUESTION && asked.instead().isPresent()
          ? new ArchiveException(
              refusal.kind(),
              refusal.getMessage(),
              "the archive may not match with %s: ask for %s instead"
                  .formatted(catalog.name(), asked.instead().get()),
              refusal)
          : refusal;
    }
    CatalogPlaces places = new CatalogPlaces(catalog);
    return reply.with(places.ordered(places.thinned(reply.observations(), columns)));
  }

  /** Whether the archive matches positions with a catalogue. */
  public static boolean matches(ServiceTable catalog) {
    return CatalogService.of(catalog.name()).flatMap(CatalogService::match).isPresent();
  }

  /** Whether a catalogue can be asked for what lies around a position. */
  public static boolean isAskedAround(ServiceTable catalog) {
    return CatalogService.of(catalog.name())
        .map(CatalogService::around)
        .map(Optional::isPresent)
        .orElse(true);
  }

  /** The values that columns of observations take, with counts, the most frequent first. */
  public Map<String, List<ValueCount>> facets(Cancellation cancellation) {
    Question question =
        new Question("Mast.Caom.All", Map.of(), "extjs", Question.PAGE_SIZE, Map.of());
    return Facets.of(mashup.tree(question, cancellation));
  }

  /** How the archive describes the columns of observations. */
  public Map<String, ColumnConfig> columnsConfig(Cancellation cancellation) {
    Request request =
        asking
            .request(asking.url("/portal/Mashup/Mashup.asmx/columnsconfig"))
            .post(new FormBody.Builder().add("colConfigId", "Mast.Caom.Cone").build())
            .build();
    return asking.answer(
        request, cancellation, response -> NameReplies.columns(asking.tree(response)));
  }

  /** Who the archive takes us for. A token that it does not know makes nobody of us, no error. */
  public Account account(Cancellation cancellation) {
    return asking.answer(
        asking.json(asking.url("/whoami")).build(),
        Transport.Manner.PERSONAL,
        cancellation,
        response -> NameReplies.account(asking.host(), asking.tree(response)));
  }

  /** The searches that missions have of their own. */
  public MissionClient missions() {
    return new MissionClient(asking, options);
  }

  /** The services that cut small pieces out of large images. */
  public CutoutClient cutouts() {
    return new CutoutClient(asking);
  }

  /**
   * The rows that a service of the query interface gives, whichever it is.
   *
   * @param service its name
   * @param parameters what it is given: maps, lists, numbers, truth values and text
   * @param limit no more than so many; no more pages are asked for than that takes
   * @param progress is told the rows received
   */
  public Table service(
      String service,
      Map<String, Object> parameters,
      int limit,
      Progress progress,
      Cancellation cancellation) {
    TableBuilder rows = new TableBuilder();
    Question question = Question.json(service, parameters);
    mashup.rows(
        limit == Integer.MAX_VALUE ? question : question.forFirst(limit),
        page -> {
          rows.addAll(page.rows());
          progress.update(
              new Progress.Step(page.received(), Math.max(0, page.total()), "rows", ""));
          return rows.size() < limit;
        },
        cancellation);
    return rows.build().first(limit);
  }

  /** A search of the keywords of an instrument. Asks nothing by itself. */
  public KeywordSearch keywords(KeywordQuery query) {
    return new KeywordSearch(mashup, transport.host(), query);
  }

  /**
   * A search of a catalogue. Asks nothing by itself.
   *
   * @throws IllegalArgumentException if the archive is not asked for such a catalogue
   */
  public CatalogSearch catalog(CatalogQuery query) {
    if (query.table().name().equals(PanstarrsCatalog.NAME)) {
      return new PanstarrsCatalog(asking(catalogs), query);
    }
    CatalogService service =
        CatalogService.of(query.table().name())
            .orElseThrow(() -> new IllegalArgumentException(query.table().name()));
    return new ServedCatalog(mashup, transport.host(), query, service);
  }

  /** The archive's files. */
  public FileSource files() {
    return HttpFileSource.ofArchive(transport, options);
  }

  /**
   * The whole of a small file, tried again where that may help; exclusive ones take the token too.
   *
   * @param dataUri which one, as the archive lists it
   * @param most bytes; a larger one is refused
   * @param progress is told the bytes received
   */
  public byte[] smallFile(String dataUri, int most, Progress progress, Cancellation cancellation) {
    return new SmallFile(
            HttpFileSource.ofArchive(transport, options), transport.host(), most, progress)
        .fetch(dataUri, retries, Deadline.in(options.timeout()), cancellation);
  }

  /** Where the download service has a file, encoded; exclusive ones take the token too. */
  public String fileAddress(String dataUri) {
    return HttpFileSource.address(transport, dataUri).toString();
  }

  /**
   * Where files lie in the archive's public bucket. That it cannot be told is no error here: the
   * answer says so, and the archive itself has all of them.
   *
   * @param dataUris of public files: of others not even the names are told to a bucket; those of
   *     missions' searches ({@link MissionUri}) are not asked for
   * @param progress is told the requests done; from the calling thread
   */
  public CloudPaths cloudPaths(
      Collection<String> dataUris, Progress progress, Cancellation cancellation) {
    Retries few = new Retries(Math.min(1, options.retries()), pauses);
    return new PathLookup(
            new Asking(transport, few, options.timeout()), options.parallel(), progress)
        .run(dataUris, cancellation);
  }

  /**
   * The archive's files, from its public bucket where that has them and gives them. Neither the
   * token nor the name of a file without a path in it is ever sent there.
   *
   * @param endpoint where the bucket is, its path included
   * @param tellMissing whether it is remarked on files that it does not have
   */
  public FileSource files(URI endpoint, CloudPaths paths, boolean tellMissing) {
    return files(endpoint, paths, tellMissing, InstantSource.system());
  }

  FileSource files(URI endpoint, CloudPaths paths, boolean tellMissing, InstantSource clock) {
    FileSource inBucket = Bucket.files(bucket.to(endpoint), endpoint, options, paths);
    return new CloudFileSource(inBucket, files(), paths, tellMissing, clock);
  }

  /**
   * The archive's own shell script that downloads these files. Asked for without the token, so that
   * it cannot hold it.
   */
  public String bundleScript(List<String> dataUris, Cancellation cancellation) {
    if (dataUris.isEmpty()) {
      throw new IllegalArgumentException("a script for no file");
    }
    FormBody.Builder form = new FormBody.Builder();
    dataUris.forEach(uri -> form.add("uri", uri));
    Request request =
        asking.request(asking.url("/api/v0.1/Download/bundle.sh")).post(form.build()).build();
    return asking.answer(
        request,
        cancellation,
        response -> {
          new Statuses(asking.host()).check(response);
          String script = SmallReplies.text(response);
          if (!script.startsWith("#!")) {
            throw NetworkTrouble.fault(asking.host(), "no shell script came in answer", null);
          }
          return script;
        });
  }

  /** Lets go of the connections. The client may be used again, and then makes new ones. */
  @Override
  public void close() {
    transport.close();
    resolver.close();
    catalogs.close();
    bucket.close();
  }
}
