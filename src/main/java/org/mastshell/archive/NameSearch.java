package org.mastshell.archive;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Resolves many names: by the archive's resolver itself, which takes thirty at once; where that
 * does not answer, one by one by the query service, which asks the same resolver.
 */
final class NameSearch {
  private static final int MOST_A_REQUEST = 30;
  private static final int LONGEST_ADDRESS = 6000;
  // A resolver that keeps silent is not waited for as long as an answer: there is another way.
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final String ARCHIVE_DOMAIN = ".stsci.edu";
  private static final URI PUBLIC_RESOLVER = URI.create("https://mastresolver.stsci.edu");
  // For names of the archive's own catalogues it asks only these, unless it is to ask all.
  private static final Pattern CATALOGUED =
      Pattern.compile("(TIC|KIC|EPIC)\\s.*", Pattern.CASE_INSENSITIVE);

  private final Mashup mashup;
  private final Asking resolver;
  private final int atOnce;
  private final Optional<Resolver> chosen;
  private final boolean all;
  private final Progress progress;
  private final List<String> names;
  private final Map<String, List<ResolvedName>> found = new LinkedHashMap<>();
  private volatile boolean oneByOne;
  private int done;

  /**
   * @param resolver asks the resolver ({@link #address})
   * @param atOnce how many requests may run at once
   * @param names each once
   * @param chosen which catalogue is to be asked; the resolver's own choice where none is
   * @param all whether every catalogue's position is wanted, not the first one's alone
   */
  NameSearch(
      Mashup mashup,
      Asking resolver,
      int atOnce,
      List<String> names,
      Optional<Resolver> chosen,
      boolean all,
      Progress progress) {
    this.mashup = mashup;
    this.resolver = resolver.within(LONGEST_WAIT);
    this.atOnce = atOnce;
    this.names = names;
    this.chosen = chosen;
    this.all = all;
    this.progress = progress;
  }

  /** Where the resolver of an archive is: the public one has a host of its own. */
  static URI address(URI server) {
    String host = String.valueOf(server.getHost()).toLowerCase(Locale.ROOT);
    return host.endsWith(ARCHIVE_DOMAIN) ? PUBLIC_RESOLVER : server;
  }

  /** What became of a batch: a name that has no entry was not answered. */
  private record Resolved(Map<String, List<ResolvedName>> names) {}

  NamesReply run(Cancellation cancellation) {
    BatchSize size = new BatchSize(MOST_A_REQUEST, MOST_A_REQUEST, MOST_A_REQUEST);
    Batches.Ending<String> ending =
        new Batches<>(names, size, this::ask, this::take)
            .keepingRest()
            .run(Math.max(1, atOnce), cancellation);
    Map<String, List<ResolvedName>> known = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      List<ResolvedName> places = found.get(name);
      if (places != null && places.isEmpty()) {
        unknown.add(name);
      } else if (places != null) {
        known.put(name, places);
      }
    }
    return new NamesReply(
        known, unknown, List.copyOf(ending.unanswered().values()), ending.reason());
  }

  private boolean take(Batches.Batch<String> batch, Optional<Batches.Answer<Resolved>> answer) {
    answer.ifPresent(came -> found.putAll(came.content().names()));
    done += batch.things().size();
    progress.update(new Progress.Step(done, names.size(), "names", ""));
    return true;
  }

  private Batches.Answer<Resolved> ask(Batches.Batch<String> batch, Cancellation cancellation) {
    Map<String, List<ResolvedName>> answers = new LinkedHashMap<>();
    Optional<Map<String, List<ResolvedName>>> together =
        oneByOne ? Optional.empty() : together(batch.things(), cancellation);
    Map<String, List<ResolvedName>> places = together.orElse(Map.of());
    boolean doubtful = together.isEmpty() || hasOthers(places, batch.things());
    for (String name : batch.things()) {
      List<ResolvedName> own = places.getOrDefault(NameReplies.key(name), List.of());
      answers.put(name, wanted(own.isEmpty() && doubtful ? alone(name, cancellation) : own));
    }
    return new Batches.Answer<>(new Resolved(answers), batch.things().size());
  }

  // It may write a name so that it is not known again; one by one there is no doubt.
  private static boolean hasOthers(Map<String, List<ResolvedName>> places, List<String> asked) {
    return !asked.stream().map(NameReplies::key).toList().containsAll(places.keySet());
  }

  private List<ResolvedName> wanted(List<ResolvedName> places) {
    List<ResolvedName> fitting =
        chosen.map(one -> places.stream().filter(one::gave).toList()).orElse(places);
    return all ? fitting : fitting.stream().limit(1).toList();
  }

  private List<ResolvedName> alone(String name, Cancellation cancellation) {
    return NameReplies.names(mashup.tree(NameReplies.question(name), cancellation));
  }

  // Empty where the resolver does not answer.
  private Optional<Map<String, List<ResolvedName>>> together(
      List<String> wanted, Cancellation cancellation) {
    HttpUrl address = address(wanted);
    if (address.toString().length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    Request request =
        resolver.request(address).header("Accept", "application/json, text/plain, */*").build();
    try {
      return Optional.of(
          resolver.answer(
              request, cancellation, response -> NameReplies.byName(resolver.tree(response))));
    } catch (ArchiveException silent) {
      oneByOne = true;
      return Optional.empty();
    }
  }

  private HttpUrl address(List<String> wanted) {
    HttpUrl.Builder address = resolver.url("/Santa-war/query").newBuilder();
    wanted.forEach(name -> address.addQueryParameter("name", name));
    boolean every = all || chosen.filter(NameSearch::isOwn).isPresent() || anyCatalogued(wanted);
    address.addQueryParameter("outputFormat", "json");
    address.addQueryParameter("resolveAll", Boolean.toString(every));
    if (!every) {
      chosen.ifPresent(one -> address.addQueryParameter("resolver", one.name()));
    }
    return address.build();
  }

  private boolean anyCatalogued(List<String> wanted) {
    return chosen.isPresent() && wanted.stream().anyMatch(CATALOGUED.asMatchPredicate());
  }

  private static boolean isOwn(Resolver one) {
    return one != Resolver.SIMBAD && one != Resolver.NED;
  }
}
