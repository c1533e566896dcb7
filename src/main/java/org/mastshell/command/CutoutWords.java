package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mastshell.language.Arguments;
import org.mastshell.language.BoxSize;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.CriterionText;
import org.mastshell.language.Operator;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Position;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.vocabulary.CutoutService;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.NearestWords;
import org.mastshell.vocabulary.PositionFields;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/** The words behind {@code cutout}: a service, a place, and what is wanted there. */
final class CutoutWords {
  static final String SECTORS_NAME = "sectors";
  static final String SURVEYS_NAME = "surveys";
  static final OptionSpec SECTORS =
      OptionSpec.flag(SECTORS_NAME, "list the sectors of TESS that saw the place");
  static final OptionSpec SURVEYS =
      OptionSpec.flag(SURVEYS_NAME, "list the surveys of zcut that cover the place");

  private static final int STANDARD_SIZE = 5;
  private static final int FIRST_OF_TICA = 27;

  /** Side of a pixel of TESS, in degrees: 21 arcseconds. */
  private static final double TESS_PIXEL = 21 / 3600.0;

  /** What public clients of the archive advise not to exceed. */
  private static final int LARGE = 30;

  private static final String RADIUS = "radius";
  private static final Set<String> CENTRE = Set.of("ra", "dec", "s_ra", "s_dec");
  private static final Set<String> OF_A_LIST =
      Set.of("coordinates", "object", RADIUS, "product", "moving", "moving_type");
  private static final String MOVING = "moving";
  private static final String SECTOR = "sector";
  private static final String SURVEY = "survey";
  private static final String PRODUCT = "product";
  private static final String FORMAT = "format";
  private static final String EXAMPLE =
      "coordinates=\"210.8 54.3\", or target=\"M 101\" for the archive's resolver";

  private final CriteriaReader criteriaReader;

  /**
   * @param criteriaReader understands positions
   */
  CutoutWords(CriteriaReader criteriaReader) {
    this.criteriaReader = criteriaReader;
  }

  /**
   * The service that the first word names.
   *
   * @throws SyntaxException if there is none of that name
   */
  static CutoutService service(Arguments arguments) {
    String line = arguments.command().line();
    if (arguments.values().isEmpty()) {
      Word first =
          arguments.criteria().isEmpty()
              ? arguments.command().name()
              : arguments.criteria().get(0).field();
      throw first.fault(
          line, "cut out of what?", "the service comes first: cutout tess …    cutout lists them");
    }
    SpareWords.refuse(arguments, 1, "cutout takes the name of one service");
    Word word = arguments.values().get(0);
    return CutoutService.find(word.text())
        .orElseThrow(
            () ->
                word.fault(
                        line,
                        "no cutout service is called " + word.text(),
                        did(NearestWords.to(word.text(), CutoutService.words()))
                            + "there are "
                            + String.join(", ", CutoutService.words()))
                    .rightWith(NearestWords.only(word.text(), CutoutService.words())));
  }

  /**
   * What the criteria ask for.
   *
   * @throws SyntaxException if one is unknown, or cannot be; it points at the word
   */
  CutoutWish read(CutoutService service, Arguments arguments, List<String> notes) {
    String line = arguments.command().line();
    ServiceTable known = service.parameters();
    Map<String, CriterionText> given = new LinkedHashMap<>();
    List<CriterionText> where = new ArrayList<>();
    for (CriterionText typed : arguments.criteria()) {
      String name = name(typed, service, known, line);
      if (typed.operator() != Operator.EQUAL) {
        throw typed.field().fault(line, name + " takes = alone", "write " + name + "=…");
      }
      if (given.put(name, typed) != null) {
        throw typed.field().fault(line, name + " is given twice", "give it once");
      }
      if (PositionFields.contains(name)) {
        where.add(named(typed, name));
      }
    }
    Optional<String> moving = Optional.ofNullable(given.get(MOVING)).map(one -> single(one, line));
    Optional<Position> position = position(arguments, where, moving, given, notes);
    double radius = given.containsKey(RADIUS) ? position.orElseThrow().radiusDegrees() : 0;
    refuseRadius(arguments, given);
    refuseOfFiles(arguments, given);
    BoxSize size =
        Optional.ofNullable(given.get("size"))
            .map(one -> BoxSize.read(one, line))
            .orElse(BoxSize.square(STANDARD_SIZE));
    return new CutoutWish(service, position, radius, moving, size, others(service, given, line));
  }

