package org.mastshell.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes the files that are text: associations, their pool, and tables of sources. */
final class TextFiles {
  private static final int SOURCES = 12;

  /** An association of stage 2 or 3 that lists its members, in the JWST pipeline's form. */
  byte[] association(Product product) throws IOException {
    Observation owner = product.owner();
    boolean combined = owner.number("calib_level") >= 3;
    ObjectNode root = Json.mapper().createObjectNode();
    root.put("asn_type", combined ? "image3" : "image2");
    root.put("asn_rule", "Synthetic, made by MastShell; no real data");
    root.put("program", owner.text("proposal_id"));
    root.put("asn_id", owner.obsId());
    root.put("asn_pool", poolName(owner));
    ObjectNode group = root.putArray("products").addObject();
    group.put("name", owner.obsId());
    ArrayNode members = group.putArray("members");
    for (String name : memberNames(owner, combined ? "_cal" : "_rate")) {
      members.addObject().put("expname", name).put("exptype", "science").put("exposerr", "null");
    }
    return (Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A stand-in for the table of a program's exposures; the same for all that list it. */
  byte[] pool(Product product) {
    String program = product.owner().text("proposal_id");
    String text = "filename|program|note\nall|" + program + "|synthetic, made by MastShell\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A table in ECSV, version 1.0 of astropy's proposal APE 6. */
  @SuppressWarnings("OrphanedFormatString") // ECSV begins with a percent sign.
  byte[] sourceTable(Product product) {
    Observation owner = product.owner();
    StringBuilder text =
        new StringBuilder(
            """
            # %ECSV 1.0
            # ---
            # datatype:
            # - {name: label, datatype: int64, description: number of the source}
            # - {name: ra, unit: deg, datatype: float64}
            # - {name: dec, unit: deg, datatype: float64}
            # - {name: aper_total_vegamag, unit: mag, datatype: float64}
            # meta:
            #   comments: [Synthetic table made by MastShell; no measurement of any sky]
            # schema: astropy-2.0
            label ra dec aper_total_vegamag
            """);
    Random random = new Random(product.fileName().hashCode());
    for (int label = 1; label <= SOURCES; label++) {
      SkyPosition place =
          owner
              .position()
              .shifted(0.02 * (random.nextDouble() - 0.5), 0.02 * (random.nextDouble() - 0.5));
      text.append(
          String.format(
              Locale.ROOT,
              "%d %.8f %.8f %.4f%n",
              label,
              place.ra(),
              place.dec(),
              18 + 6 * random.nextDouble()));
    }
    return text.toString().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
  }

  // The averages over integrations, or the single integrations where there are no averages.
  private static List<String> memberNames(Observation owner, String suffix) {
    List<String> averages = namesEndingWith(owner, suffix + ".fits");
    return averages.isEmpty() ? namesEndingWith(owner, suffix + "ints.fits") : averages;
  }

  private static List<String> namesEndingWith(Observation owner, String ending) {
    return owner.products().stream()
        .map(Product::fileName)
        .filter(name -> name.endsWith(ending) && !name.contains("_gs-"))
        .toList();
  }

  private static String poolName(Observation owner) {
    return owner.products().stream()
        .map(Product::fileName)
        .filter(name -> name.endsWith("_pool.csv"))
        .findFirst()
        .orElse("none");
  }
}
