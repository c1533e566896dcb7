package org.mastshell.demo;

import static org.mastshell.demo.DatasetColumn.other;
import static org.mastshell.demo.DatasetColumn.usual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Webb's file sets as its own search has them: an exposure with the files of all its detectors, or
 * what was made of several.
 */
final class WebbDatasets implements MissionHolding {
  private static final String KEY = "fileSetName";
  private static final Pattern EXPOSURE =
      Pattern.compile("(jw(\\d{5})(\\d{3})(\\d{3})_\\d{5}_(\\d{5}))(?:-seg\\d{3})?_([a-z0-9]+)");
  private static final Map<String, String> EXPOSURE_TYPES =
      Map.ofEntries(
          Map.entry("NIRCAM/IMAGE", "NRC_IMAGE"),
          Map.entry("NIRCAM/CORON", "NRC_CORON"),
          Map.entry("NIRCAM/GRISM", "NRC_WFSS"),
          Map.entry("NIRCAM/TARGACQ", "NRC_TACQ"),
          Map.entry("NIRSPEC/MSA", "NRS_MSASPEC"),
          Map.entry("NIRSPEC/IFU", "NRS_IFU"),
          Map.entry("NIRSPEC/SLIT", "NRS_FIXEDSLIT"),
          Map.entry("MIRI/IMAGE", "MIR_IMAGE"),
          Map.entry("MIRI/IFU", "MIR_MRS"),
          Map.entry("MIRI/CORON", "MIR_LYOT"),
          Map.entry("MIRI/SLIT", "MIR_LRS-FIXEDSLIT"),
          Map.entry("MIRI/SLITLESS", "MIR_LRS-SLITLESS"),
          Map.entry("NIRISS/IMAGE", "NIS_IMAGE"),
          Map.entry("NIRISS/WFSS", "NIS_WFSS"),
          Map.entry("NIRISS/SOSS", "NIS_SOSS"),
          Map.entry("NIRISS/AMI", "NIS_AMI"),
          Map.entry("FGS/FGS1", "FGS_IMAGE"));
  private static final List<DatasetColumn> COLUMNS =
      List.of(
          usual(KEY, "VARCHAR", "Dataset ID"),
          usual("productLevel", "VARCHAR", "Product Level"),
          usual("program", "INTEGER", "Program"),
          usual("observtn", "INTEGER", "Observation"),
          usual("instrume", "VARCHAR", "Instrument"),
          usual("exp_type", "VARCHAR", "Exposure Type"),
          usual("targprop", "VARCHAR", "Target"),
          usual("targ_ra", "FLOAT", "Target RA"),
          usual("targ_dec", "FLOAT", "Target Dec"),
          usual("filter", "VARCHAR", "Filter"),
          usual("effexptm", "FLOAT", "Effective Exposure Time"),
          usual("date_obs", "DATETIME", "Start"),
          usual("publicReleaseDate", "DATETIME", "Release"),
          usual("access", "VARCHAR", "Access"),
          other("visit", "INTEGER", "Visit"),
          other("subarray", "VARCHAR", "Subarray"),
          other("readpatt", "VARCHAR", "Readout Pattern"),
          other("pi_name", "VARCHAR", "Investigator"),
          other("title", "VARCHAR", "Title"),
          other("opticalElements", "VARCHAR", "Optical Elements"),
          other("duration", "FLOAT", "Duration"),
          other("s_region", "VARCHAR", "Footprint"));

  private final Archive archive;
  private List<Dataset> datasets;

  WebbDatasets(Archive archive) {
    this.archive = archive;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<DatasetColumn> columns() {
    return COLUMNS;
  }

  @Override
  public String productName(Dataset dataset, Product product) {
    return product.fileName();
  }

  @Override
  public synchronized List<Dataset> datasets() {
    if (datasets == null) {
      datasets = made();
    }
    return datasets;
  }

  private List<Dataset> made() {
    Map<String, Observation> firsts = new LinkedHashMap<>();
    Map<String, Map<String, Product>> files = new LinkedHashMap<>();
    for (Observation observation : archive.listed()) {
      if (!"JWST".equals(observation.text("obs_collection"))
          || observation.number("calib_level") < 2) {
        continue;
      }
      // Exposures that only lists of files mention are datasets like all others.
      for (Product product : observation.products()) {
        Observation owner = product.owner();
        // Guiding is no dataset of an instrument.
        if (owner.value("t_min") == null) {
          continue;
        }
        String id = fileSet(owner.obsId());
        firsts.putIfAbsent(id, owner);
        if (product.fileName().startsWith(id)) {
          files
              .computeIfAbsent(id, first -> new LinkedHashMap<>())
              .putIfAbsent(product.uri(), product);
        }
      }
    }
    List<Dataset> all = new ArrayList<>();
    firsts.forEach(
        (id, observation) ->
            all.add(dataset(id, observation, List.copyOf(files.get(id).values()))));
    return List.copyOf(all);
  }

  private static String fileSet(String observation) {
    Matcher exposure = EXPOSURE.matcher(observation);
    return exposure.matches() ? exposure.group(1) : observation;
  }

  private static Dataset dataset(String id, Observation observation, List<Product> files) {
    Matcher exposure = EXPOSURE.matcher(observation.obsId());
    boolean single = exposure.matches();
    String instrument = observation.text("instrument_name");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(KEY, id);
    values.put("productLevel", single ? "2b" : "3");
    values.put("program", Long.valueOf(observation.text("proposal_id")));
    if (single) {
      values.put("observtn", Long.valueOf(exposure.group(3)));
      values.put("visit", Long.valueOf(exposure.group(4)));
    }
    values.put("instrume", instrument.substring(0, instrument.indexOf('/')));
    values.put("exp_type", EXPOSURE_TYPES.getOrDefault(instrument, "UNKNOWN"));
    values.put("targprop", observation.text("target_name"));
    values.put("targ_ra", observation.number("s_ra"));
    values.put("targ_dec", observation.number("s_dec"));
    String filters = observation.text("filters");
    if (filters != null) {
      values.put("filter", filters.split(";", 2)[0]);
      values.put("opticalElements", filters);
    }
    values.put("effexptm", observation.number("t_exptime"));
    values.put("duration", observation.number("t_exptime") * 1.05);
    values.put("date_obs", Times.text(observation.number("t_min")));
    values.put("publicReleaseDate", Times.text(observation.number("t_obs_release")));
    values.put("access", observation.isExclusive() ? "EXCLUSIVE" : "PUBLIC");
    values.put("subarray", observation.number("t_exptime") < 60 ? "SUB64" : "FULL");
    values.put("readpatt", readoutPattern(instrument, observation.number("t_exptime")));
    put(values, "pi_name", observation.text("proposal_pi"));
    put(values, "title", observation.text("obs_title"));
    put(values, "s_region", observation.text("s_region"));
    values.values().removeIf(Objects::isNull);
    return new Dataset(id, Map.copyOf(values), observation.position(), files);
  }

  // What such exposures are usually read out with.
  private static String readoutPattern(String instrument, double seconds) {
    return switch (instrument.substring(0, instrument.indexOf('/')).toUpperCase(Locale.ROOT)) {
      case "NIRCAM" -> seconds < 500 ? "BRIGHT1" : "MEDIUM8";
      case "NIRSPEC" -> "NRSIRS2RAPID";
      case "NIRISS" -> "NISRAPID";
      case "MIRI" -> "FASTR1";
      default -> "FGSRAPID";
    };
  }

  private static void put(Map<String, Object> values, String column, String text) {
    if (text != null) {
      values.put(column, text);
    }
  }
}
