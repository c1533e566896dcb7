package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mastshell.output.Counts;
import org.mastshell.vocabulary.Citations;
import org.mastshell.vocabulary.Citations.Citation;
import org.mastshell.vocabulary.Citations.Kind;
import org.mastshell.vocabulary.Citations.Reference;

/** The words by which data are acknowledged, and the references that go with them. */
final class Acknowledgement {
  private static final String ATTRIBUTIONS =
      "https://archive.stsci.edu/publishing/data-attributions";
  private static final String COLLECTIONS = "https://archive.stsci.edu/hlsp/";

  private final CitedData data;
  private final Origins.Origin origin;
  private final Citations citations;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Reference> references = new LinkedHashMap<>();
  private final List<String> unknown = new ArrayList<>();

  /**
   * @param data whose they are
   * @param origin where the rows are from
   * @param citations what is known
   */
  Acknowledgement(CitedData data, Origins.Origin origin, Citations citations) {
    this.data = data;
    this.origin = origin;
    this.citations = citations;
    write();
  }

  /** Everything, as people read it. */
  String text() {
    if (isNobodys()) {
      return String.join("\n", lines) + "\n";
    }
    List<String> text = new ArrayList<>(lines);
    if (!references.isEmpty() || !unknown.isEmpty()) {
      text.add("");
      text.add("References (cite --bibtex)");
    }
    references.values().forEach(reference -> text.add("  " + reference.text()));
    text.addAll(unknown);
    text.add("");
    text.add("A DOI for exactly these data, and the archive's own wording:");
    text.add("  " + ATTRIBUTIONS);
    text.add("  It asks for a DOI beside the acknowledgements, and has a service that makes one.");
    text.add("(sentences and references as of " + citations.date() + ")");
    return String.join("\n", text) + "\n";
  }

  /** The references as a BibTeX file; what has none is a remark in it. */
  String bibtex() {
    if (isNobodys()) {
      return "% " + String.join("\n% ", lines) + "\n";
    }
    List<String> parts =
        new ArrayList<>(references.values().stream().map(Reference::bibtex).toList());
    List<String> remarks =
        new ArrayList<>(unknown.stream().map(line -> "% " + line.strip()).toList());
    remarks.add("% a DOI for exactly these data: " + ATTRIBUTIONS);
    parts.add(String.join("\n", remarks) + "\n");
    return String.join("\n", parts);
  }

  private void write() {
    String rows = Counts.of(data.rows(), data.kind().word(1), plural());
    if (isNobodys()) {
      lines.add(
          "Nothing to acknowledge is known of these "
              + rows
              + ": they are from "
              + beginning()
              + ", and name no mission.");
      return;
    }
    lines.add("Acknowledgements for " + rows);
    switch (origin) {
      case MADE_UP ->
          lines.add("These are " + Origins.MADE_UP + ". Of the archive's own one would write:");
      case FILE, STATEMENT ->
          lines.add("They are from " + beginning() + ". If its rows are those of the archive:");
      case ARCHIVE -> {}
    }
    citations.find(Kind.ARCHIVE, "MAST").ifPresent(archive -> lines.add("  " + archive.sentence()));
    data.instruments().forEach(this::mission);
    data.collections().forEach(this::collection);
    data.catalogs().forEach(this::catalog);
    if (data.strangers() > 0) {
      lines.add(
          "  Instruments and investigators of "
              + Counts.of(data.strangers(), "observation", "observations")
              + " are not known here: search for them, products, then cite.");
    }
  }

  private String beginning() {
    return origin == Origins.Origin.FILE ? "a file" : "a statement";
  }

  // Such rows are the archive's only if they say so.
  private boolean isNobodys() {
    return (origin == Origins.Origin.FILE || origin == Origins.Origin.STATEMENT)
        && data.instruments().isEmpty()
        && data.collections().isEmpty()
        && data.catalogs().isEmpty();
  }

  private String plural() {
    return data.kind().word(2);
  }

  private void mission(String name, Set<String> instruments) {
    Optional<Citation> known = citations.find(Kind.MISSION, name);
    String sentence =
        known.map(Citation::sentence).orElse("It includes data of the mission " + name + ".");
    String used = instruments.isEmpty() ? "" : " Instruments: " + String.join(", ", instruments);
    lines.add("  " + sentence + (used.isEmpty() ? "" : used + "."));
    Map<String, Set<String>> programs = data.programs().getOrDefault(name, Map.of());
    if (!programs.isEmpty()) {
      lines.add("  " + name + " " + (programs.size() == 1 ? "program" : "programs") + ":");
      programs.forEach((number, people) -> lines.add("    " + number + investigators(people)));
    }
    refer(name, known, known.map(Citation::source).orElse(ATTRIBUTIONS));
  }

  private static String investigators(Set<String> people) {
    return people.isEmpty() ? "" : people.stream().collect(Collectors.joining("; ", " (PI ", ")"));
  }

  private void collection(String name) {
    Optional<Citation> known = citations.find(Kind.COLLECTION, name);
    String page = known.map(Citation::source).orElse(page(name));
    lines.add("  The contributed collection (HLSP) " + name + " is used: " + page);
    refer(name, known, page);
  }

  private void catalog(String name) {
    Optional<Citation> known = citations.find(Kind.CATALOG, name);
    lines.add("  " + known.map(Citation::sentence).orElse("It uses the catalogue " + name + "."));
    refer(name, known, known.map(Citation::source).orElse(ATTRIBUTIONS));
  }

  // The page of a collection is called by its name.
  private static String page(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    return word.matches("[a-z0-9-]+") ? COLLECTIONS + word : COLLECTIONS;
  }

  private void refer(String name, Optional<Citation> known, String page) {
    Optional<Reference> reference = known.flatMap(Citation::reference);
    reference.ifPresentOrElse(
        one -> references.putIfAbsent(one.key(), one),
        () -> unknown.add("  no reference bundled for " + name + ": see " + page));
  }
}
