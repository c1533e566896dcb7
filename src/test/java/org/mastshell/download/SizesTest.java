package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
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

  @Test
  void sizesAreShort() {
    assertThat(Sizes.text(0)).isEqualTo("0 B");
    assertThat(Sizes.text(999)).isEqualTo("999 B");
    assertThat(Sizes.text(1_000)).isEqualTo("1.0 kB");
    assertThat(Sizes.text(999_700)).isEqualTo("1.0 MB");
    assertThat(Sizes.text(47_300_000)).isEqualTo("47.3 MB");
    assertThat(Sizes.text(410_000_000_000L)).isEqualTo("410 GB");
    assertThat(Sizes.part(9_100_000_000L, 26_400_000_000L)).isEqualTo("9.1 of 26.4 GB");
  }

  // Two rooms write sizes, and neither may use the other: a person must not see a difference.
  @Property
  void agreesWithTheSizesOfTables(@ForAll @LongRange(min = 0) long bytes) {
    assertThat(Sizes.text(bytes)).isEqualTo(org.mastshell.output.Sizes.text(bytes));
  }
}
