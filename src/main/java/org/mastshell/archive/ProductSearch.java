package org.mastshell.archive;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.mastshell.store.PackedTable;
import org.mastshell.store.ProductList;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * Lists the products of observations by {@code Mast.Caom.Products}, save those whose lists were
 * kept.
 */
final class ProductSearch {
  private static final int FIRST = 4;
  private static final int LARGEST = 200;
  private static final int SAMPLE = 20;

  private final Mashup mashup;
  private final ClientOptions options;
  private final Predicate criteria;
  private final List<String> obsids;
  private final KeptProducts kept;
  private final ProductLimit limit;
  private final Progress progress;
  private final ProductRows rows;
  private final NeededColumns needed;
  private final List<String> missing = new ArrayList<>();
  private final BitSet taken = new BitSet();
  private final BitSet answered = new BitSet();
  private final AtomicInteger requests = new AtomicInteger();
  private final Stock young = new Stock();
  private final Stock outdated = new Stock();
  private ArchiveException failure;
  private int done;
  private long received;
  private long fitting;
  private boolean mayBeLong;
  private Optional<Double> rowsOfOthers = Optional.empty();
  private boolean sampled;

  ProductSearch(
      Mashup mashup,
      ClientOptions options,
      Set<String> obsids,
      Predicate criteria,
      KeptProducts kept,
      ProductLimit limit,
      Progress progress) {
    this.mashup = mashup;
    this.options = options;
    this.criteria = criteria;
    this.obsids = List.copyOf(obsids);
    this.kept = kept;
    this.limit = limit;
    this.progress = progress;
    this.rows = new ProductRows(this.obsids);
    this.needed =
        new NeededColumns(
            options.server().getHost(), List.of("dataURI", "productFilename"), criteria);
  }

  /**
   * What came for a batch.
   *
   * @param wanted the rows that meet the criteria
   * @param lists every row, to be kept
   */
  private record Fetched(Table wanted, ObservationLists lists) {}

  /**
   * Finds or asks for everything. When called off, and on trouble that ends the work where no list
   * was kept, there is no reply; the whole lists that came before are kept nevertheless.
   *
   * @throws TooManyProductsException as soon as that can be told
   */
  ProductsReply run(Cancellation cancellation) {
    for (String obsid : obsids) {
      cancellation.check();
      if (young.take(obsid, kept.young(obsid))) {
        advance(1, 0);
        requireShort();
      } else {
        missing.add(obsid);
      }
    }
    requireShort(cancellation);
    Batches.Ending<String> ending = ask(cancellation);
    List<String> unanswered = new ArrayList<>();
    for (String obsid : ending.unanswered().values()) {
      if (!outdated.take(obsid, kept.atAnyAge(obsid))) {
        unanswered.add(obsid);
      }
    }
    if (failure != null && young.span.isEmpty() && outdated.span.isEmpty()) {
      throw failure;
    }
    return new ProductsReply(
        rows.table(),
        received,
        ending.requests(),
        unanswered,
        ending.reason(),
        young.span,
        outdated.span);
  }

  /** Rows that need no answer of the archive. */
  private final class Stock {
    private Optional<KeptSpan> span = Optional.empty();

    /** Takes the rows of an observation; whether they were here, and whole. */
    boolean take(String obsid, Optional<ProductList> list) {
      if (list.isEmpty()) {
        return false;
      }
      TableBuilder wanted = new TableBuilder();
      long all = 0;
      try {
        for (PackedTable part : list.get().parts()) {
          Table unpacked = part.unpacked();
          if (!needed.areIn(unpacked)) {
            return false;
          }
          all += unpacked.size();
          wanted.addAll(unpacked.where(criteria));
        }
      } catch (IllegalArgumentException damaged) {
        return false;
      }
      Table fit = wanted.build();
      rows.addKept(obsid, fit);
      fitting += fit.size();
      KeptSpan one = KeptSpan.of(list.get().asked());
      span = Optional.of(span.map(one::and).orElse(one));
      received += all;
      return true;
    }
  }

  private Batches.Ending<String> ask(Cancellation cancellation) {
    BatchSize size = new BatchSize(options.batchSize(), FIRST, LARGEST);
    try {
      return new Batches<>(
              missing, size, this::ask, (batch, answer) -> take(batch, answer, cancellation))
          .run(Math.max(1, options.parallel()), cancellation);
    } catch (ArchiveException trouble) {
      return withoutAnswer(trouble);
    } finally {
      kept.finish();
    }
  }

