package org.mastshell.command;

import java.util.Optional;
import org.mastshell.language.Criteria;
import org.mastshell.session.Settings;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;

/**
 * Which products a command of the past kept, whatever the settings are now.
 *
 * @param predicate the products kept
 * @param guideStars what to add to the command so that it does not depend on the setting of whoever
 *     runs it
 */
record PastFilter(Predicate predicate, Optional<String> guideStars) {

  static PastFilter of(ReadSet read, Criteria criteria) {
    if (!ProductFilter.asked(read.arguments(), criteria)) {
      return new PastFilter(Predicate.always(), Optional.empty());
    }
    Predicate kept = ProductFilter.of(read.arguments(), criteria, Settings.standard()).whole();
    if (!makes(kept, read)) {
      throw RecipeReader.changed(read.set(), "it would keep other rows");
    }
    return new PastFilter(kept, ProductFilter.standardOption(read.arguments(), criteria));
  }

  // What products were left out as they arrived is not here any more; what stayed is.
  private static boolean makes(Predicate kept, ReadSet read) {
    Table rows = read.set().table();
    boolean all = rows.where(kept).size() == rows.size();
    boolean derived = read.command().equals("filter");
    return all && (!derived || read.parent().table().where(kept).size() == rows.size());
  }
}
