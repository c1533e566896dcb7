package org.mastshell.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mastshell.archive.FileAddress;
import org.mastshell.archive.MissionUri;
import org.mastshell.formats.JsonText;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Citations;
import org.mastshell.vocabulary.SetKind;

/**
 * Where the web says more about a row, or has its files. The archive's own pages are those of the
 * server in use. How the Portal's permanent addresses are made is not documented; they are taken
 * from those that it gives out.
 */
final class RowLinks {
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^/?#\\s]+\\S*");
  private static final Pattern ARCHIVE = Pattern.compile("(?i)mast:\\S+");
  private static final Map<String, String> PROGRAMS =
      Map.of(
          "JWST", "https://www.stsci.edu/jwst-program-info/program/?program=",
          "HST", "https://www.stsci.edu/hst-program-info/program/?program=");

  private final URI server;
  private final Citations citations;

  /**
   * @param server the archive in use
   * @param citations knows the digital object identifiers of missions and collections
   */
  RowLinks(URI server, Citations citations) {
    this.server = server;
    this.citations = citations;
  }

  /** What a link leads to. */
  enum Target {
    /** The archive's page for the observation. */
    PORTAL("the observation in the archive's Portal"),
    /** A picture of it. */
    PREVIEW("its preview"),
    /** The file of a product or of a row of keywords, or the main one of an observation. */
    DATA("its file"),
    /** The page of the observing program. */
    PROGRAM("the observing program"),
    /** The publication that describes a mission or a collection, or the data themselves. */
    DOI("the publication of its mission or collection");

    private final String meaning;

    Target(String meaning) {
      this.meaning = meaning;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    String meaning() {
      return meaning;
    }
  }

  /**
   * A link.
   *
   * @param address http or https, whatever the archive sent
   */
  record Link(Target target, URI address) {}

  /** The links of a row, by its place in the set; those that it has no value for are left out. */
  List<Link> of(WorkingSet set, int row) {
    boolean files = set.kind() == SetKind.PRODUCTS || set.kind() == SetKind.KEYWORDS;
    Table one = ObservationNames.in(set.table().select(row), set.kind());
    List<Link> links = new ArrayList<>();
    text(one, "obs_id").ifPresent(id -> links.add(new Link(Target.PORTAL, portal(id))));
    text(one, files ? "dataURI" : "jpegURL")
        .flatMap(this::file)
        .ifPresent(file -> links.add(new Link(files ? Target.DATA : Target.PREVIEW, file)));
    if (!files) {
      text(one, "dataURL")
          .flatMap(this::file)
          .ifPresent(file -> links.add(new Link(Target.DATA, file)));
    }
    program(one).ifPresent(page -> links.add(new Link(Target.PROGRAM, page)));
    doi(one).ifPresent(page -> links.add(new Link(Target.DOI, page)));
    return links;
  }

  private static Optional<String> text(Table one, String name) {
    if (!one.has(name)) {
      return Optional.empty();
    }
    Column column = one.column(Subject.column(name));
    return Optional.ofNullable(column.isMissing(0) ? null : column.text(0))
        .filter(text -> !text.isBlank());
  }

  private URI portal(String observation) {
    String id = JsonText.of(observation);
    String query =
        "{\"service\":\"CAOMFILTERED\",\"inputText\":[{\"paramName\":\"obs_id\",\"niceName\":\"obs_id\","
            + "\"values\":[],\"valString\":"
            + id
            + ",\"isDate\":false,\"freeText\":"
            + id
            + ",\"displayString\":"
            + id
            + "}],\"paramsService\":\"Mast.Caom.Filtered\",\"columns\":\"*\","
            + "\"columnsConfig\":\"Mast.Caom.Cone\"}";
    return server.resolve("/portal/Mashup/Clients/Mast/Portal.html?searchQuery=" + encoded(query));
  }

  /** The web address of a file that the archive names; empty if a browser has no use for it. */
  private Optional<URI> file(String named) {
    if (ARCHIVE.matcher(named).matches() || MissionUri.read(named).isPresent()) {
      return Optional.of(URI.create(FileAddress.of(server, named)));
    }
    if (!WEB.matcher(named).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(named));
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  private static Optional<URI> program(Table one) {
    return text(one, "obs_collection")
        .map(mission -> PROGRAMS.get(mission.toUpperCase(Locale.ROOT)))
        .flatMap(
            page -> text(one, "proposal_id").map(program -> URI.create(page + encoded(program))));
  }

  private Optional<URI> doi(Table one) {
    Optional<Citations.Citation> collection =
        text(one, "provenance_name")
            .flatMap(name -> citations.find(Citations.Kind.COLLECTION, name));
    return collection
        .or(
            () ->
                text(one, "obs_collection")
                    .flatMap(name -> citations.find(Citations.Kind.MISSION, name)))
        .flatMap(Citations.Citation::reference)
        .map(Citations.Reference::doi)
        .filter(doi -> !doi.isBlank())
        .map(doi -> URI.create("https://doi.org/" + encoded(doi).replace("%2F", "/")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
