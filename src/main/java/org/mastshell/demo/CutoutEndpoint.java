package org.mastshell.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The services that cut small pieces out of images: tesscut, zcut and hapcut. */
final class CutoutEndpoint implements Endpoint {
  private static final String VERSION = "/api/v0.1/";
  private static final String JSON = "application/json";
  private static final double TESS_PIXEL = 21 / 3600.0;
  private static final double FIELD_PIXEL = 0.06 / 3600;
  private static final int MOST_PIXELS = 100;

  // Always the same bytes: a zip archive keeps when its files were changed.
  private static final LocalDateTime THEN = LocalDateTime.of(2026, 1, 1, 0, 0);

  private final TessCoverage coverage = new TessCoverage();
  private final CutoutImages images = new CutoutImages();

  /** A question that cannot be answered. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }
  }

  /** Whether a path is one of these services. */
  static boolean isOne(String path) {
    return path.matches("(?i)/(tesscut|zcut|hapcut)" + VERSION + ".*");
  }

  @Override
  public void answer(Call call) throws IOException {
    String path = call.path().toLowerCase(Locale.ROOT);
    String service = path.substring(1, path.indexOf(VERSION));
    String what = path.substring(path.indexOf(VERSION) + VERSION.length()).replaceAll("/+$", "");
    try {
      CutoutAsked asked = asked(call);
      switch (service + " " + what) {
        case "tesscut sector", "tesscut moving_target/sector" ->
            call.sendText(200, JSON, sectors(seen(asked, what)));
        case "tesscut astrocut", "tesscut moving_target/astrocut" -> tess(call, asked, what);
        case "zcut survey" ->
            call.sendText(
                200,
                JSON,
                Json.mapper().writeValueAsString(Map.of("surveys", surveys(place(asked)))));
        case "zcut astrocut" -> zcut(call, asked);
        case "hapcut astrocut" -> hapcut(call, asked);
        default -> call.sendText(404, "text/plain", "Not found: " + call.path() + "\n");
      }
    } catch (Refusal refusal) {
      call.sendText(
          400, JSON, Json.mapper().writeValueAsString(Map.of("msg", refusal.getMessage())));
    }
  }

  /** The parameters of a request, by their names in small letters. */
  private record CutoutAsked(Map<String, String> parameters) {
    Optional<String> text(String name) {
      return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    double number(String name) throws Refusal {
      String text = text(name).orElseThrow(() -> new Refusal(name + " is missing."));
      try {
        double number = Double.parseDouble(text);
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException none) {
        throw new Refusal(name + " is no number: " + text);
      }
      throw new Refusal(name + " is no number: " + text);
    }
  }

  // A query, a form, or JSON: clients use all three.
  private static CutoutAsked asked(Call call) throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    List<String> names =
        List.of(
            "ra",
            "dec",
            "radius",
            "x",
            "y",
            "units",
            "sector",
            "product",
            "obj_id",
            "obj_type",
            "survey",
            "format");
    Parameters form = call.parameters();
    for (String name : names) {
      Optional.ofNullable(form.first(name)).ifPresent(value -> parameters.put(name, value));
    }
    if (call.body().stripLeading().startsWith("{")) {
      JsonNode root = Json.mapper().readTree(call.body());
      for (String name : names) {
        if (root.has(name)) {
          parameters.put(name, root.path(name).asText());
        }
      }
    }
    return new CutoutAsked(parameters);
  }

  private static SkyPosition place(CutoutAsked asked) throws Refusal {
    double ra = asked.number("ra");
    double dec = asked.number("dec");
    if (ra < 0 || ra >= 360 || dec < -90 || dec > 90) {
      throw new Refusal("No such position.");
    }
    return new SkyPosition(ra, dec);
  }

  private List<TessCoverage.Seen> seen(CutoutAsked asked, String what) throws Refusal {
    boolean tica = asked.text("product").filter("TICA"::equalsIgnoreCase).isPresent();
    if (what.startsWith("moving_target")) {
      String object = asked.text("obj_id").orElseThrow(() -> new Refusal("obj_id is missing."));
      if (tica) {
        throw new Refusal("Moving targets are cut out of SPOC alone.");
      }
      return coverage.ofMoving(object);
    }
    return coverage.at(place(asked)).stream()
        .filter(one -> !tica || one.sector() >= TessCoverage.FIRST_OF_TICA)
        .map(one -> tica ? one.ofTica() : one)
        .toList();
  }

