package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.language.Criteria;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;

/**
 * Which products a command of the past kept. What became of guide-star files depends on a setting
 * that may have changed since; the rows that are there tell what it was.
 *
 * @param predicate the products kept
 * @param guideStars what to add to the command so that it no longer depends on the setting
 */
record KeptProducts(Predicate predicate, Optional<String> guideStars) {
  private static final String OPTION = "guide-stars";

  static KeptProducts of(ReadSet read, Criteria criteria, Settings settings) {
    if (!ProductFilter.asked(read.arguments(), criteria)) {
      return new KeptProducts(Predicate.always(), Optional.empty());
    }
    boolean settled = read.arguments().has(OPTION) || criteria.namesGuideStars();
    List<String> choices = settled ? List.of("") : choices(read.set().table(), settings);
    for (String choice : choices) {
      Settings then = choice.isEmpty() ? settings : settings.with(Setting.GUIDE_STARS, choice);
      Predicate kept = ProductFilter.of(read.arguments(), criteria, then).whole();
      if (makes(kept, read)) {
        return new KeptProducts(
            kept, Optional.of(choice).filter(word -> !word.isEmpty()).map(KeptProducts::option));
      }
    }
    throw RecipeReader.changed(read.set(), "it would keep other rows");
  }

  private static String option(String choice) {
    return " --" + OPTION + " " + choice;
  }

  private static List<String> choices(Table rows, Settings settings) {
    int guideStars = rows.where(ProductRules.GUIDE_STAR).size();
    if (guideStars == 0) {
      return List.of("no", "yes");
    }
    List<String> choices = new ArrayList<>(List.of("yes"));
    if (guideStars == rows.size()) {
      boolean only = settings.get(Setting.GUIDE_STARS).toLowerCase(Locale.ROOT).equals("only");
      choices.add(only ? 0 : 1, "only");
    }
    return choices;
  }

  // What products were left out as they arrived is not here any more; what stayed is.
  private static boolean makes(Predicate kept, ReadSet read) {
    Table rows = read.set().table();
    boolean all = rows.where(kept).size() == rows.size();
    boolean derived = read.command().equals("filter");
    return all && (!derived || read.parent().table().where(kept).size() == rows.size());
  }
}
