package org.mastshell.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      value = {
        // name, program, obsnum, visit, exposure, segment, detector, stage
        "jw05191004001_03101_00001-seg007_mirimage_uncal.fits, 5191,4,1,1,7,mirimage,1b",
        "jw01410001001_02101_00001_guider1_uncal.fits, 1410,1,1,1,-,guider1,1b",
        "jw01073006001_02101_00003_nrcalong_rate.fits, 1073,6,1,3,-,nrcalong,2a",
        "jw01073006001_02101_00003_nrca1_cal_thumb.jpg, 1073,6,1,3,-,nrca1,2b",
        "jw02731001001_02101_00001_nrca3_o001_crf.fits, 2731,1,1,1,-,nrca3,3",
        "JW02731001001_02101_00001_NRCA3_I2D.FITS, 2731,1,1,1,-,nrca3,2b",
        "jw01073006001_0210b_00003_nrs1_x1d.fits, 1073,6,1,3,-,nrs1,2b",
        "jw02473001001_02101_00001_nrca1, 2473,1,1,1,-,nrca1,-",
        "jw02733-o001_t001_nircam_clear-f090w_i2d.fits, 2733,1,-,-,-,-,3",
        "jw02733-c1001_t001_nircam_clear-f090w, 2733,-,-,-,-,-,3",
        "jw02738002002_gs-track_2022242044457_cal.fits, 2738,2,2,-,-,-,2b",
        "jw02738002002_gs-id_1_image-uncal.fits, 2738,2,2,-,-,-,1b",
        "jw02731-o001_20220712t165318_image3_001_asn.json, 2731,1,-,-,-,-,-",
        "jw02473_20260725t120007_pool.csv, 2473,-,-,-,-,-,-",
        "u9o40504m_c0m.fits, -,-,-,-,-,-,-",
        "jw01073006001_02101_00003-seg07_nrca1_rate.fits, 1073,6,1,-,-,-,2a",
        "jw01073006001_0210B_00003_rate.fits, 1073,6,1,3,-,-,2a",
        "jw01073006_rate.fits, -,-,-,-,-,-,-",
        "jw02733-x001_t001_i2d.fits, 2733,-,-,-,-,-,-",
      })
  void readsNumbersAndDetector(
      String name,
      String program,
      String obsnum,
      String visit,
      String exposure,
      String segment,
      String detector,
      String stage) {
    FileName parts = FileName.parse(name);
    assertThat(parts.program()).isEqualTo(program);
    assertThat(parts.obsnum()).isEqualTo(obsnum);
    assertThat(parts.visit()).isEqualTo(visit);
    assertThat(parts.exposure()).isEqualTo(exposure);
    assertThat(parts.segment()).isEqualTo(segment);
    assertThat(parts.detector()).isEqualTo(detector);
    assertThat(parts.stage()).isEqualTo(stage);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      value = {
        // name, acid, source, association, suffix, extension
        "jw02733-o001_t001_nircam_clear-f090w_i2d.fits, o001,-,-,i2d,fits",
        "jw02733-a3001_s000012345_nirspec_clear-prism_x1d.fits, a3001,s000012345,-,x1d,fits",
        "jw02733-o001_b000000012_nirspec_f170lp-g235m_s2d.fits, o001,b000000012,-,s2d,fits",
        "jw02733-o001_t001-epoch1_miri_p750l_x1d.fits, o001,-,-,x1d,fits",
        "jw01093-c1000_t001_niriss_f480m-nrm_ami-oi.fits, c1000,-,-,ami-oi,fits",
        "jw02731001001_02101_00001_nrca3_o001_crf_thumb.jpg, o001,-,-,crf,jpg",
        "jw02731-o001_20220712t165318_image3_001_asn.json, o001,-,image3,asn,json",
        "jw02731-c1001_20220712t165318_wfs-image3_00001_asn.json, c1001,-,wfs-image3,asn,json",
        "jw02738002002_gs-id_1_image_uncal.fits, -,-,-,uncal,fits",
        "jw02738002002_gs-id_1_stacked-cal.fits, -,-,-,stacked-cal,fits",
        "jw02731-o001_t001_nircam_clear-f187n_cat.ecsv, o001,-,-,cat,ecsv",
        "jw02473_20260725t120007_pool.csv, -,-,-,pool,csv",
        "u9o40504m_c0m.fits, -,-,-,c0m,fits",
        "hst_9984_nq_acs_wfc_f606w_j8xi0x_drc.fits, -,-,-,drc,fits",
        "tess2018206045859-s0001-0000000025155310-0120-s_lc.fits, -,-,-,lc,fits",
        "kplr008462852-2009131105131_lpd-targ.fits.gz, -,-,-,lpd-targ,fits.gz",
        "plain.fits, -,-,-,-,fits",
        "plain, -,-,-,-,-",
        "jw, -,-,-,-,-",
        "jwabc_x.fits, -,-,-,x,fits",
        "name_.fits, -,-,-,-,fits",
        "jw02733-o001-x_s000012345_x1d.fits, o001,-,-,x1d,fits",
        "jw02733-o001_s12345-x_x1d.fits.gz, o001,s12345,-,x1d,fits.gz",
        "jw02731-o001_20220712t165318_image3_asn.json, o001,-,-,asn,json",
        "a_b.tar.z, -,-,-,b,tar.z",
        "a_b..gz, -,-,-,b.,gz",
        "a_b.t-r, -,-,-,-,-",
      })
  void readsSuffixAndAssociation(
      String name, String acid, String source, String type, String suffix, String extension) {
    FileName parts = FileName.parse(name);
    assertThat(parts.acid()).isEqualTo(acid);
    assertThat(parts.source()).isEqualTo(source);
    assertThat(parts.asnType()).isEqualTo(type);
    assertThat(parts.suffix()).isEqualTo(suffix);
    assertThat(parts.extension()).isEqualTo(extension);
    assertThat(parts.name()).isEqualTo(name);
  }

  @Property(tries = 2000)
  void readsAnyText(@ForAll String name) {
    FileName parts = FileName.parse(name);
    assertThat(parts.name()).isEqualTo(name);
    assertThat(FileName.parse("jw01073006001_02101_" + name + "_cal.fits").suffix())
        .isEqualTo("cal");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "MAST_RECORDED", matches = ".+")
  void readsTheRecordedNamesOfAProgram() throws IOException {
    List<FileName> names = lines("program-2731-names.txt").stream().map(FileName::parse).toList();
    assertThat(names).hasSize(6139);
    assertThat(names).allMatch(name -> "2731".equals(name.program()));
    assertThat(count(names, FileName::suffix))
        .containsEntry("asn", 768L)
        .containsEntry("cal", 2280L)
        .containsEntry("crf", 2280L)
        .containsEntry("i2d", 790L)
        .containsEntry("segm", 10L)
        .containsEntry("cat", 10L)
        .containsEntry("pool", 1L)
        .hasSize(7);
    assertThat(count(names, FileName::extension))
        .containsEntry("fits", 2300L)
        .containsEntry("json", 768L)
        .containsEntry("jpg", 3060L)
        .containsEntry("ecsv", 10L)
        .containsEntry("csv", 1L);
    List<FileName> exposures = names.stream().filter(name -> name.exposure() != null).toList();
    assertThat(exposures).allMatch(name -> name.detector() != null && name.visit() != null);
    assertThat(exposures).hasSize(5320);
    assertThat(names.stream().filter(name -> name.asnType() != null)).hasSize(768);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "MAST_RECORDED", matches = ".+")
  void readsTheRecordedExposuresOfTheTutorial() throws IOException {
    List<FileName> names = new ArrayList<>();
    for (String line : lines("program-1073-uncal.txt")) {
      List<String> cells = List.of(line.split(" ", 2));
      for (String detector : cells.get(1).split(",", -1)) {
        FileName name = FileName.parse(cells.get(0) + "_" + detector + "_uncal.fits");
        assertThat(name.detector()).isEqualTo(detector);
        names.add(name);
      }
    }
    assertThat(names).hasSize(450);
    assertThat(names)
        .allMatch(
            name ->
                "1073".equals(name.program())
                    && "uncal".equals(name.suffix())
                    && "fits".equals(name.extension())
                    && "1b".equals(name.stage()));
    assertThat(count(names, FileName::detector)).hasSize(10).containsEntry("nrcalong", 45L);
  }

  private static Map<String, Long> count(List<FileName> names, Function<FileName, String> part) {
    return names.stream().collect(Collectors.groupingBy(part, Collectors.counting()));
  }

  private static List<String> lines(String file) throws IOException {
    Path path = Path.of(System.getenv("MAST_RECORDED"), file);
    return Files.readAllLines(path).stream().filter(line -> !line.startsWith("#")).toList();
  }
}
