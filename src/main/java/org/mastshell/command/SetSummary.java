package org.mastshell.command;

import java.util.List;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;

/** Says what is in a set, as its kind wants it. */
final class SetSummary {
  private SetSummary() {}

  /** One line with the essentials, and further ones only where they say something. */
  static List<Part> parts(WorkingSet set) {
    return switch (set.kind()) {
      case OBSERVATIONS -> new ObservationSummary(set).parts();
      case PRODUCTS -> new ProductSummary(set).parts(ProductSummary.sizeOf(set.table()));
      case DATASETS, KEYWORDS, CATALOG -> new ServiceSummary(set).parts();
      case ROWS -> List.of(SetLine.of(set));
    };
  }
}
