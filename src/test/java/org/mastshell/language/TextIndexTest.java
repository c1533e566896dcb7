package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mastshell.language.TextIndex.Found;

class TextIndexTest {
  private static final int WANTED = 3;

  private static TextIndex index(List<String> texts) {
    return TextIndex.of(texts::get, texts.size()).orElseThrow();
  }

  @Test
  void findsWhateverTheCase() {
    TextIndex index = index(List.of("NIRCAM/IMAGE", "nircam/grism", "", "MIRI/IMAGE", "Ångström"));
    assertThat(index.beginning("nirc", WANTED)).isEqualTo(new Found(List.of(0, 1), 2, 7));
    assertThat(index.holding("image", WANTED)).isEqualTo(new Found(List.of(0, 3), 2, 0));
    assertThat(index.beginning("ÅNG", WANTED)).isEqualTo(new Found(List.of(4), 1, 8));
    assertThat(index.beginning("image", WANTED)).isEqualTo(new Found(List.of(), 0, 0));
    assertThat(index.beginning("", WANTED)).isEqualTo(new Found(List.of(0, 1, 2), 5, 0));
    assertThat(index.holding("E\nM", WANTED).count()).isZero();
  }

  @Property
  void findsTheSameAsLookingThroughAll(
      @ForAll("texts") List<String> texts, @ForAll("text") String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    List<Integer> beginning =
        IntStream.range(0, texts.size())
            .filter(i -> texts.get(i).toLowerCase(Locale.ROOT).startsWith(wanted))
            .boxed()
            .toList();
    List<Integer> holding =
        IntStream.range(0, texts.size())
            .filter(i -> texts.get(i).toLowerCase(Locale.ROOT).contains(wanted))
            .boxed()
            .toList();
    TextIndex index = index(texts);
    Found begun = index.beginning(typed, WANTED);
    assertThat(begun.count()).isEqualTo(beginning.size());
    assertThat(begun.first()).isEqualTo(beginning.stream().limit(WANTED).toList());
    for (int place : beginning) {
      assertThat(texts.get(place).substring(0, begun.common()))
          .isEqualToIgnoringCase(texts.get(beginning.get(0)).substring(0, begun.common()));
    }
    Found held = index.holding(typed, WANTED);
    assertThat(held.count()).isEqualTo(holding.size());
    assertThat(held.first()).isEqualTo(holding.stream().limit(WANTED).toList());
  }

  @Provide
  Arbitrary<String> text() {
    return Arbitraries.strings().withChars("abAB/").ofMaxLength(3);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings().withChars("abAB/").ofMaxLength(6).list().ofMaxSize(30);
  }
}
