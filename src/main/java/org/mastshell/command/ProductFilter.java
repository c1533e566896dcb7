package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.language.ArgumentParser;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandLines;
import org.mastshell.language.Criteria;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ValueKind;

/**
 * Which products a person wants: the criteria, and the rules that go with them for guide-star files
 * and previews. Counts what each rule leaves out.
 */
public final class ProductFilter {
  private static final String GUIDE_STARS = "guide-stars";

  /** The options of every command that filters products. */
  static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.valued(
              GUIDE_STARS,
              "yes|no|only",
              "keep guide-star files, leave them out, or keep only them"),
          OptionSpec.flag(
              "previews", "keep previews and thumbnails beside the files that suffix= names"),
          OptionSpec.flag("mrp", "only the archive's minimum recommended products"));

  private static final String SUFFIX = "suffix";
  private static final String PRODUCT_TYPE = "productType";

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
    boolean suffixWithoutExtension = criteria.asksFor(SUFFIX) && !criteria.fixesExtension();
    return new ProductFilter(
        Predicate.all(parts),
        guideStars(arguments, criteria, settings),
        suffixWithoutExtension && !arguments.has("previews") && !criteria.asksFor(PRODUCT_TYPE));
  }

  /**
   * The rows that a value of one more field is to be counted in, so that its count is that of the
   * rows which remain when the value is asked for: a row is judged as if its own value were.
   *
   * @param field that is asked for besides, as equal to some value
   * @param arguments those of the command, without the criterion for the field
   * @param criteria the same, understood
   * @param settings those that the command would run with
   * @throws SyntaxException if an option has a value that it cannot have
   */
  public static Predicate whereAsked(
      Field field, Arguments arguments, Criteria criteria, Settings settings) {
    ProductFilter others = of(arguments, criteria, settings);
    List<Predicate> parts = new ArrayList<>();
    parts.add(others.wanted);
    if (others.guideStars != GuideStars.YES) {
      boolean kept = others.guideStars == GuideStars.ONLY;
      Predicate rule = kept ? ProductRules.GUIDE_STAR : Predicate.not(ProductRules.GUIDE_STAR);
      parts.add(arguments.has(GUIDE_STARS) ? rule : orHolding("gs-", field, rule));
    }
    boolean suffix = field.name().equals(SUFFIX);
    boolean extension = field.name().equals("extension") || criteria.fixesExtension();
    boolean pictures =
        arguments.has("previews")
            || criteria.asksFor(PRODUCT_TYPE)
            || field.name().equals(PRODUCT_TYPE);
    if ((suffix || criteria.asksFor(SUFFIX)) && !extension && !pictures) {
      Predicate rule = Predicate.not(ProductRules.PREVIEW);
      parts.add(suffix ? orHolding(".", field, rule) : rule);
    }
    return Predicate.all(parts);
  }

  // A value that names guide stars, or an extension, lifts the rule by itself.
  private static Predicate orHolding(String part, Field field, Predicate rule) {
    return field.kind() == ValueKind.TEXT
        ? Predicate.any(List.of(rule, Predicate.where(field.subject(), new Match.Contains(part))))
        : rule;
  }

  /** Whether anything at all is asked of the products. */
  static boolean asked(Arguments arguments, Criteria criteria) {
    return !criteria.isEmpty() || arguments.has("mrp") || arguments.has(GUIDE_STARS);
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

  /**
   * The command as it means the same whatever the setting is when it is repeated, exported or read:
   * where another than the standard one decides, that stands in it as an option.
   *
   * @param spec of the command
   */
  static Arguments settled(
      Arguments typed, Criteria criteria, Settings settings, ArgumentSpec spec) {
    String choice = settings.get(Setting.GUIDE_STARS);
    if (choice.equals(Setting.GUIDE_STARS.standard()) || !isLeftToSetting(typed, criteria)) {
      return typed;
    }
    String line = typed.command().text() + option(choice);
    return ArgumentParser.parse(CommandLines.split(line).get(0), spec);
  }

  /** The option that stands for the standard setting, where a command leaves that to it. */
  static Optional<String> standardOption(Arguments arguments, Criteria criteria) {
    return isLeftToSetting(arguments, criteria)
        ? Optional.of(option(Setting.GUIDE_STARS.standard()))
        : Optional.empty();
  }

  private static boolean isLeftToSetting(Arguments arguments, Criteria criteria) {
    return asked(arguments, criteria) && !arguments.has(GUIDE_STARS) && !criteria.namesGuideStars();
  }

  private static String option(String choice) {
    return " --" + GUIDE_STARS + " " + choice;
  }

  private static GuideStars guideStars(Arguments arguments, Criteria criteria, Settings settings) {
    Word option = arguments.options().get(GUIDE_STARS);
    if (option != null) {
      for (GuideStars choice : GuideStars.values()) {
        if (choice.name().equalsIgnoreCase(option.text())) {
          return choice;
        }
      }
      throw OptionChoices.fault(
          arguments, GUIDE_STARS, "yes, no or only", List.of("yes", "no", "only"));
    }
    return criteria.namesGuideStars()
        ? GuideStars.YES
        : GuideStars.valueOf(settings.get(Setting.GUIDE_STARS).toUpperCase(Locale.ROOT));
  }
}
