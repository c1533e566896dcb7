package org.mastshell.vocabulary;

import static org.mastshell.vocabulary.ValueKind.INTEGER;
import static org.mastshell.vocabulary.ValueKind.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.mastshell.table.Subject;

/**
 * The fields that are read from the name of a product or of an observation. An observation's name
 * has no suffix and no extension: those are fields of products alone.
 */
public final class NameFields {
  /** The column that holds the names of products. */
  public static final String PRODUCT_NAME = "productFilename";

  /** The column that holds the names of observations. */
  public static final String OBSERVATION_NAME = "obs_id";

  private final SetKind set;
  private final List<Field> fields = new ArrayList<>();

  private NameFields(SetKind set) {
    this.set = set;
  }

  /** The fields of a kind of set; kinds whose sets have columns of their own have none. */
  public static List<Field> of(SetKind kind) {
    if (kind.hasOwnColumns()) {
      return List.of();
    }
    NameFields names = new NameFields(kind);
    names.addCommon();
    if (kind == SetKind.PRODUCTS) {
      names.addOfProducts();
    }
    return List.copyOf(names.fields);
  }

  private void addCommon() {
    add("obsnum", INTEGER, "Observation", "6", FileName::obsnum)
        .meaning("Number of the observation in its program");
    add("visit", INTEGER, "Visit", "1", FileName::visit)
        .meaning("Number of the visit in its observation");
    add("exposure", INTEGER, "Exposure number", "3", FileName::exposure)
        .meaning("Number of the exposure in its visit");
    add("segment", INTEGER, "Segment", "1", FileName::segment)
        .meaning("Number of the piece of an exposure too long for one file");
    add("detector", TEXT, "Detector", "nrca1", FileName::detector)
        .meaning("Detector that took the exposure");
    add("stage", TEXT, "Stage", "2b", FileName::stage)
        .meaning("Stage of processing: 1b raw, 2a count rates, 2b calibrated, 3 combined");
    add("acid", TEXT, "Candidate", "o001", FileName::acid)
        .meaning("Association candidate: o001 an observation, c1001 proposed, a3001 discovered");
    add("source", TEXT, "Source", "s000012345", FileName::source)
        .meaning("Source in a field of many: s a source, b a background, v a virtual slit");
  }

  private void addOfProducts() {
    add("asn_type", TEXT, "Association type", "image3", FileName::asnType)
        .meaning("Kind of association that an asn file describes");
    add("suffix", TEXT, "Suffix", "uncal", FileName::suffix)
        .meaning("Last part of the file name before the extension: what the file holds");
    add("extension", TEXT, "Extension", "fits", FileName::extension, "ext")
        .meaning("Part of the file name behind the dot: the file's format");
  }

  private Draft add(
      String word,
      ValueKind kind,
      String label,
      String example,
      Function<FileName, String> part,
      String... aliases) {
    String source = set == SetKind.PRODUCTS ? PRODUCT_NAME : OBSERVATION_NAME;
    Subject subject = Subject.derived(word, source, name -> part.apply(FileName.parse(name)));
    return meaning ->
        fields.add(
            new Field(
                word, List.of(aliases), Set.of(set), kind, "", label, meaning, example, subject));
  }

  private interface Draft {
    void meaning(String meaning);
  }
}
