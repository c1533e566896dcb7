package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

  @ParameterizedTest
  @CsvSource({"0,0 B", "999,999 B", "999500,1.0 MB", "26400000000,26.4 GB", "150000000,150 MB"})
  void writesASize(long bytes, String text) {
    assertThat(Sizes.text(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0,26400000000,0.0 of 26.4 GB", "9100000000,26400000000,9.1 of 26.4 GB"})
  void writesAPartInTheUnitOfTheWhole(long done, long whole, String text) {
    assertThat(Sizes.part(done, whole)).isEqualTo(text);
  }

  // Two rooms write sizes, and neither may use the other: a person must not see a difference.
  @Property
  void agreesWithTheSizesOfTables(@ForAll @LongRange(min = 0) long bytes) {
    assertThat(Sizes.text(bytes)).isEqualTo(org.mastshell.output.Sizes.text(bytes));
  }
}
