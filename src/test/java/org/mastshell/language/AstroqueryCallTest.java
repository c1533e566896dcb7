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
        ""
      })
  void otherTextIsNone(String text) {
    assertThat(call.translate(text)).isEmpty();
  }

  @Property
  void anyArgumentsGiveALineOrNothing(@ForAll String arguments) {
    call.translate("Observations.query_criteria(obs_id=" + arguments + ")")
        .ifPresent(line -> assertThat(line).startsWith("search "));
  }
}
