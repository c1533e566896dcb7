package org.mastshell.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where files lie in the archive's public bucket, as far as the archive said.
 *
 * <p>Immutable. A file that is neither known nor missing was not asked for, or not answered.
 */
public final class CloudPaths {
  private final Map<String, CloudKey> known;
  private final Set<String> missing;
  private final String trouble;

  CloudPaths(Map<String, CloudKey> known, Set<String> missing, String trouble) {
    this.known = Map.copyOf(known);
    this.missing = Set.copyOf(missing);
    this.trouble = trouble;
  }

  /** How many files the bucket has. */
  public int count() {
    return known.size();
  }

  /** Whether the archive said that the bucket does not have it. */
  public boolean isMissing(String dataUri) {
    return missing.contains(dataUri);
  }

  /** Why there was no answer for some files; empty where there was one for all. */
  public String trouble() {
    return trouble;
  }

  /** The names in the bucket, without a slash at the beginning, by the data URI. */
  public Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    known.forEach((uri, key) -> names.put(uri, key.toString()));
    return names;
  }

  Optional<CloudKey> key(String dataUri) {
    return Optional.ofNullable(known.get(dataUri));
  }
}
