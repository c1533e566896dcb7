package org.mastshell.archive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data URI that a file has here which a mission search lists: the archive names it by mission
 * and product alone, {@code retrieve_product?product_name=…} (API.md, section 8).
 *
 * <p>It is a name of this shell alone: no other service of the archive knows it, such as that for
 * scripts and that for paths in the bucket.
 *
 * @param mission the name of the search
 * @param product as the search lists it ({@code Z14Z0104T/z14z0104t_shf.fits})
 */
public record MissionUri(String mission, String product) {
  private static final String SCHEME = "mission:";
  private static final Pattern FORM = Pattern.compile(SCHEME + "([a-z][a-z0-9_]{0,30})/(.+)");

  /** One of these, or empty where a data URI is of another kind. */
  public static Optional<MissionUri> read(String dataUri) {
    Matcher parts = FORM.matcher(dataUri);
    return parts.matches()
        ? Optional.of(new MissionUri(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return SCHEME + mission + "/" + product;
  }
}