  private static String name(
      CriterionText typed, CutoutService service, ServiceTable known, String line) {
    String word = typed.field().text();
    Optional<Field> field =
        known.columns().stream()
            .filter(
                one ->
                    one.name().equalsIgnoreCase(word)
                        || one.aliases().contains(word.toLowerCase(Locale.ROOT)))
            .findFirst();
    if (field.isPresent()) {
      return field.get().name();
    }
    if (CENTRE.contains(word.toLowerCase(Locale.ROOT))) {
      throw typed
          .field()
          .fault(
              line,
              "the centre is one parameter: coordinates",
              "coordinates=\"RA DEC\", in degrees or as \"10h46m03s -59d52m\"");
    }
    List<String> names = new ArrayList<>();
    known.columns().forEach(one -> names.add(one.name()));
    known.columns().forEach(one -> names.addAll(one.aliases()));
    String elsewhere =
        CutoutService.words().stream()
            .filter(other -> !other.equals(service.word()))
            .filter(
                other ->
                    CutoutService.find(other).orElseThrow().parameters().column(word).isPresent())
            .findFirst()
            .map(other -> word + " is for cutout " + other + ". ")
            .orElse("");
    throw typed
        .field()
        .fault(
            line,
            "cutout " + service.word() + " has no parameter " + word,
            did(NearestWords.to(word, names))
                + elsewhere
                + "it takes "
                + String.join(", ", known.columns().stream().map(Field::name).toList()))
        .rightWith(NearestWords.only(word, names));
  }

  private static CriterionText named(CriterionText typed, String name) {
    Word field = typed.field();
    return new CriterionText(
        new Word(name, field.raw(), field.start(), field.end()), typed.operator(), typed.values());
  }

  private Optional<Position> position(
      Arguments arguments,
      List<CriterionText> where,
      Optional<String> moving,
      Map<String, CriterionText> given,
      List<String> notes) {
    String line = arguments.command().line();
    if (moving.isPresent()) {
      for (CriterionText place : where) {
        throw place
            .field()
            .fault(
                line,
                "a moving object has no place of its own",
                "take " + place.field().text() + " away, or moving");
      }
      ResolverOption.refuse(arguments);
      return Optional.empty();
    }
    if (given.containsKey("moving_type")) {
      throw given
          .get("moving_type")
          .field()
          .fault(line, "moving_type is of a moving object", "add moving=Eleonora");
    }
    Arguments places =
        new Arguments(arguments.command(), Map.of(), where, Optional.empty(), List.of());
    Criteria criteria = criteriaReader.read(places, SetKind.ROWS, true);
    criteria.notes().forEach(notes::add);
    Position position =
        criteria
            .position()
            .orElseThrow(
                () ->
                    arguments
                        .values()
                        .get(0)
                        .fault(line, "cut out around which place?", "add " + EXAMPLE));
    if (!(position instanceof Position.Name) && !(position instanceof Position.Names)) {
      ResolverOption.refuse(arguments);
    }
    return Optional.of(position);
  }

  /** Whether a line with these options lists what there is, and cuts nothing. */
  static boolean isListing(Set<String> options) {
    return options.contains(SECTORS_NAME) || options.contains(SURVEYS_NAME);
  }

  /**
   * Whether a parameter makes sense.
   *
   * @param listing whether what there is is listed
   */
  static boolean isTaken(String parameter, boolean listing) {
    return listing ? OF_A_LIST.contains(parameter) : !parameter.equals(RADIUS);
  }

  // Passed over, it would seem to have thinned the list.
  private static void refuseOfFiles(Arguments arguments, Map<String, CriterionText> given) {
    if (!isListing(arguments.options().keySet())) {
      return;
    }
    for (Map.Entry<String, CriterionText> one : given.entrySet()) {
      if (!isTaken(one.getKey(), true)) {
        throw one.getValue()
            .field()
            .fault(
                arguments.command().line(),
                one.getKey() + " is about cutouts, and this lists what there is",
                "take it away; filter thins the list when it is here");
      }
    }
  }

  private static void refuseRadius(Arguments arguments, Map<String, CriterionText> given) {
    CriterionText radius = given.get(RADIUS);
    if (radius != null && !isTaken(RADIUS, isListing(arguments.options().keySet()))) {
      throw radius
          .field()
          .fault(
              arguments.command().line(),
              "a cutout has a size, not a radius",
              "size=5arcmin is its width and height; radius is for --sectors and --surveys");
    }
  }

