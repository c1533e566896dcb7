package org.mastshell.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mastshell.command.PreviewPictures.Wanted;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/** Knows where the pictures of the rows of a set are. */
final class PreviewPlaces {
  private static final String PICTURE = "jpegURL";
  private static final String PARENT = "parent_obsid";

  private static final Predicate PICTURES =
      Predicate.where(Subject.column("productType"), new Match.Equal("PREVIEW"));

  private final Session session;
  private final WorkingSet set;
  private Optional<Map<String, String>> ofObservations = Optional.empty();
  private Optional<Map<String, String>> listed = Optional.empty();

  /**
   * @param session has the observations of products
   */
  PreviewPlaces(Session session, WorkingSet set) {
    this.session = session;
    this.set = set;
  }

  /**
   * Where the picture of a row is: of a product that is none, that of its observation, else that
   * which is listed beside it.
   *
   * @param row its place in the set
   */
  Wanted of(int row) {
    Table table = set.table();
    if (set.kind() != SetKind.PRODUCTS) {
      return new Wanted(row, shown(table.text(row, "obs_id")), given(table.text(row, PICTURE)));
    }
    String name = shown(table.text(row, ProductRules.NAME));
    if (!table.select(row).where(ProductRules.PREVIEW).isEmpty()) {
      return new Wanted(row, name, given(table.text(row, ProductRules.URI)));
    }
    String parent = table.text(row, PARENT);
    if (parent == null) {
      return new Wanted(row, name, Optional.empty());
    }
    Optional<String> known = given(ofObservations().get(parent));
    return new Wanted(row, name, known.or(() -> given(listed().get(parent))));
  }

  // All observations are looked through for it, so it is done once, and only if it is needed.
  private Map<String, String> ofObservations() {
    if (ofObservations.isEmpty()) {
      ofObservations = Optional.of(new ParentValues(session, set).values(PICTURE));
    }
    return ofObservations.get();
  }

  // Datasets name no picture of their own, but it may be among their products.
  private Map<String, String> listed() {
    if (listed.isEmpty()) {
      Map<String, String> pictures = new HashMap<>();
      Table found = set.table().where(PICTURES);
      for (int row = 0; row < found.size(); row++) {
        String parent = found.text(row, PARENT);
        String uri = found.text(row, ProductRules.URI);
        if (parent != null && uri != null) {
          pictures.putIfAbsent(parent, uri);
        }
      }
      listed = Optional.of(pictures);
    }
    return listed.get();
  }

  private static String shown(String name) {
    return name == null ? "without a name" : name;
  }

  private static Optional<String> given(String uri) {
    return Optional.ofNullable(uri).map(String::strip).filter(text -> !text.isEmpty());
  }
}
