package org.mastshell.command;

import java.util.List;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;

/** What is known of products by their columns. */
final class ProductRules {
  static final String URI = "dataURI";
  static final String NAME = "productFilename";

  /** Guide-star files carry {@code _gs-} in their name (JWST file naming convention). */
  static final Predicate GUIDE_STAR =
      Predicate.where(Subject.column(NAME), new Match.Contains("_gs-"));

  /** Pictures made for looking at, whatever type the archive gives them. */
  static final Predicate PREVIEW =
      Predicate.any(
          List.of(
              Predicate.where(
                  Subject.column("productType"),
                  List.of(Match.Wildcard.of("PREVIEW*"), new Match.Equal("THUMBNAIL"))),
              Predicate.where(
                  Subject.column(NAME),
                  List.of(
                      Match.Wildcard.of("*.jpg"),
                      Match.Wildcard.of("*.jpeg"),
                      Match.Wildcard.of("*.png"),
                      Match.Wildcard.of("*.gif")))));

  /** Only some people may fetch these now. */
  static final Predicate EXCLUSIVE =
      Predicate.where(Subject.column("dataRights"), new Match.Equal("EXCLUSIVE_ACCESS"));

  /** The archive's choice of what most people need. */
  static final Predicate MINIMUM_RECOMMENDED =
      Predicate.where(
          Subject.column("productGroupDescription"),
          new Match.Equal("Minimum Recommended Products"));

  private ProductRules() {}
}
