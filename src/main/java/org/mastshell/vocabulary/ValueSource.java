package org.mastshell.vocabulary;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Where the values of a field can be asked for that the bundled lists do not have. */
public interface ValueSource {
  /**
   * The values of a field.
   *
   * @param context what is already settled: name of a field to its value
   * @return the values, most frequent first; empty if the source has none for the field
   * @throws IOException if the source cannot be asked
   */
  List<KnownValue> values(Field field, Map<String, String> context) throws IOException;
}
