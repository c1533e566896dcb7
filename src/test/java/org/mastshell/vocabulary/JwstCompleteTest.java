package org.mastshell.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of JWST all that the archive and the mission's documentation name is known, with its meaning. */
class JwstCompleteTest {
  private final Fields fields = Fields.bundled();
  private final KnownValues known = KnownValues.bundled();

  private List<KnownValue> values(String field, String instrument) {
    Field found =
        fields
            .find(field, SetKind.OBSERVATIONS)
            .or(() -> fields.find(field, SetKind.PRODUCTS))
            .orElseThrow();
    return known.of(found, Map.of("obs_collection", "JWST", "instrument_name", instrument));
  }

  @Test
  void everyInstrumentAndMode() {
    assertThat(values("instrument_name", ""))
        .extracting(KnownValue::value)
        .containsExactlyInAnyOrder(
            words(
                """
                NIRCAM/IMAGE NIRCAM/GRISM NIRCAM/CORON NIRCAM/TARGACQ NIRCAM NIRSPEC/MSA \
                NIRSPEC/IFU NIRSPEC/SLIT NIRSPEC/IMAGE NIRSPEC NIRISS/WFSS NIRISS/IMAGE \
                NIRISS/SOSS NIRISS/AMI NIRISS MIRI/IMAGE MIRI/IFU MIRI/SLIT MIRI/SLITLESS \
                MIRI/CORON MIRI/TARGACQ MIRI FGS/FGS1 FGS/FGS2 FGS\
                """));
  }

  @ParameterizedTest
  @CsvSource({
    """
    NIRCAM, F070W F090W F115W F140M F150W F150W2 F162M F164N F182M F187N F200W F210M F212N \
    F250M F277W F300M F322W2 F323N F335M F356W F360M F405N F410M F430M F444W F460M F466N F470N \
    F480M CLEAR GRISMR GRISMC MASKRND MASKBAR WLP8 WLM8 WLP4 F150W2;F162M F150W2;F164N \
    F322W2;F323N F444W;F405N F444W;F466N F444W;F470N F410M;GRISMC F322W2;GRISMR F444W;GRISMR \
    F187N;MASKRND F210M;WLP8\
    """,
    """
    NIRISS, F090W F115W F140M F150W F158M F200W F277W F356W F380M F430M F444W F480M CLEAR GR150C \
    GR150R GR700XD NRM CLEAR;F150W GR150R;F140M F430M;NRM F380M;NRM F480M;NRM\
    """,
    """
    NIRSPEC, CLEAR F070LP F100LP F170LP F290LP F110W F140X OPAQUE MIRROR PRISM G140M G140H G235M \
    G235H G395M G395H CLEAR;PRISM F070LP;G140M F070LP;G140H F100LP;G140M F100LP;G140H \
    F170LP;G235M F170LP;G235H F290LP;G395M F290LP;G395H OPAQUE;MIRROR\
    """,
    """
    MIRI, F560W F770W F1000W F1130W F1280W F1500W F1800W F2100W F2550W F1065C F1140C F1550C \
    F2300C P750L FND\
    """,
  })
  void everyElementInTheLightPath(String instrument, String elements) {
    List<KnownValue> filters = values("filters", instrument);
    assertThat(filters).extracting(KnownValue::value).contains(words(elements));
    assertThat(filters).extracting(KnownValue::meaning).noneMatch(String::isEmpty);
  }

  @Test
  void everyDetector() {
    assertThat(values("detector", ""))
        .extracting(KnownValue::value)
        .containsExactlyInAnyOrder(
            words(
                """
                nrca1 nrca2 nrca3 nrca4 nrcalong nrcb1 nrcb2 nrcb3 nrcb4 nrcblong nrs1 nrs2 nis \
                mirimage mirifulong mirifushort guider1 guider2\
                """));
  }

  @Test
  void everyKindOfFile() {
    String[] suffixes =
        words(
            """
            uncal dark trapsfilled rateints rate fitopt ramp bsub bsubints cal calints i2d s2d s3d \
            x1d x1dints flat crf crfints cat segm c1d ami-oi amimulti-oi amilg aminorm-oi ami \
            amiavg aminorm psf-amiavg psfstack psfalign psfsub phot whtlt wfscmb mbsub median blot \
            asn pool msa gs-id gs-acq1 gs-acq2 gs-track gs-fg image-uncal image-cal stacked-uncal \
            stacked-cal\
            """);
    assertThat(values("suffix", "")).extracting(KnownValue::value).contains(suffixes);
    assertThat(values("productSubGroupDescription", ""))
        .extracting(KnownValue::value)
        .contains(
            words("UNCAL RATEINTS CAL CALINTS I2D S3D X1D ASN MSA GS-ACQ1 GS-FG ANNNN_CRFINTS"));
  }

  @Test
  void everyAssociation() {
    assertThat(values("asn_type", ""))
        .extracting(KnownValue::value)
        .containsExactlyInAnyOrder(
            words(
                """
                ami3 coron3 image2 image3 nrslamp-spec2 spec2 spec3 tso3 tso-image2 tso-spec2 \
                wfs-image2 wfs-image3\
                """));
  }

  private static String[] words(String text) {
    return text.strip().split("\\s+");
  }
}
