package org.mastshell.vocabulary;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The grammar by which {@link FileName} reads names, as regular expressions for programs that run
 * elsewhere. They are for names in small letters, and use only what all common dialects know.
 */
public final class NameGrammar {
  /** The extension without its dot, as the only group. */
  public static final String EXTENSION =
      "\\.([a-z0-9]+\\.(?:" + alternatives(FileName.PACKED) + ")|[a-z0-9]+)$";

  /** Behind the extension's place, the last part; without {@code _thumb} at its end. */
  public static final String SUFFIX = "_([^_]+)$";

  /** What the end of a name may have that belongs to none of its parts. */
  public static final String THUMB = FileName.THUMB;

  /**
   * The name of what belongs to a visit, extension and {@link #THUMB} taken off. Groups: obsnum,
   * visit, exposure, segment, detector, acid.
   */
  public static final String OF_VISIT =
      "^jw[0-9]{5}([0-9]{3})([0-9]{3})(?=_|$)"
          + "(?:_[0-9]{2}[a-z0-9]{3}_([0-9]{5})(?:-seg([0-9]{3}))?(?=_|$))?"
          + "(?:_("
          + alternatives(JwstName.DETECTORS)
          + ")(?=_|$))?"
          + "(?:_([oca][0-9]{3,4})(?=_|$))?";

  /** The name of what is made of several exposures. Groups: acid, asn_type, source. */
  public static final String COMBINED =
      "^jw[0-9]{5}-([oca][0-9]{3,4})(?=[-_]|$)"
          + "(?:(?=_|$)(?:_[0-9]{8}t[0-9]{6}_([a-z0-9-]+)_[0-9]+(?=_|$))?"
          + "(?:_([sbv][0-9]+)(?=[-_]|$))?)?";

  private NameGrammar() {}

  /** The groups of {@link #OF_VISIT} in their order. */
  public static List<String> partsOfVisit() {
    return List.of("obsnum", "visit", "exposure", "segment", "detector", "acid");
  }

  /** The groups of {@link #COMBINED} in their order. */
  public static List<String> partsOfCombined() {
    return List.of("acid", "asn_type", "source");
  }

  /** Suffixes of exposures that tell the stage; beside them, {@code crf…} is stage 3. */
  public static Map<String, Set<String>> stages() {
    return Map.of(
        "1b", ProcessingStage.RAW, "2a", ProcessingStage.FIRST, "2b", ProcessingStage.SECOND);
  }

  /** Suffixes of combined products that tell no stage; all others are stage 3. */
  public static Set<String> withoutStage() {
    return ProcessingStage.INFORMATION;
  }

  private static String alternatives(Collection<String> words) {
    return words.stream().sorted().collect(Collectors.joining("|"));
  }
}
