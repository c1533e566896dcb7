package org.mastshell.demo;

import static org.mastshell.demo.DatasetColumn.other;
import static org.mastshell.demo.DatasetColumn.usual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Hubble's exposures as its own search has them. */
final class HubbleDatasets implements MissionHolding {
  private static final String KEY = "sci_data_set_name";
  private static final List<DatasetColumn> COLUMNS =
      List.of(
          usual(KEY, "VARCHAR", "Dataset"),
          usual("sci_targname", "VARCHAR", "Target Name"),
          usual("sci_instrume", "VARCHAR", "Instrument"),
          usual("sci_aper_1234", "VARCHAR", "Apertures"),
          usual("sci_spec_1234", "VARCHAR", "Filters/Gratings"),
          usual("sci_actual_duration", "FLOAT", "Exp Time"),
          usual("sci_start_time", "DATETIME", "Start Time"),
          usual("sci_pep_id", "INTEGER", "Proposal ID"),
          usual("sci_pi_last_name", "VARCHAR", "PI Last Name"),
          usual("sci_ra", "FLOAT", "RA (J2000)"),
          usual("sci_dec", "FLOAT", "Dec (J2000)"),
          usual("sci_release_date", "DATETIME", "Release Date"),
          usual("sci_stop_time", "DATETIME", "Stop Time"),
          other("sci_operating_mode", "VARCHAR", "Operating Mode"),
          other("sci_obs_type", "VARCHAR", "Obs Type"),
          other("sci_aec", "VARCHAR", "AEC"),
          other("sci_instrument_config", "VARCHAR", "Instrument Config"),
          other("sci_central_wavelength", "FLOAT", "Central Wavelength"),
          other("sci_status", "VARCHAR", "Status"));

  private final Archive archive;
  private List<Dataset> datasets;

  HubbleDatasets(Archive archive) {
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
  public synchronized List<Dataset> datasets() {
    if (datasets == null) {
      List<Dataset> all = new ArrayList<>();
      for (Observation observation : archive.listed()) {
        boolean exposure =
            "HST".equals(observation.text("obs_collection"))
                && "HST".equals(observation.text("project"));
        if (exposure) {
          all.add(dataset(observation));
        }
      }
      datasets = List.copyOf(all);
    }
    return datasets;
  }

  @Override
  public String productName(Dataset dataset, Product product) {
    return dataset.id() + "/" + product.fileName();
  }

  private static Dataset dataset(Observation exposure) {
    String id = exposure.obsId().toUpperCase(Locale.ROOT);
    String[] instrument = exposure.text("instrument_name").split("/", 2);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(KEY, id);
    values.put("sci_targname", exposure.text("target_name"));
    // The archive fills these names up with blanks.
    values.put("sci_instrume", String.format(Locale.ROOT, "%-6s", instrument[0]));
    values.put("sci_aper_1234", instrument.length > 1 ? instrument[1] : "ALL");
    values.put("sci_spec_1234", exposure.text("filters"));
    values.put("sci_actual_duration", exposure.number("t_exptime"));
    values.put("sci_start_time", Times.text(exposure.number("t_min")));
    values.put("sci_stop_time", Times.text(exposure.number("t_max")));
    values.put("sci_release_date", Times.text(exposure.number("t_obs_release")));
    values.put("sci_pep_id", Long.valueOf(exposure.text("proposal_id")));
    String pi = exposure.text("proposal_pi");
    values.put(
        "sci_pi_last_name", pi == null ? null : pi.split("[, ]", 2)[0].toUpperCase(Locale.ROOT));
    values.put("sci_ra", exposure.number("s_ra"));
    values.put("sci_dec", exposure.number("s_dec"));
    values.put("sci_operating_mode", "ACCUM");
    boolean spectrum = "spectrum".equals(exposure.text("dataproduct_type"));
    values.put("sci_obs_type", spectrum ? "SPECTRUM" : "IMAGE");
    values.put("sci_aec", "S");
    values.put("sci_instrument_config", exposure.text("instrument_name"));
    values.put(
        "sci_central_wavelength", 5 * (exposure.number("em_min") + exposure.number("em_max")));
    values.put("sci_status", exposure.isExclusive() ? "PROPRIETARY" : "PUBLIC");
    values.values().removeIf(Objects::isNull);
    return new Dataset(id, Map.copyOf(values), exposure.position(), exposure.products());
  }
}