  // What is kept may do without the archive, but not in place of a question that it refuses.
  private Batches.Ending<String> withoutAnswer(ArchiveException trouble) {
    if (trouble.kind() == ArchiveException.Kind.QUESTION
        || trouble.kind() == ArchiveException.Kind.LOGIN) {
      throw trouble;
    }
    failure = trouble;
    Map<Integer, String> unanswered = new TreeMap<>();
    for (int place = 0; place < missing.size(); place++) {
      if (!answered.get(place)) {
        unanswered.put(place, missing.get(place));
      }
      if (!taken.get(place)) {
        rows.add(place, List.of(missing.get(place)), Table.empty());
      }
    }
    return new Batches.Ending<>(unanswered, requests.get(), Optional.of(trouble));
  }

  private Batches.Answer<Fetched> ask(Batches.Batch<String> batch, Cancellation cancellation) {
    requests.incrementAndGet();
    TableBuilder wanted = new TableBuilder();
    ObservationLists lists = new ObservationLists(batch.things(), kept.now());
    Question question =
        Question.json("Mast.Caom.Products", Map.of("obsid", String.join(",", batch.things())));
    long sent =
        mashup.rows(
            question,
            page -> {
              Table sound = needed.of(page.rows());
              if (kept.isOn()) {
                lists.add(page);
              }
              wanted.addAll(sound.where(criteria));
              return true;
            },
            cancellation);
    return new Batches.Answer<>(new Fetched(wanted.build(), lists), sent);
  }

  private boolean take(
      Batches.Batch<String> batch,
      Optional<Batches.Answer<Fetched>> answer,
      Cancellation cancellation) {
    Table wanted = answer.map(one -> one.content().wanted()).orElse(Table.empty());
    rows.add(batch.first(), batch.things(), wanted);
    fitting += wanted.size();
    int end = batch.first() + batch.things().size();
    taken.set(batch.first(), end);
    answered.set(batch.first(), end, answer.isPresent());
    answer.ifPresent(one -> keep(one.content().lists()));
    advance(
        answer.isPresent() ? batch.things().size() : 0,
        answer.map(Batches.Answer::rows).orElse(0L));
    requireShort(cancellation);
    return true;
  }

  private void keep(ObservationLists lists) {
    lists.lists().forEach((obsid, list) -> kept.keep(obsid, list, lists.isPublic(obsid)));
  }

  private void advance(int observations, long more) {
    received += more;
    done += observations;
    progress.update(
        new Progress.Step(
            done, obsids.size(), "observations", String.format(Locale.ROOT, "%,d rows", received)));
  }

  /** Goes on only with as many rows as there may be, or if somebody says so. */
  private void requireShort(Cancellation cancellation) {
    boolean passed = limit.isPassed(fitting);
    if (mayBeLong || (!passed && !limit.isInDoubt(fitting, done, obsids.size()))) {
      return;
    }
    ManyRows many = expected(cancellation);
    if (!passed && !limit.isPassed(many.rows())) {
      return;
    }
    decide(many);
  }

  /** The same while lists are taken that were kept: of others nothing is known yet. */
  private void requireShort() {
    if (!mayBeLong && limit.isPassed(fitting)) {
      boolean all = done == obsids.size();
      decide(new ManyRows(fitting, all ? ManyRows.Known.EXACTLY : ManyRows.Known.AT_LEAST));
    }
  }

  private void decide(ManyRows many) {
    if (limit.decision().filter(one -> one.goesOn(many)).isEmpty()) {
      throw new TooManyProductsException(many);
    }
    mayBeLong = true;
  }

  private ManyRows expected(Cancellation cancellation) {
    int left = obsids.size() - done;
    if (left == 0) {
      return new ManyRows(fitting, ManyRows.Known.EXACTLY);
    }
    if (!sampled) {
      sampled = true;
      rowsOfOthers = sample(cancellation);
    }
    return rowsOfOthers
        .map(each -> new ManyRows(fitting + Math.round(each * left), ManyRows.Known.ABOUT))
        .orElseGet(() -> new ManyRows(fitting, ManyRows.Known.AT_LEAST));
  }

  // Those that have come are the first ones, and need not be like the others.
  private Optional<Double> sample(Cancellation cancellation) {
    List<String> others = new ArrayList<>();
    for (int place = taken.nextClearBit(0);
        place < missing.size();
        place = taken.nextClearBit(place + 1)) {
      others.add(missing.get(place));
    }
    int size = Math.min(SAMPLE, others.size());
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      chosen.add(others.get((int) ((2L * i + 1) * others.size() / (2L * size))));
    }
    long rowsThere = 0;
    try {
      for (int from = 0; from < size; from += FIRST) {
        List<String> some = chosen.subList(from, Math.min(size, from + FIRST));
        Fetched there = ask(new Batches.Batch<>(from, some), cancellation).content();
        keep(there.lists());
        rowsThere += there.wanted().size();
      }
    } catch (ArchiveException noAnswer) {
      return Optional.empty();
    }
    return size == 0 ? Optional.empty() : Optional.of((double) rowsThere / size);
  }
}
