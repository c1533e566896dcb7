package org.mastshell.command;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mastshell.archive.FileAddress;
import org.mastshell.language.Quoting;
import org.mastshell.output.MjdDates;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.FileName;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.NameParts;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.Suffixes;

/**
 * Says in words what one row of a set is, as far as its cells, its name and the dictionary tell.
 */
final class Inspection {
  private static final double UNIX_EPOCH = 40_587;
  private static final double SECONDS_A_DAY = 86_400;

  private final Fields fields;
  private final KnownValues known;
  private final Suffixes suffixes;
  private final URI server;
  private final Instant now;

  /**
   * @param fields what columns are called
   * @param known what values mean
   * @param suffixes what suffixes stand for
   * @param server gives out the files
   * @param now tells what is exclusive still
   */
  Inspection(Fields fields, KnownValues known, Suffixes suffixes, URI server, Instant now) {
    this.fields = fields;
    this.known = known;
    this.suffixes = suffixes;
    this.server = server;
    this.now = now;
  }

  /**
   * What can be said, by its title; only what is known.
   *
   * @param row a table of one row
   * @param number by which it is named in its set
   */
  Map<String, String> of(Table row, SetKind kind, int number) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (kind == SetKind.PRODUCTS) {
      product(row, facts);
    } else {
      observation(row, facts, number);
    }
    facts.values().removeIf(String::isBlank);
    return facts;
  }

  private void product(Table row, Map<String, String> facts) {
    String name = text(row, "productFilename");
    String mission = text(row, "obs_collection");
    FileName file = FileName.parse(name);
    boolean guide = name.contains("_gs-");
    boolean preview = !row.where(ProductRules.PREVIEW).isEmpty();
    Optional<Suffixes.Kind> kind = kind(row, mission, file);
    facts.put("file", name);
    facts.put("what", what(row, kind, file, guide, preview));
    facts.put("purpose", purpose(row, kind, guide, preview));
    facts.put("level", explained(row, "calib_level", SetKind.PRODUCTS));
    facts.put("made by", maker(kind, file, mission, name, preview));
    facts.put("modes", kind.map(Suffixes.Kind::modes).orElse(""));
    facts.put("instrument", explained(row, "instrument_name", SetKind.OBSERVATIONS));
    facts.put("name says", String.join(", ", NameParts.of(mission, name)));
    facts.put("archive says", text(row, "description"));
    facts.put("recommended", text(row, "productGroupDescription"));
    facts.put("program", text(row, "proposal_id"));
    facts.put("observation", text(row, "obs_id"));
    facts.put("rights", rights(row, SetKind.PRODUCTS));
    facts.put("uri", text(row, "dataURI"));
    facts.put(
        "link", text(row, "dataURI").isEmpty() ? "" : FileAddress.of(server, text(row, "dataURI")));
    facts.put("companions", companions(row, name, file));
    facts.put(
        "dictionary",
        kind.map(
                one ->
                    (one.source().isEmpty() ? "seen in the archive" : one.source())
                        + ", as of "
                        + suffixes.date())
            .orElse(""));
  }

  // Guide-star files share suffixes with others; what they are, the sub-group or the name says.
  private Optional<Suffixes.Kind> kind(Table row, String mission, FileName file) {
    String group = text(row, "productSubGroupDescription");
    Optional<Suffixes.Kind> byGroup = suffixes.ofGroup(mission, group);
    Optional<Suffixes.Kind> bySuffix =
        Optional.ofNullable(file.suffix()).flatMap(suffix -> suffixes.ofSuffix(mission, suffix));
    boolean guide = file.name().contains("_gs-");
    return guide ? byGroup.or(() -> guideStar(mission, file)) : bySuffix.or(() -> byGroup);
  }

  private Optional<Suffixes.Kind> guideStar(String mission, FileName file) {
    String behind = file.name().substring(file.name().indexOf("_gs-") + 1);
    return suffixes.ofGroup(mission, behind.split("_", 2)[0]);
  }

  private static String what(
      Table row, Optional<Suffixes.Kind> kind, FileName file, boolean guide, boolean preview) {
    String suffix = file.suffix() == null ? "" : file.suffix();
    String meaning =
        kind.map(Suffixes.Kind::meaning)
            .orElse(
                suffix.isEmpty()
                    ? "the name has no suffix that would tell"
                    : "not known: the dictionary has no suffix "
                        + suffix
                        + " of "
                        + text(row, "obs_collection"));
    String stage = guide && !suffix.isEmpty() ? ", " + guideState(suffix) : "";
    boolean small = file.name().toLowerCase(Locale.ROOT).contains("_thumb.");
    String picture = preview ? (small ? "Small preview picture of: " : "Preview picture of: ") : "";
    return picture + meaning + stage;
  }

  private static String guideState(String suffix) {
    return suffix.endsWith("uncal") ? "raw" : suffix.endsWith("cal") ? "calibrated" : suffix;
  }

  private String purpose(Table row, Optional<Suffixes.Kind> kind, boolean guide, boolean preview) {
    String type = explained(row, "productType", SetKind.PRODUCTS);
    String own =
        guide ? "guide star" : preview ? "preview" : kind.map(Suffixes.Kind::purpose).orElse("");
    if (own.isEmpty()) {
      return type;
    }
    String filed = text(row, "productType");
    return filed.isEmpty() || filed.equalsIgnoreCase(own) ? own : own + ", filed under " + filed;
  }

  private static String maker(
      Optional<Suffixes.Kind> kind, FileName file, String mission, String name, boolean preview) {
    if (preview || kind.isEmpty()) {
      return "";
    }
    boolean hubble = mission.equalsIgnoreCase("HST");
    String of = hubble ? NameParts.hstInstrument(name).orElse("") : file.stage();
    return kind.get().maker(of);
  }

  private String companions(Table row, String name, FileName file) {
    List<String> commands = new ArrayList<>();
    String observation = text(row, "obs_id");
    Quoting.literal(observation)
        .filter(literal -> !observation.isEmpty())
        .ifPresent(literal -> commands.add("filter obs_id=" + literal));
    int end =
        file.suffix() == null ? -1 : name.toLowerCase(Locale.ROOT).lastIndexOf("_" + file.suffix());
    if (end > 0) {
      commands.add(
          "filter name~" + Quoting.quote(name.substring(0, end + 1)) + " (other suffixes)");
    }
    return String.join("; ", commands);
  }

  private void observation(Table row, Map<String, String> facts, int number) {
    String name = text(row, "obs_id");
    String mission = text(row, "obs_collection");
    facts.put("observation", name);
    facts.put("what", explained(row, "dataproduct_type", SetKind.OBSERVATIONS));
    facts.put("level", explained(row, "calib_level", SetKind.OBSERVATIONS));
    facts.put("purpose", explained(row, "intentType", SetKind.OBSERVATIONS));
    facts.put("made by", explained(row, "provenance_name", SetKind.OBSERVATIONS));
    facts.put("mission", explained(row, "obs_collection", SetKind.OBSERVATIONS));
    facts.put("instrument", explained(row, "instrument_name", SetKind.OBSERVATIONS));
    facts.put("filters", filters(row));
    facts.put("name says", String.join(", ", NameParts.of(mission, name)));
    facts.put("target", text(row, "target_name"));
    facts.put("program", program(row));
    facts.put("taken", taken(row));
    facts.put("rights", rights(row, SetKind.OBSERVATIONS));
    facts.put("uri", text(row, "dataURL"));
    facts.put("preview", text(row, "jpegURL"));
    facts.put("companions", "products " + number + " (its files)" + neighbours(row, name));
  }

  private static String neighbours(Table row, String name) {
    String program = text(row, "proposal_id");
    String observation = FileName.parse(name).obsnum();
    return Quoting.literal(program)
        .filter(literal -> !program.isEmpty() && observation != null)
        .map(literal -> "; filter program=" + literal + " obsnum=" + observation)
        .orElse("");
  }

  private String filters(Table row) {
    List<String> words = new ArrayList<>();
    Optional<Field> field = fields.find("filters", SetKind.OBSERVATIONS);
    for (String filter : text(row, "filters").split(";", -1)) {
      String meaning = field.map(one -> known.meaning(one, filter)).orElse("");
      words.add(meaning.isEmpty() ? filter : filter + " (" + meaning + ")");
    }
    return String.join("; ", words);
  }

  private static String program(Table row) {
    String program = text(row, "proposal_id");
    String pi = text(row, "proposal_pi");
    String title = text(row, "obs_title");
    return program + (pi.isEmpty() ? "" : ", " + pi) + (title.isEmpty() ? "" : ": " + title);
  }

  private static String taken(Table row) {
    double start = number(row, "t_min");
    double end = number(row, "t_max");
    if (Double.isNaN(start)) {
      return "";
    }
    return MjdDates.text(start) + (Double.isNaN(end) ? "" : " to " + MjdDates.text(end));
  }

  private String rights(Table row, SetKind kind) {
    String rights = explained(row, "dataRights", kind);
    double released = number(row, "t_obs_release");
    if (Double.isNaN(released)) {
      return rights;
    }
    double today = UNIX_EPOCH + now.getEpochSecond() / SECONDS_A_DAY;
    String since = released <= today ? "public since " : "exclusive until ";
    return (rights.isEmpty() ? "" : rights + "; ") + since + MjdDates.day(released);
  }

  // 3 (science: combined or extracted, ready for use)
  private String explained(Table row, String column, SetKind kind) {
    String value = text(row, column);
    String meaning = fields.find(column, kind).map(field -> known.meaning(field, value)).orElse("");
    boolean needless = meaning.isEmpty() || meaning.equalsIgnoreCase(value);
    return value.isEmpty() || needless ? value : value + " (" + meaning + ")";
  }

  private static String text(Table row, String column) {
    String text = row.text(0, column);
    return text == null ? "" : text.strip();
  }

  private static double number(Table row, String column) {
    return row.find(column).map(cells -> cells.number(0)).orElse(Double.NaN);
  }
}
