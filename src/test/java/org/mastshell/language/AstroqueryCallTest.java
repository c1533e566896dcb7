package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AstroqueryCallTest {
  private final AstroqueryCall call = new AstroqueryCall(Glossary.bundled());

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Observations.query_criteria(obs_collection=\"JWST\", proposal_id=\"1073\") | search obs_collection=JWST proposal_id=1073",
        "obs = Observations.query_criteria(filters=['F277W', 'F356W']) | search filters=F277W,F356W",
        "mast.Observations.query_criteria(t_min=[59000, 59100], calib_level=[2, 3]) | search t_min=59000..59100 calib_level=2,3",
        "query_criteria(target_name='NGC 104', mtFlag=False, sequence_number=None) | search target_name=\"NGC 104\" mtFlag=false sequence_number=null",
        "Observations.query_criteria(objectname=\"M 101\", radius=\"3 arcmin\") | search object=\"M 101\" radius=\"3 arcmin\"",
        "Observations.query_criteria_count(obs_collection=\"JWST\") | search obs_collection=JWST --count",
        "Observations.query_object(\"M 101\", radius=\".02 deg\") | search object=\"M 101\" radius=\".02 deg\"",
        "Observations.query_region(\"161.26 -59.87\", radius=0.1*u.deg) | search coordinates=\"161.26 -59.87\" radius=0.1deg",
        "products = Observations.get_product_list(obs[0:5]) | products",
        "Observations.get_unique_product_list(obs) | unique",
        "Observations.filter_products(products, productType=[\"SCIENCE\"], mrp_only=True) | filter productType=SCIENCE --mrp",
        "Observations.filter_products(products, extension=\"fits\", mrp_only=False) | filter extension=fits",
        "manifest = Observations.download_products(filtered, flat=True) | download",
        "Tesscut.get_sectors(coordinates=\"324.24368 -27.01029\") | cutout tess coordinates=\"324.24368 -27.01029\" --sectors",
        "t = Tesscut.get_sectors(objectname=\"Ceres\", moving_target=True) | cutout tess moving=Ceres --sectors",
        "Tesscut.get_cutouts(objectname='TIC 32449963', sector=37, size=10) | cutout tess target=\"TIC 32449963\" sector=37 size=10",
        "Tesscut.download_cutouts(coordinates='107.1 -70.5', product='tica', size=[5, 7]*u.arcmin, path='a b', inflate=True) | cutout tess coordinates=\"107.1 -70.5\" product=tica size=7x5arcmin --to \"a b\"",
        "mast.Tesscut.get_cutouts(objectname=\"Eleonora\", moving_target=True, mt_type='smallbody', size=5) | cutout tess moving=Eleonora moving_type=smallbody size=5",
        "Zcut.get_surveys('189.49 62.20', radius=0.1*u.deg) | cutout zcut coordinates=\"189.49 62.20\" radius=0.1deg --surveys",
        "Zcut.download_cutouts('189.49 62.20', size=[200, 300], survey='goods_north', cutout_format='jpg') | cutout zcut coordinates=\"189.49 62.20\" size=300x200 survey=goods_north format=jpg",
        "Tesscut.get_cutouts(coordinates='1 2', size=(5*u.arcmin, 7*u.arcmin)) | cutout tess coordinates=\"1 2\" size=7x5arcmin",
        "Tesscut.get_cutouts(coordinates='1 2', size=[0.1*u.deg, 7 * u.arcmin]) | cutout tess coordinates=\"1 2\" size=7arcminx0.1deg",
        "Tesscut.get_cutouts(coordinates=SkyCoord(210.8, 54.3, unit=\"deg\"), size=5) | cutout tess coordinates=\"210.8 54.3\" size=5",
        "Tesscut.get_cutouts(SkyCoord(ra=210.8*u.deg, dec=-54.3*u.degree, frame='icrs')) | cutout tess coordinates=\"210.8 -54.3\"",
        "Tesscut.get_sectors(coordinates=SkyCoord(\"10h46m03s -59d52m\")) | cutout tess coordinates=\"10h46m03s -59d52m\" --sectors",
        "Hapcut.get_cutouts('351.34 28.49', size=5*u.arcsec, verbose=False) | cutout hap coordinates=\"351.34 28.49\" size=5arcsec",
      })
  void isSaidInThisLanguage(String python, String command) {
    assertThat(call.translate(python)).contains(command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "print(obs)",
        "search mission=JWST",
        "query_criteria",
        "query_criteria()",
        "import astroquery",
        "f(query_criteria(a=1)",
        "get_cutouts(size=5)",
        "Tesscut.get_cutouts()",
        "Othercut.download_cutouts('1 2')",
        ""
      })
  void otherTextIsNone(String text) {
    assertThat(call.translate(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tesscut.get_cutouts(coordinates=c)",
        "Tesscut.get_cutouts(coordinates=SkyCoord(ra, dec))",
        "Tesscut.get_cutouts(coordinates=SkyCoord(1, 2, unit='rad'))",
        "Tesscut.get_cutouts(coordinates=SkyCoord('1 2', unit=(u.hourangle, u.deg)))",
        "Tesscut.get_cutouts(coordinates=SkyCoord(1, 2, unit='deg', frame='galactic'))",
        "Tesscut.get_cutouts(coordinates='1 2', size=n)",
        "Tesscut.get_cutouts(coordinates='1 2', size=(5, 7, 9))",
        "Tesscut.get_cutouts(coordinates='1 2', size=(5*u.arcmin, 7))",
        "Tesscut.get_cutouts(coordinates='1 2', size=5*u.parsec)",
        "Tesscut.get_cutouts(coordinates='1 2', size=u.Quantity(5, u.arcmin))",
        "Tesscut.get_cutouts(objectname=name)",
        "Zcut.get_surveys('1 2', radius=r)",
        "Zcut.get_cutouts('1 2', survey=['a', 'b'])"
      })
  void whatCannotBeSaidInOneLineIsNot(String python) {
    assertThat(call.translate(python)).isEmpty();
  }

  @Property
  void anyPlacesOfCutoutsGiveALineOrNothing(@ForAll String arguments) {
    for (String python :
        new String[] {
          "Tesscut.get_cutouts(SkyCoord(%s))",
          "Tesscut.get_cutouts(SkyCoord(1, 2, unit=(%s))",
          "Tesscut.get_cutouts('1 2', size=(%s*u.deg))"
        }) {
      call.translate(python.replace("%s", arguments))
          .ifPresent(line -> assertThat(line).startsWith("cutout tess"));
    }
  }

  @Property
  void anyArgumentsOfCutoutsGiveALineOrNothing(@ForAll String arguments) {
    call.translate("Tesscut.get_cutouts(size=" + arguments + ")")
        .ifPresent(line -> assertThat(line).startsWith("cutout tess"));
  }

  @Property
  void anyArgumentsGiveALineOrNothing(@ForAll String arguments) {
    call.translate("Observations.query_criteria(obs_id=" + arguments + ")")
        .ifPresent(line -> assertThat(line).startsWith("search "));
  }
}