  private static String sectors(List<TessCoverage.Seen> seen) throws IOException {
    List<Map<String, String>> results = new ArrayList<>();
    for (TessCoverage.Seen one : seen) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("sectorName", one.name());
      row.put("sector", Integer.toString(one.sector()));
      row.put("camera", Integer.toString(one.camera()));
      row.put("ccd", Integer.toString(one.ccd()));
      results.add(row);
    }
    return Json.mapper().writeValueAsString(Map.of("results", results));
  }

  private void tess(Call call, CutoutAsked asked, String what) throws IOException, Refusal {
    Optional<String> sector = asked.text("sector");
    List<TessCoverage.Seen> seen =
        seen(asked, what).stream()
            .filter(one -> sector.isEmpty() || sector.get().equals(Integer.toString(one.sector())))
            .toList();
    if (seen.isEmpty()) {
      nothing(call, "No data found for this target in the sectors of TESS.");
      return;
    }
    boolean moving = what.startsWith("moving_target");
    int[] size = size(asked, TESS_PIXEL);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (TessCoverage.Seen one : seen) {
      SkyPosition centre = moving ? one.centre() : place(asked);
      String where = moving ? asked.text("obj_id").orElse("") : coordinates(centre);
      String name =
          "%s_%s_%dx%d_astrocut.fits"
              .formatted(one.name(), where.replaceAll("[^A-Za-z0-9._-]", "-"), size[0], size[1]);
      files.put(name, images.targetPixels(one, centre, size[0], size[1], name));
    }
    send(call, files);
  }

  private static List<String> surveys(SkyPosition place) {
    List<String> surveys = new ArrayList<>();
    if (place.separation(new SkyPosition(189.228, 62.238)) < 0.3) {
      surveys.addAll(List.of("candels_gn_60mas", "candels_gn_30mas", "goods_north"));
    }
    if (place.separation(new SkyPosition(150.117, 2.206)) < 0.3) {
      surveys.add("candels_cos_60mas");
    }
    return surveys;
  }

  private void zcut(Call call, CutoutAsked asked) throws IOException, Refusal {
    SkyPosition centre = place(asked);
    Optional<String> survey = asked.text("survey");
    String format = asked.text("format").orElse("fits").toLowerCase(Locale.ROOT);
    if (!List.of("fits", "jpg", "png").contains(format)) {
      throw new Refusal("Unknown format: " + format);
    }
    List<String> surveys =
        surveys(centre).stream()
            .filter(one -> survey.isEmpty() || survey.get().equalsIgnoreCase(one))
            .toList();
    if (surveys.isEmpty()) {
      nothing(call, "No deep field survey covers these coordinates.");
      return;
    }
    int[] size = size(asked, FIELD_PIXEL);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String one : surveys) {
      String name =
          String.format(
              Locale.ROOT,
              "%s_%s_%.1fpix-x-%.1fpix_astrocut%s.%s",
              one,
              coordinates(centre),
              (double) size[0],
              (double) size[1],
              format.equals("fits") ? "" : "_0",
              format);
      files.put(
          name,
          format.equals("fits")
              ? images.image(centre, size[0], size[1], FIELD_PIXEL, name, List.of("CUTOUT"))
              : images.picture(size[0], size[1], format, name));
    }
    send(call, files);
  }

  private void hapcut(Call call, CutoutAsked asked) throws IOException, Refusal {
    SkyPosition centre = place(asked);
    if (centre.separation(Target.M101.place()) > 0.2) {
      nothing(call, "No HAP images cover these coordinates.");
      return;
    }
    int[] size = size(asked, FIELD_PIXEL);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String filter : List.of("f555w", "f814w")) {
      // As the archive has them, such names do not tell the size.
      String name =
          String.format(
                      Locale.ROOT,
                      "hst_cutout_skycell-p2381x05y09-ra%.4f-decn%.4f",
                      centre.ra(),
                      centre.dec())
                  .replace('.', 'd')
              + "_acs_wfc_"
              + filter
              + ".fits";
      files.put(
          name, images.image(centre, size[0], size[1], FIELD_PIXEL, name, List.of("SCI", "WHT")));
    }
    send(call, files);
  }

  private static int[] size(CutoutAsked asked, double pixel) throws Refusal {
    int[] size = new int[2];
    boolean degrees = asked.text("units").filter("d"::equals).isPresent();
    for (int axis = 0; axis < 2; axis++) {
      double typed = asked.number(axis == 0 ? "x" : "y");
      double pixels = degrees ? Math.ceil(typed / pixel) : typed;
      if (pixels < 1 || pixels > MOST_PIXELS) {
        throw new Refusal("This archive cuts out 1 to " + MOST_PIXELS + " pixels a side.");
      }
      size[axis] = (int) pixels;
    }
    return size;
  }

  private static String coordinates(SkyPosition place) {
    return String.format(Locale.ROOT, "%.6f_%.6f", place.ra(), place.dec());
  }

  private static void nothing(Call call, String message) throws IOException {
    call.sendText(
        200, JSON, Json.mapper().writeValueAsString(Map.of("results", List.of(), "msg", message)));
  }

  private static void send(Call call, Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(THEN);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    call.send(200, "application/zip", bytes.toByteArray(), 0, bytes.size());
  }
}
