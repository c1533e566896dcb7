package org.mastshell.archive;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.mastshell.vocabulary.CutoutService;

/**
 * What a cutout service is asked (API.md, section 8).
 *
 * @param service which one
 * @param parameters by the archive's names, in the order in which they are sent; of a moving object
 *     {@link #OBJECT}, else {@code ra} and {@code dec}
 */
public record CutoutQuestion(CutoutService service, Map<String, String> parameters) {
  /** The parameter that names a moving object. */
  public static final String OBJECT = "obj_id";

  private static final String VERSION = "/api/v0.1/";
  private static final String MOVING = "moving_target/";

  /** Keeps its own copy. */
  public CutoutQuestion {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Which part of a service is asked. */
  enum Part {
    /** The sectors of TESS that saw something. */
    SECTORS("sector"),
    /** The surveys that cover a place. */
    SURVEYS("survey"),
    /** The cutouts. */
    CUTOUTS("astrocut");

    private final String word;

    Part(String word) {
      this.word = word;
    }
  }

  /** The same with this parameter, in its place or behind the others. */
  public CutoutQuestion with(String parameter, String value) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put(parameter, value);
    return new CutoutQuestion(service, all);
  }

  /** What a person is told of it. */
  public String text() {
    return parameters.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(" "));
  }

  /** The path and query below the archive's address. */
  String address(Part part) {
    String moving = parameters.containsKey(OBJECT) ? MOVING : "";
    String query =
        parameters.entrySet().stream()
            .map(one -> one.getKey() + "=" + PercentEncoding.encode(one.getValue()))
            .collect(Collectors.joining("&"));
    return "/" + service.path() + VERSION + moving + part.word + "?" + query;
  }
}
