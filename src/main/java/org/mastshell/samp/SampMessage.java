package org.mastshell.samp;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** What other programs are asked to load. */
public final class SampMessage {
  static final String TABLE = "table.load.votable";
  static final String IMAGE = "image.load.fits";

  private final String type;
  private final Map<String, String> parameters;

  private SampMessage(String type, Map<String, String> parameters) {
    this.type = type;
    this.parameters = parameters;
  }

  /**
   * To load a VOTable.
   *
   * @param place the file
   * @param id by which later messages can name the table
   * @param name for people
   */
  public static SampMessage table(URI place, String id, String name) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("url", place.toASCIIString());
    parameters.put("table-id", id);
    parameters.put("name", name);
    return new SampMessage(TABLE, parameters);
  }

  /** As the hub wants it. */
  Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("samp.mtype", type);
    map.put("samp.params", parameters);
    return map;
  }
}
