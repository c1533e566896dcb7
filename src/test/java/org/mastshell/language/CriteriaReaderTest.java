package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mastshell.vocabulary.SetKind.OBSERVATIONS;
import static org.mastshell.vocabulary.SetKind.PRODUCTS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

class CriteriaReaderTest {

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Text: equality without case, wildcards inside quotes too, escapes.
        "target=lmc | target_name=LMC | true",
        "target=lmc | target_name=LMC-N | false",
        "TARGET_NAME=lmc | target_name=LMC | true",
        "target=LMC* | target_name=LMC-N | true",
        "target=%C-N | target_name=LMC-N | true",
        "target='L*N' | target_name=LMC-N | true",
        "target=\"L*N\" | target_name=LMC-N | true",
        "target='L\\*N' | target_name=LMC-N | false",
        "target='L\\*N' | target_name=L*N | true",
        "target=\"L\\*N\" | target_name=L*N | true",
        "target=\"L\\\\*N\" | target_name=L\\C-N | true",
        "target=50\\% | target_name=50% | true",
        "target=50\\% | target_name=50x | false",
        "target=a\\b | target_name=a\\b | true",
        "target='a,b' | target_name=a,b | true",
        "target=\"a;b #1\" | target_name=a;b #1 | true",
        "target='a..b' | target_name=a..b | true",
        // Any of several.
        "target=LMC,SMC | target_name=SMC | true",
        "target = LMC, SMC | target_name=SMC | true",
        "target!=LMC,SMC | target_name=SMC | false",
        "target!=LMC,SMC | target_name=M 31 | true",
        // Contains and regular expressions.
        "target~m | target_name=LMC | true",
        "target~xyz,mc | target_name=LMC | true",
        "target!~m | target_name=LMC | false",
        "target~/^l.c$/ | target_name=LMC | true",
        "target~/^.{2,3}$/ | target_name=LMC | true",
        "target~/^.{4,5}$/,LM | target_name=LMC | true",
        "target!~/^L/ | target_name=LMC | false",
        "target~L*C | target_name=xLMCx | true",
        // Programs, targets of TESS, rights, kinds.
        "program=01073 | proposal_id=1073 | true",
        "proposal_id = '1073' | proposal_id=1073 | true",
        "program=1000..1100 | proposal_id=1073 | true",
        "pid>1073 | proposal_id=1073 | false",
        "target=\"TIC 25155310\" | target_name=25155310 | true",
        "target=\"TIC 25155310\" | target_name=TIC 25155310 | true",
        "target=tic25155310 | target_name=25155310 | true",
        "rights=exclusive | dataRights=EXCLUSIVE_ACCESS | true",
        "rights=public | dataRights=PUBLIC | true",
        "kind=spectra | dataproduct_type=spectrum | true",
        "kind=IMAGE | dataproduct_type=image | true",
        "waveband=ir | wavelength_region=OPTICAL;INFRARED | true",
        // Instruments mean their modes too.
        "instrument_name=Nircam | instrument_name=NIRCAM/IMAGE | true",
        "instrument=NIRCAM | instrument_name=NIRCAM | true",
        "instrument=NIRCAM | instrument_name=NIRCAMX | false",
        "instrument=NIRCAM/IMAGE | instrument_name=NIRCAM/GRISM | false",
        "instrument=nir* | instrument_name=NIRISS/SOSS | true",
        "instrument!=NIRCAM | instrument_name=NIRCAM/IMAGE | false",
        // Lists: a part matches, several parts all, in any order.
        "filters=f444w | filters=F444W;F405N | true",
        "filters=F444W | filters=F4440W | false",
        "filters=F405N;F444W | filters=F444W;F405N | true",
        "filters=F405N;F444W | filters=F405N | false",
        "filters=F4* | filters=CLEAR;F405N | true",
        "filters=F277W, F356W | filters=F356W | true",
        "filters~05 | filters=CLEAR;F405N | true",
        // Whole numbers and their words.
        "level=3 | calib_level=3 | true",
        "level=-1 | calib_level=-1 | true",
        "level=planned | calib_level=-1 | true",
        "level=2,3 | calib_level=3 | true",
        "level=2..3 | calib_level=3 | true",
        "level>=2 | calib_level=2 | true",
        "level>2 | calib_level=2 | false",
        "level!=2 | calib_level=3 | true",
        "sector=null | sequence_number=-999 | true",
        "sector=14 | sequence_number=14 | true",
        // Decimal numbers: half a unit of the last digit, exact ranges with both ends.
        "exptime>1e-5 | t_exptime=0.001 | true",
        "exptime<1e-5s | t_exptime=0.001 | false",
        "dec=\u22125..5 | s_dec=-4 | true",
        "exptime=555 | t_exptime=555.008 | true",
        "exptime=555.0 | t_exptime=555.06 | false",
        "exptime=555.01 | t_exptime=555.008 | true",
        "exptime='555' | t_exptime=555.008 | true",
        "exptime=100..555 | t_exptime=555.008 | false",
        "exptime=100..555 | t_exptime=555 | true",
        "exptime=100..555 | t_exptime=100 | true",
        "exptime=..555 | t_exptime=3 | true",
        "exptime=555.. | t_exptime=3 | false",
        "exptime<555 | t_exptime=555 | false",
        "exptime<=555 | t_exptime=555 | true",
        "exptime>5min | t_exptime=300 | false",
        "exptime>5min | t_exptime=301 | true",
        "exptime=\"5 min\" | t_exptime=310 | true",
        "exptime=1..2h | t_exptime=3700 | true",
        "exptime=1..2h | t_exptime=60 | false",
        "exptime>1d | t_exptime=86401 | true",
        "em_min=2..3um | em_min=2500 | true",
        "em_min<20000A | em_min=1999 | true",
        "em_min>0.002mm | em_min=2001 | true",
        "distance<1arcmin | distance=59 | true",
        "distance<0.01deg | distance=37 | false",
        "ra=161..162 | s_ra=161.26 | true",
        "dec=-59.9..-59 | s_dec=-59.87 | true",
        // A band overlaps a wavelength.
        "wavelength=2um | em_min=1700&em_max=2300 | true",
        "wavelength=2um | em_min=2100&em_max=2300 | false",
        "wavelength=1..1.8um | em_min=1700&em_max=2300 | true",
        // Flags and missing values.
        "moving=yes | mtFlag=true | true",
        "moving=false | mtFlag=true | false",
        "moving=null | target_name=x | true",
        "title=null | target_name=x | true",
        "title=null | obs_title=x | false",
        "title!=null | obs_title=x | true",
        "title=null,x | obs_title=x | true",
      })
  void finds(String criteria, String cells, boolean fits) {
    String[] row = cells.split("&", -1);
    assertThat(Typed.fits(Typed.observations(criteria), OBSERVATIONS, row)).isEqualTo(fits);
  }

  @ParameterizedTest(name = "{0}: {1}..{2} is {3}")
  @CsvSource({
    // A date stands for the whole period typed.
    "date=2022-07-12, 59772.2, 59772.3, true",
    "date=2022-07-12, 59771.9, 59772.1, true",
    "date=2022-07-12, 59773.0, 59773.1, false",
    "date=2022-07-12, 59771.2, 59771.9, false",
    "date=2022, 59770, 59771, true",
    "date=2021, 59770, 59771, false",
    "date=59770.5, 59770, 59771, true",
    "date=59771.5, 59770, 59771, false",
    "date=2022-06..2022-07, 59790.9, 59790.95, true",
    "date=2022-06..2022-07, 59792, 59793, false",
    "date=2022-07-12.., 59772.2, 59772.3, true",
    "date=..2022-07-12, 59772.9, 59773.3, true",
    "date<2022-07-12, 59771.9, 59772.3, true",
    "date<2022-07-12, 59772, 59772.3, false",
    "date>2022-07-12, 59772.9, 59773.3, true",
    "date>2022-07-12, 59772.8, 59772.9, false",
    "'date=2021,2022', 59772.8, 59772.9, true",
    "'date=2020-01,2023-01', 59772.8, 59772.9, false",
    "'date=2023..,2022-07', 59772.8, 59772.9, true",
    "'date!=2021,2022', 59772.8, 59772.9, false",
    "date=null, 59772.8, 59772.9, false",
    "date!=2022, 59772.8, 59772.9, false",
    "start=2022-07-12, 59772.2, 59772.3, true",
    "start=2022-07-11, 59772.0, 59772.3, false",
    "start=2022-07-12T04, 59772.17, 59772.3, true",
    "start=2022-07-12T04:48, 59772.2, 59772.3, true",
    "start=59772.2, 59772.21, 59772.3, true",
    "start=59772.20, 59772.21, 59772.3, false",
    "start<2022-07-12, 59772.0, 59772.3, false",
    "start<=2022-07-12, 59772.9, 59772.95, true",
    "start<=2022-07-12, 59773, 59774, false",
    "start>2022-07-12, 59772.9, 59772.95, false",
    "start>2022-07-12, 59773, 59774, true",
    "start>=2022-07-12, 59772, 59774, true",
    "end=2022-07..2022-08, 59772, 59800, true",
    "start=-30d.., 61289, 61290, true",
    "start=yesterday, 61318.5, 61319, true",
    "start=today, 61319.9, 61320, true",
    "start=monday, 61318.5, 61319, true",
    "start<now, 61319.6, 61320, false",
  })
  void findsDates(String criteria, String start, String end, boolean fits) {
    assertThat(
            Typed.fits(
                Typed.observations(criteria), OBSERVATIONS, "t_min=" + start, "t_max=" + end))
        .isEqualTo(fits);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "suffix=uncal | jw01073006001_02101_00003_nrcalong_uncal.fits | true",
        "suffix=_uncal | jw01073006001_02101_00003_nrcalong_uncal.jpg | true",
        "suffix=_uncal.fits | jw01073006001_02101_00003_nrcalong_uncal.jpg | false",
        "suffix=_uncal.fits | jw01073006001_02101_00003_nrcalong_uncal.fits | true",
        "suffix=UNCAL.* | jw01073006001_02101_00003_nrcalong_uncal.jpg | true",
        "suffix=rate | jw01073006001_02101_00003_nrcalong_rateints.fits | false",
        "suffix=rate* | jw01073006001_02101_00003_nrcalong_rateints.fits | true",
        "suffix=cal | jw01073006001_02101_00003_nrcalong_cal_thumb.jpg | true",
        "suffix=crf | jw02731001001_02101_00001_nrca3_o001_crf.fits | true",
        "suffix=_o001_crf.fits | jw02731001001_02101_00001_nrca3_o001_crf.fits | true",
        "suffix=_o002_crf | jw02731001001_02101_00001_nrca3_o001_crf.fits | false",
        "suffix=uncal,_asn.json | jw02731-o001_20220712t165318_image2_001_asn.json | true",
        "suffix!=uncal | jw01073006001_02101_00003_nrcalong_rate.fits | true",
        "suffix~cal | jw01073006001_02101_00003_nrcalong_uncal.fits | true",
        "suffix=null | plain.fits | true",
        "extension=fits | jw01073006001_02101_00003_nrcalong_uncal.fits | true",
        "ext=.FITS | jw01073006001_02101_00003_nrcalong_uncal.fits | true",
        "ext=fits | a_b.fits.gz | false",
        "ext=fits.gz | a_b.fits.gz | true",
        "ext=gz | a_b.fits.gz | true",
        "detector=nrca5 | jw01073006001_02101_00003_nrcalong_uncal.fits | true",
        "detector=nrcb5 | jw01073006001_02101_00003_nrcblong_uncal.fits | true",
        "detector=*long | jw01073006001_02101_00003_nrcblong_uncal.fits | true",
        "obsnum=6 | jw01073006001_02101_00003_nrcblong_uncal.fits | true",
        "obsnum=006 visit=1 exposure=3 | jw01073006001_02101_00003_nrcblong_uncal.fits | true",
        "exposure>=2 | jw01073006001_02101_00003_nrcblong_uncal.fits | true",
        "segment=7 | jw05191004001_03101_00001-seg007_mirimage_uncal.fits | true",
        "segment=null | jw01073006001_02101_00003_nrcblong_uncal.fits | true",
        "stage=1b | jw01073006001_02101_00003_nrcblong_uncal.fits | true",
        "stage=2 | jw01073006001_02101_00003_nrcblong_rate.fits | true",
        "stage=2 | jw01073006001_02101_00003_nrcblong_cal.fits | true",
        "stage=2 | jw01073006001_02101_00003_nrcblong_uncal.fits | false",
        "stage=2a | jw01073006001_02101_00003_nrcblong_cal.fits | false",
        "stage!=2,1b | jw02733-o001_t001_nircam_clear-f090w_i2d.fits | true",
        "acid=o001 | jw02733-o001_t001_nircam_clear-f090w_i2d.fits | true",
        "source=12345 | jw02733-o001_s000012345_nirspec_clear-prism_x1d.fits | true",
        "source=s12345 | jw02733-o001_s12345_nirspec_clear-prism_x1d.fits | true",
        "asn_type=image3 | jw02731-o001_20220712t165318_image3_001_asn.json | true",
        "name~_uncal,_rate | jw01073006001_02101_00003_nrcalong_rate.fits | true",
        "name~_uncal,_rate | jw01073006001_02101_00003_nrcalong_cal.fits | false",
        "name~gs- | jw02738002002_gs-track_2022242044457_cal.fits | true",
      })
  void findsNames(String criteria, String name, boolean fits) {
    assertThat(Typed.fits(Typed.products(criteria), PRODUCTS, "productFilename=" + name))
        .isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "size>1kB, 1001, true",
    "size>1KiB, 1024, false",
    "size<=2MB, 2000000, true",
    "size>2MiB, 2097153, true",
    "size=1..2GB, 1500000000, true",
    "size>1GiB, 1073741825, true",
    "size<1TB, 999999999999, true",
    "size>1TiB, 1099511627777, true",
    "size=1.2GB, 1240000000, true",
    "size=293659200, 293659200, true",
    "size=293659200, 293659201, false",
    "size>10mb, 10000001, true",
  })
  void findsSizes(String criteria, String size, boolean fits) {
    assertThat(Typed.fits(Typed.products(criteria), PRODUCTS, "size=" + size)).isEqualTo(fits);
  }

  @Test
  void joinsSeveralCriteria() {
    Criteria criteria = Typed.products("suffix=uncal size>1MB");
    String name = "productFilename=jw01073006001_02101_00003_nrcalong_uncal.fits";
    assertThat(Typed.fits(criteria, PRODUCTS, name, "size=2000000")).isTrue();
    assertThat(Typed.fits(criteria, PRODUCTS, name, "size=2000")).isFalse();
    assertThat(criteria.all()).hasSize(2);
    assertThat(criteria.isEmpty()).isFalse();
    assertThat(Typed.products("").isEmpty()).isTrue();
  }

  @Test
  void tellsWhatThePredicateIsMadeOf() {
    assertThat(predicate("instrument_name=Nircam"))
        .isEqualTo(Predicate.where(Subject.column("instrument_name"), new Match.Family("NIRCAM")));
    assertThat(predicate("mission=jwst"))
        .isEqualTo(Predicate.where(Subject.column("obs_collection"), new Match.Equal("JWST")));
    assertThat(predicate("filters=F277W,F356W"))
        .isEqualTo(
            Predicate.where(
                Subject.column("filters"),
                List.of(
                    new Match.Parts(List.of(new Match.Equal("F277W"))),
                    new Match.Parts(List.of(new Match.Equal("F356W"))))));
    assertThat(predicate("instrument=nircam*"))
        .isEqualTo(
            Predicate.where(
                Subject.column("instrument_name"), new Match.Wildcard(List.of("NIRCAM", ""))));
    assertThat(predicate("program=01073"))
        .isEqualTo(Predicate.where(Subject.column("proposal_id"), new Match.Equal("1073")));
    assertThat(predicate("pi!=null"))
        .isEqualTo(
            Predicate.not(
                Predicate.where(Subject.column("proposal_pi"), List.of(new Match.Missing()))));
  }

  @Test
  void boundsAListOfPeriodsSoThatItCanBeAsked() {
    Predicate.All all = (Predicate.All) predicate("date=2022-01,2022-03");
    assertThat(all.parts().subList(0, 2))
        .containsExactly(
            Predicate.where(
                Subject.column("t_min"),
                new Match.Range(Double.NEGATIVE_INFINITY, 59670, true, false)),
            Predicate.where(
                Subject.column("t_max"),
                new Match.Range(59580, Double.POSITIVE_INFINITY, true, true)));
    assertThat(all.parts().get(2)).isInstanceOf(Predicate.Any.class);
    assertThat(predicate("date=2022-01,2023..")).isInstanceOf(Predicate.Any.class);
  }

  @Test
  void takesTheInstrumentAloneWhenAsked() {
    Criteria criteria = Typed.read("search instrument=nircam", OBSERVATIONS, true);
    assertThat(criteria.all().get(0).predicate())
        .isEqualTo(Predicate.where(Subject.column("instrument_name"), new Match.Equal("NIRCAM")));
    assertThat(criteria.notes()).isEmpty();
  }

  @Test
  void notesWhatItDoesWithAnInstrument() {
    assertThat(Typed.observations("instrument_name=Nircam").notes())
        .containsExactly(
            "instrument_name=Nircam: with all its modes"
                + " (sent as NIRCAM*; --exact for NIRCAM alone)");
    assertThat(Typed.observations("instrument!=miri").notes())
        .containsExactly("instrument_name!=miri: with all its modes (--exact for MIRI alone)");
    assertThat(Typed.observations("instrument=MIRI/IFU,miri*").notes()).isEmpty();
    assertThat(Typed.judgedHere("filter instrument=Nircam", OBSERVATIONS).notes())
        .containsExactly("instrument_name=Nircam: with all its modes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "mission=jwst program=01073 | obs_collection=JWST | proposal_id=1073",
        "instrument=nircam filter=f277w,F356W | instrument_name=NIRCAM | filters=F277W,F356W",
        "target='LMC N' kind=Images | target_name=\"LMC N\" | dataproduct_type=image",
        "rights!=exclusive level=planned | dataRights!=EXCLUSIVE_ACCESS | calib_level=-1",
        "exptime>5min start=2022-07.. | t_exptime>5min | t_min=2022-07..",
        "title~'a\\*b' target=\"it's a\\*b\" | obs_title~a\\*b | target_name=\"it's a\\*b\"",
        "title~a*b program!=1..3 | obs_title~a*b | proposal_id!=1..3",
        "title~\"dark, sky\" pi=null | obs_title~\"dark, sky\" | proposal_pi=null",
      })
  void writesCriteriaAgain(String line, String first, String second) {
    Criteria criteria = Typed.observations(line);
    assertThat(criteria.all()).extracting(Criterion::text).containsExactly(first, second);
    assertThat(Typed.observations(first + " " + second).predicate().toString())
        .isEqualTo(criteria.predicate().toString());
  }

  @Test
  void pointsAtWhereACriterionStands() {
    String line = "search mission=JWST filters = F277W, F356W";
    Criteria criteria = Typed.read(line, OBSERVATIONS, false);
    Criterion filters = criteria.all().get(1);
    assertThat(line.substring(filters.start(), filters.end())).isEqualTo("filters = F277W, F356W");
    assertThat(filters.negative()).isFalse();
    assertThat(Typed.observations("target!~x").all().get(0).negative()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(SetKind.class)
  void understandsTheExampleOfEveryField(SetKind kind) {
    for (Field field : Fields.bundled().all(kind)) {
      String example = field.example();
      String criterion =
          example.matches("[<>].*")
              ? field.name() + example
              : field.name() + "=" + (example.contains("..") ? example : Quoting.quote(example));
      Criteria criteria = Typed.read("search " + criterion, kind, false);
      assertThat(criteria.all()).as(criterion).hasSize(1);
      assertThat(criteria.all().get(0).field().name()).isEqualTo(field.name());
    }
  }

  @Test
  void tellsAboutExtensionsAndGuideStars() {
    assertThat(Typed.products("suffix=uncal").fixesExtension()).isFalse();
    assertThat(Typed.products("suffix=_uncal.fits").fixesExtension()).isTrue();
    assertThat(Typed.products("ext=fits").fixesExtension()).isTrue();
    assertThat(Typed.products("name~GS-track").namesGuideStars()).isTrue();
    assertThat(Typed.products("suffix=uncal").namesGuideStars()).isFalse();
    assertThat(Typed.products("name!~gs-").namesGuideStars()).isFalse();
    assertThat(Typed.products("suffix=uncal").asksFor("suffix")).isTrue();
    assertThat(Typed.products("suffix!=uncal").asksFor("suffix")).isFalse();
    assertThat(Typed.products("suffix=cal suffix!=uncal.fits").fixesExtension()).isFalse();
    assertThat(Typed.products("ext!=jpg").fixesExtension()).isFalse();
  }

  private static Predicate predicate(String criterion) {
    return Typed.observations(criterion).all().get(0).predicate();
  }
}
