package org.mastshell.command;

import java.util.Map;
import java.util.Optional;
import org.mastshell.command.PreviewPictures.Wanted;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/** Knows where the pictures of the rows of a set are. */
final class PreviewPlaces {
  private static final String PICTURE = "jpegURL";
  private static final String PARENT = "parent_obsid";

  private final Session session;
  private final WorkingSet set;
  private Optional<Map<String, String>> ofObservations = Optional.empty();

  /**
   * @param session has the observations of products
   */
  PreviewPlaces(Session session, WorkingSet set) {
    this.session = session;
    this.set = set;
  }

  /**
   * Where the picture of a row is: of a product that is none, that of its observation.
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
    return new Wanted(row, name, given(parent == null ? null : ofObservations().get(parent)));
  }

  // All observations are looked through for it, so it is done once, and only if it is needed.
  private Map<String, String> ofObservations() {
    if (ofObservations.isEmpty()) {
      ofObservations = Optional.of(new ParentValues(session, set).values(PICTURE));
    }
    return ofObservations.get();
  }

  private static String shown(String name) {
    return name == null ? "without a name" : name;
  }

  private static Optional<String> given(String uri) {
    return Optional.ofNullable(uri).map(String::strip).filter(text -> !text.isEmpty());
  }
}
