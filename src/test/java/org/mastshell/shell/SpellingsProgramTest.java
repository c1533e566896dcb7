package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same question in other words finds the same. */
class SpellingsProgramTest extends DemoProgramTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mission=JWST program=1073 | obs_collection=jwst proposal_id=01073 | MISSION=JWST PID=1073",
        "mission=JWST filters=F277W, F356W | mission = JWST filter = f277w,f356w"
            + " | mission=JWST filters='F277W',\"F356W\"",
        "wavelength=500nm | wavelength=0.5um | wavelength=5000A | wavelength = \"500 nm\"",
        "mission=JWST exptime=10min..20min | mission=JWST exptime=600..1200"
            + " | mission=JWST t_exptime=600s..1200s | mission=JWST exptime>=10min exptime<=20min",
        "object=\"M 101\" radius=3arcmin | object='M 101' radius=0.05 | object=\"m 101\" radius=180arcsec",
        "coordinates=\"10h46m03s -59d52m\" | coordinates=\"10:46:03 -59:52:00\" radius=0.2deg"
            + " | coordinates=\"161.5125 -59.866667\" radius=12arcmin",
        "mission=JWST start=2022-05 | mission=JWST start=2022-05-01..2022-05-31"
            + " | mission=JWST start>=2022-05-01 start<2022-06",
        "mission=JWST start=2022-05-02 | mission=JWST start=59701.0..59701.99999",
        "mission=HST start=1994..2004 | mission=HST start=1994-01-01..2004-12-31",
        "mission=JWST rights=exclusive | mission=JWST dataRights=EXCLUSIVE_ACCESS",
        "mission=TESS target=\"TIC 25155310\" | mission=TESS target=25155310",
        "mission=JWST id=jw01073* | mission=JWST id=jw01073% | mission=JWST id~/^jw01073/",
        "mission=JWST id~c1001 | mission=JWST id=*c1001* | mission=JWST id~/c1001/",
        "mission=JWST kind=image | mission=JWST dataproduct_type=IMAGE",
        "mission=JWST filters=F444W | mission=JWST filters=F444W,\"F444W;F405N\"",
        "program=1073 mission=JWST level>=3 | program=1073 mission=JWST level=3..",
        "program=1073 obsnum=1 | program=1073 obsnum=01 | program=1073 acid=o001,xxx",
      })
  void findTheSame(String spellings) {
    int[] counts =
        Arrays.stream(spellings.split("\\|", -1)).mapToInt(criteria -> count(criteria)).toArray();
    assertThat(counts[0]).as(spellings).isPositive();
    assertThat(counts).as(spellings).containsOnly(counts[0]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mission=JWST program=1073 | filters=F277W | filters!=F277W",
        "mission=JWST | moving=yes,no | moving=null",
        "mission=JWST | start=2022 | start!=2022",
        "mission=HST | start<2005 | start>=2005",
        "mission=TESS,Kepler,K2 | sector=null | sector!=null",
        "mission=HST | id~/0/ | id!~/0/",
        "mission=JWST | instrument=NIRCAM | instrument!=NIRCAM",
      })
  void aCriterionAndItsOppositeMakeTheWhole(String all, String criterion, String opposite) {
    int whole = count(all);
    assertThat(whole).isPositive();
    assertThat(count(all + " " + criterion) + count(all + " " + opposite))
        .as(criterion)
        .isEqualTo(whole);
  }

  private int count(String criteria) {
    String out = run("search " + criteria + " --count").succeeds().out();
    return Integer.parseInt(out.strip());
  }
}
