package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;

/**
 * Which products a person wants: the criteria, and the rules that go with them for guide-star files
 * and previews. Counts what each rule leaves out.
 */
final class ProductFilter {
  /** The options of every command that filters products. */
  static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.valued(
              "guide-stars",
              "yes|no|only",
              "keep guide-star files, leave them out, or keep only them"),
          OptionSpec.flag(
              "previews", "keep previews and thumbnails beside the files that suffix= names"),
          OptionSpec.flag("mrp", "only the archive's minimum recommended products"));

  private enum GuideStars {
    YES,
    NO,
    ONLY
  }

  private final Predicate wanted;
  private final GuideStars guideStars;
  private final boolean dropPreviews;

  private ProductFilter(Predicate wanted, GuideStars guideStars, boolean dropPreviews) {
    this.wanted = wanted;
    this.guideStars = guideStars;
    this.dropPreviews = dropPreviews;
  }

  /** What the arguments ask for. */
  static ProductFilter of(Arguments arguments, Criteria criteria, Settings settings) {
    List<Predicate> parts = new ArrayList<>();
    parts.add(criteria.predicate());
    if (arguments.has("mrp")) {
      parts.add(ProductRules.MINIMUM_RECOMMENDED);
    }
    boolean suffixWithoutExtension = criteria.asksFor("suffix") && !criteria.fixesExtension();
    return new ProductFilter(
        Predicate.all(parts),
        guideStars(arguments, criteria, settings),
        suffixWithoutExtension && !arguments.has("previews") && !criteria.asksFor("productType"));
  }

  /** Whether anything at all is asked of the products. */
  static boolean asked(Arguments arguments, Criteria criteria) {
    return !criteria.isEmpty() || arguments.has("mrp") || arguments.has("guide-stars");
  }

  /** The part that can be judged row by row as rows arrive, without counting why a row goes. */
  Predicate wanted() {
    return wanted;
  }

  /** All of it in one. */
  Predicate whole() {
    List<Predicate> parts = new ArrayList<>(List.of(wanted));
    if (dropPreviews) {
      parts.add(Predicate.not(ProductRules.PREVIEW));
    }
    switch (guideStars) {
      case NO -> parts.add(Predicate.not(ProductRules.GUIDE_STAR));
      case ONLY -> parts.add(ProductRules.GUIDE_STAR);
      case YES -> {}
    }
    return Predicate.all(parts);
  }

  /**
   * What stays of rows, and what went.
   *
   * @param kept the rows that stay
   * @param leftOut in words, empty if nothing was left out
   */
  record Outcome(Table kept, String leftOut) {}

  /** Applies everything to rows. */
  Outcome apply(Table rows) {
    Table matching = rows.where(wanted);
    return thin(matching, rows.size() - matching.size());
  }

  /**
   * Applies the rules to rows that were judged by {@link #wanted()} already.
   *
   * @param others how many rows did not meet it
   */
  Outcome thin(Table matching, long others) {
    List<String> left = new ArrayList<>();
    if (others > 0) {
      left.add(others(others));
    }
    Table kept = matching;
    if (dropPreviews) {
      Table without = kept.where(Predicate.not(ProductRules.PREVIEW));
      note(left, kept.size() - without.size(), "preview", "--previews");
      kept = without;
    }
    if (guideStars == GuideStars.NO) {
      Table without = kept.where(Predicate.not(ProductRules.GUIDE_STAR));
      note(left, kept.size() - without.size(), "guide-star file", "--guide-stars yes");
      kept = without;
    } else if (guideStars == GuideStars.ONLY) {
      Table only = kept.where(ProductRules.GUIDE_STAR);
      if (only.size() < kept.size()) {
        left.add(others(kept.size() - only.size()) + " that are no guide-star files");
      }
      kept = only;
    }
    return new Outcome(kept, String.join(", ", left));
  }

  private static String others(long count) {
    return Counts.text(count) + " other " + (count == 1 ? "file" : "files");
  }

  private static void note(List<String> left, int count, String what, String option) {
    if (count > 0) {
      left.add(Counts.text(count) + " " + what + (count == 1 ? "" : "s") + " (" + option + ")");
    }
  }

  private static GuideStars guideStars(Arguments arguments, Criteria criteria, Settings settings) {
    Word option = arguments.options().get("guide-stars");
    if (option != null) {
      for (GuideStars choice : GuideStars.values()) {
        if (choice.name().equalsIgnoreCase(option.text())) {
          return choice;
        }
      }
      throw OptionChoices.fault(
          arguments, "guide-stars", "yes, no or only", List.of("yes", "no", "only"));
    }
    return criteria.namesGuideStars()
        ? GuideStars.YES
        : GuideStars.valueOf(settings.get(Setting.GUIDE_STARS).toUpperCase(Locale.ROOT));
  }
}
