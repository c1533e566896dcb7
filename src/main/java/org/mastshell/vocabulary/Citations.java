package org.mastshell.vocabulary;

import java.util.List;
import java.util.Optional;

/** How data are acknowledged and cited, as far as the program knows. */
public final class Citations {
  private static final int CELLS = 14;

  private final TabbedFile file;

  private Citations(TabbedFile file) {
    this.file = file;
  }

  /** What data are acknowledged for. */
  public enum Kind {
    /** The archive itself. */
    ARCHIVE,
    /** A mission, by its {@code obs_collection}. */
    MISSION,
    /** A contributed collection, by its {@code provenance_name}. */
    COLLECTION,
    /** A catalogue, as {@code catalog} calls it. */
    CATALOG
  }

  /**
   * What is known of one of them.
   *
   * @param sentence for the acknowledgements; may be empty
   * @param reference to a publication, where one is known
   * @param source the page that says so, or that says more
   */
  public record Citation(String sentence, Optional<Reference> reference, String source) {}

  /**
   * A publication.
   *
   * @param key by which a paper's source names it
   * @param type its kind in BibTeX
   * @param authors in BibTeX's form
   * @param title as published
   * @param journal or publisher; may be empty, as may all that follow
   * @param volume of the journal
   * @param page or pages
   * @param year of publication
   * @param doi digital object identifier
   * @param arxiv number of the preprint
   */
  public record Reference(
      String key,
      String type,
      String authors,
      String title,
      String journal,
      String volume,
      String page,
      String year,
      String doi,
      String arxiv) {

    /** As people read it. */
    public String text() {
      StringBuilder text = new StringBuilder(names()).append(' ').append(year);
      for (String part : List.of(journal, volume, page)) {
        text.append(part.isEmpty() ? "" : ", " + part.replace("--", "-"));
      }
      text.append(doi.isEmpty() ? "" : ", doi:" + doi);
      return text.append(doi.isEmpty() && !arxiv.isEmpty() ? ", arXiv:" + arxiv : "").toString();
    }

    private String names() {
      // What stands in braces is the name of a collaboration.
      String first =
          authors.startsWith("{")
              ? authors.substring(1, authors.indexOf('}'))
              : authors.split(",", 2)[0];
      return first + (authors.contains(" and ") ? " et al." : "");
    }

    /** As an entry of a BibTeX file. */
    public String bibtex() {
      boolean article = type.equals("article");
      StringBuilder entry = new StringBuilder("@" + type + "{" + key + ",\n");
      field(entry, "author", authors);
      field(entry, "title", title.isEmpty() ? "" : "{" + title + "}");
      field(entry, article ? "journal" : "publisher", journal);
      field(entry, "volume", volume);
      field(entry, "pages", page);
      field(entry, "year", year);
      field(entry, "doi", doi);
      if (!arxiv.isEmpty()) {
        field(entry, "archivePrefix", "arXiv");
        field(entry, "eprint", arxiv);
      }
      return entry.append("}\n").toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
      if (!value.isEmpty()) {
        entry.append("  ").append(name).append(" = {").append(value).append("},\n");
      }
    }
  }

  /** What comes with the program. */
  public static Citations bundled() {
    return new Citations(TabbedFile.read("citations.tsv", CELLS));
  }

  /** The day on which it was last checked, as {@code 2026-10-01}. */
  public String date() {
    return file.date();
  }

  /** What is known, if anything is; the name may be in any case. */
  public Optional<Citation> find(Kind kind, String name) {
    return file.rows().stream()
        .filter(row -> row.get(0).equalsIgnoreCase(kind.name()))
        .filter(row -> row.get(1).equalsIgnoreCase(name))
        .map(Citations::citation)
        .findFirst();
  }

  private static Citation citation(List<String> row) {
    Optional<Reference> reference =
        row.get(3).isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Reference(
                    row.get(3),
                    row.get(4),
                    row.get(5),
                    row.get(6),
                    row.get(7),
                    row.get(8),
                    row.get(9),
                    row.get(10),
                    row.get(11),
                    row.get(12)));
    return new Citation(row.get(2), reference, row.get(13));
  }
}
