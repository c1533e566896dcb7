package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

class OtherFieldsTest {
  private final OtherFields others = OtherFields.bundled();

  @Test
  void aValueOfExactlyOneOtherFieldBelongsThere() {
    assertThat(others.criterion(products("type"), "science")).contains("productType=SCIENCE");
    assertThat(others.criterion(products("type"), "nothing")).isEmpty();
  }

  @Test
  void aColumnOfAPersonIsNoneOfTheArchive() {
    Fields own = Fields.bundled();
    assertThat(others.criterion(own.of("note", SetKind.PRODUCTS), "SCIENCE")).isEmpty();
  }

  private static Field products(String name) {
    return Fields.bundled().find(name, SetKind.PRODUCTS).orElseThrow();
  }
}