  private static Map<String, List<String>> others(
      CutoutService service, Map<String, CriterionText> given, String line) {
    Map<String, List<String>> others = new LinkedHashMap<>();
    given.forEach(
        (name, typed) -> {
          switch (name) {
            case SECTOR ->
                others.put(
                    name, several(typed, one -> sector(single(typed, one, line), one, line)));
            case SURVEY -> others.put(name, several(typed, one -> single(typed, one, line)));
            case PRODUCT, "moving_type", FORMAT, "stretch", "invert" ->
                others.put(sent(name), List.of(value(service, name, typed, line)));
            default -> {
              // Where, and how much, is read elsewhere.
            }
          }
        });
    if (service == CutoutService.TESS) {
      others.putIfAbsent(PRODUCT, List.of("SPOC"));
      requireSense(given, others, line);
    }
    if (service == CutoutService.ZCUT) {
      others.putIfAbsent(FORMAT, List.of("fits"));
      for (String drawn : List.of("stretch", "invert")) {
        if (given.containsKey(drawn) && others.get(FORMAT).contains("fits")) {
          throw given
              .get(drawn)
              .field()
              .fault(line, drawn + " is for pictures", "add format=png, or take it away");
        }
      }
    }
    return others;
  }

  private static void requireSense(
      Map<String, CriterionText> given, Map<String, List<String>> others, String line) {
    if (!others.get(PRODUCT).contains("TICA")) {
      return;
    }
    Word product = given.get(PRODUCT).values().get(0);
    if (given.containsKey(MOVING)) {
      throw product.fault(
          line, "of moving objects there are cutouts of SPOC alone", "take product=TICA away");
    }
    if (others.getOrDefault(SECTOR, List.of()).stream()
        .anyMatch(sector -> Integer.parseInt(sector) < FIRST_OF_TICA)) {
      throw product.fault(
          line,
          "TICA begins with sector " + FIRST_OF_TICA,
          "product=SPOC has the sectors before it");
    }
  }

  private static String sent(String name) {
    return name.equals("moving_type") ? "obj_type" : name;
  }

  private static List<String> several(CriterionText typed, Function<Word, String> reading) {
    return typed.values().stream().map(reading).distinct().toList();
  }

  private static String sector(String text, Word word, String line) {
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) == 0) {
      throw word.fault(
          line,
          text + " is no sector",
          "sectors are numbers from 1, as in sector=14 or sector=14,15");
    }
    return Integer.toString(Integer.parseInt(text));
  }

  private static String value(
      CutoutService service, String name, CriterionText typed, String line) {
    String text = single(typed, line);
    List<String> only = service.onlyValues(name);
    Optional<String> known = only.stream().filter(text::equalsIgnoreCase).findFirst();
    if (only.isEmpty() || known.isPresent()) {
      return known.orElse(text);
    }
    throw typed
        .values()
        .get(0)
        .fault(
            line,
            name + " cannot be " + text,
            did(NearestWords.to(text, only)) + "it is " + String.join(", ", only))
        .rightWith(NearestWords.only(text, only));
  }

  private static String single(CriterionText typed, String line) {
    if (typed.values().size() > 1) {
      throw typed
          .values()
          .get(1)
          .fault(
              line,
              typed.field().text() + " takes one value",
              "type a line for each; a value with a comma needs quotes");
    }
    return single(typed, typed.values().get(0), line);
  }

  private static String single(CriterionText typed, Word value, String line) {
    String text = value.text().strip();
    if (text.isEmpty()) {
      throw value.fault(line, "nothing stands here", "give it a value");
    }
    if (text.startsWith("@")) {
      throw value.fault(
          line,
          typed.field().text() + " takes values, and no file of them",
          "coordinates=@FILE and target=@FILE take lists of places");
    }
    return text;
  }

  /** What is to be minded of a large cutout: the archive makes it while the client waits. */
  static Optional<String> largeness(CutoutWish wish) {
    double side = Math.max(wish.size().width(), wish.size().height());
    double pixels = wish.size().pixels() ? side : side / TESS_PIXEL;
    return wish.service() == CutoutService.TESS && pixels > LARGE
        ? Optional.of(
            "  more than "
                + LARGE
                + " pixels can take the archive many minutes: "
                + (wish.others().containsKey(SECTOR) ? "" : "sector=N asks for one sector, ")
                + "set timeout SECONDS waits longer")
        : Optional.empty();
  }

  private static String did(List<String> nearest) {
    return nearest.isEmpty() ? "" : "did you mean " + String.join(", ", nearest) + "? ";
  }
}
