package org.mastshell.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** An observation in the making. Columns that nobody sets stay null, save a few defaults. */
final class ObservationDraft {
  private static final double SECONDS_A_DAY = 86_400;

  private final Map<String, Object> values = new HashMap<>();

  private ObservationDraft() {}

  /** Begins a public science observation of the collection. */
  static ObservationDraft of(String collection, long obsid, String obsId) {
    ObservationDraft draft = new ObservationDraft();
    draft.set("obs_collection", collection).set("project", collection).set("obs_id", obsId);
    draft.set("obsid", obsid).set("objID", obsid + 77_000_000);
    draft.set("intentType", "science").set("dataRights", "PUBLIC");
    return draft.set("sequence_number", -999);
  }

  /** Sets a column; null leaves it without a value. */
  ObservationDraft set(String column, Object value) {
    if (value == null) {
      values.remove(column);
    } else {
      values.put(column, value);
    }
    return this;
  }

  ObservationDraft proposal(Proposal proposal) {
    set("proposal_id", proposal.id()).set("proposal_pi", proposal.investigator());
    set("obs_title", proposal.title()).set("proposal_type", proposal.type());
    set("t_obs_release", proposal.release());
    return set("dataRights", proposal.exclusive() ? "EXCLUSIVE_ACCESS" : "PUBLIC");
  }

  /** Sets the target, its place, and a footprint of the given STC-S text. */
  ObservationDraft target(String name, String classes, SkyPosition place, String region) {
    set("target_name", name).set("target_classification", classes);
    return set("s_ra", place.ra()).set("s_dec", place.dec()).set("s_region", region);
  }

  /** Sets instrument, compound filter, band name, and the wavelengths in nm. */
  ObservationDraft light(String instrument, String filters, String band, double min, double max) {
    set("instrument_name", instrument).set("filters", filters);
    set("wavelength_region", band).set("em_min", min).set("em_max", max);
    return set("wave_region", band).set("wave_min", min).set("wave_max", max);
  }

  /** Sets the start as an MJD and the exposure in seconds, which took 15% longer. */
  ObservationDraft time(double start, double seconds) {
    set("t_min", start).set("t_exptime", seconds);
    return set("t_max", start + 1.15 * seconds / SECONDS_A_DAY);
  }

  ObservationDraft data(String kind, int level, String pipeline) {
    set("dataproduct_type", kind).set("calib_level", level);
    return set("provenance_name", pipeline);
  }

  ObservationDraft links(String data, String preview) {
    return set("dataURL", data).set("jpegURL", preview);
  }

  /** Ends the draft; the recipe makes the products once, when they are first asked for. */
  Observation build(Function<Observation, List<Product>> recipe) {
    AtomicReference<List<Product>> made = new AtomicReference<>();
    return buildForgetful(
        observation -> {
          List<Product> products = made.get();
          if (products == null) {
            products = List.copyOf(recipe.apply(observation));
            made.set(products);
          }
          return products;
        });
  }

  /** Ends the draft; the recipe makes the products each time, so that none are kept. */
  Observation buildForgetful(Function<Observation, List<Product>> recipe) {
    return new Observation(values, recipe);
  }
}
