package org.mastshell.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The services with the keywords of NIRCam's and NIRSpec's files, {@code Mast.Jwst.Filtered.*}. */
final class KeywordServices {
  private static final String PREFIX = "mast.jwst.filtered.";
  private static final String COUNT = "COUNT_BIG(*)";
  private static final Pattern DETECTOR = Pattern.compile("_(nrc[ab](?:[1-5]|long)|nrs[12])_");
  private static final double UNIX = 40_587;
  private static final double MILLIS_A_DAY = 86_400_000;
  private static final Columns COLUMNS = new Columns(columns());

  private final WebbDatasets datasets;
  private final FileContents files;
  private final Map<String, List<Row>> rows = new LinkedHashMap<>();

  KeywordServices(Archive archive, FileContents files) {
    this.datasets = new WebbDatasets(archive);
    this.files = files;
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (String name :
        List.of(
            "filename",
            "fileSetName",
            "productLevel",
            "instrume",
            "detector",
            "exp_type",
            "filter",
            "pupil",
            "grating",
            "subarray",
            "readpatt",
            "targprop",
            "pi_name",
            "title",
            "category",
            "template",
            "date_obs",
            "checksum",
            "dataURI",
            "program")) {
      columns.add(column(name, "string", "char"));
    }
    for (String name : List.of("observtn", "visit", "nints", "ngroups", "fileSize")) {
      columns.add(column(name, "int", "int"));
    }
    for (String name :
        List.of(
            "effexptm",
            "duration",
            "targ_ra",
            "targ_dec",
            "date_obs_mjd",
            "publicReleaseDate_mjd")) {
      columns.add(column(name, "float", "double"));
    }
    columns.add(column("isRestricted", "boolean", "boolean"));
    return columns;
  }

  private static Column column(String name, String type, String datatype) {
    return new Column(name, type, datatype, name, "", "", List.of(), "", "");
  }

  /** Whether a service, in lower case, is one of these. */
  static boolean has(String service) {
    return service.equals(PREFIX + "nircam") || service.equals(PREFIX + "nirspec");
  }

  /**
   * The reply of a service.
   *
   * @throws MashupException when its parameters are wrong
   */
  TableReply reply(String service, JsonNode params) throws MashupException {
    Predicate<Row> condition = new Filters(COLUMNS).parse(params.path("filters"));
    List<Row> found =
        rows(service.substring(PREFIX.length()).toUpperCase(Locale.ROOT)).stream()
            .filter(condition)
            .toList();
    String chosen = params.path("columns").asText("*");
    if (chosen.replace(" ", "").toUpperCase(Locale.ROOT).equals(COUNT)) {
      long count = found.size();
      Column single = column("Column1", "string", "char");
      return new TableReply(new Columns(List.of(single)), Rows.of(List.of((Row) any -> count)))
          .onOnePage();
    }
    return new TableReply(COLUMNS.select(chosen), Rows.of(found));
  }

  private synchronized List<Row> rows(String instrument) {
    return rows.computeIfAbsent(instrument, this::made);
  }

  private List<Row> made(String instrument) {
    List<Row> made = new ArrayList<>();
    for (Dataset dataset : datasets.datasets()) {
      if (instrument.equals(dataset.value("instrume"))) {
        for (Product product : dataset.products()) {
          String level = level(dataset, product);
          if (product.fileName().endsWith(".fits") && !level.isEmpty()) {
            made.add(row(dataset, product, level));
          }
        }
      }
    }
    return List.copyOf(made);
  }

  private static String level(Dataset dataset, Product product) {
    if ("3".equals(dataset.value("productLevel"))) {
      return "3";
    }
    String name = product.fileName();
    String suffix = name.substring(name.lastIndexOf('_') + 1).replace(".fits", "");
    return switch (suffix) {
      case "uncal" -> "1b";
      case "rate", "rateints" -> "2a";
      case "cal", "calints", "i2d", "s2d", "x1d", "s3d" -> "2b";
      case "crf", "crfints" -> "2c";
      default -> "";
    };
  }

  private Row row(Dataset dataset, Product product, String level) {
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("filename", product.fileName());
    own.put("productLevel", level);
    // The short and the long channel of an exposure have filters of their own.
    String filters = product.owner().text("filters");
    if (filters != null) {
      own.put("filter", filters.split(";", 2)[0]);
    }
    own.put("program", String.valueOf(dataset.value("program")));
    Matcher detector = DETECTOR.matcher(product.fileName());
    if (detector.find()) {
      own.put("detector", detector.group(1).toUpperCase(Locale.ROOT));
    }
    String optics = String.valueOf(dataset.value("opticalElements"));
    if ("NIRSPEC".equals(dataset.value("instrume"))) {
      own.put("grating", optics.substring(optics.lastIndexOf(';') + 1));
    } else {
      own.put("pupil", optics.contains(";") ? optics.substring(optics.indexOf(';') + 1) : "CLEAR");
    }
    own.put("category", "COM");
    own.put("template", dataset.value("instrume") + " observation");
    double start = product.owner().number("t_min");
    own.put("date_obs_mjd", start);
    own.put("date_obs", "/Date(" + Math.round((start - UNIX) * MILLIS_A_DAY) + ")/");
    own.put("publicReleaseDate_mjd", product.owner().number("t_obs_release"));
    own.put("nints", 1L);
    own.put("ngroups", Math.max(2, Math.round(product.owner().number("t_exptime") / 100)));
    own.put("isRestricted", product.owner().isExclusive());
    own.put("dataURI", product.uri());
    return name ->
        switch (name) {
          // Made when asked for, since it takes the whole file.
          case "fileSize" -> (long) files.size(product);
          case "checksum" -> md5(files.bytes(product));
          default -> own.containsKey(name) ? own.get(name) : dataset.value(name);
        };
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
