package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Numbers of distinct texts. */
class WordCodesTest {

  @Property(tries = 200)
  void textsHaveTheNumbersOfTheirFirstAppearance(
      @ForAll List<@StringLength(max = 2) String> texts) {
    assertThat(codes(texts)).isEqualTo(codesByMap(texts));
  }

  // Somebody who chooses them could make each search as long as all texts before.
  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void textsThatHashAlikeAreFoundAsSoonAsOthers() {
    List<String> alike =
        IntStream.range(0, 1 << 18)
            .mapToObj(WordCodesTest::alike)
            .flatMap(text -> List.of(text, text).stream())
            .toList();
    assertThat(alike.stream().map(String::hashCode).distinct()).hasSize(1);
    assertThat(codes(alike)).isEqualTo(codesByMap(alike));
  }

  private static String alike(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 18; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  private static List<Integer> codes(List<String> texts) {
    WordCodes codes = new WordCodes();
    List<Integer> given = texts.stream().map(codes::code).toList();
    for (int i = 0; i < texts.size(); i++) {
      assertThat(codes.toArray()[given.get(i)]).isEqualTo(texts.get(i));
      if (i > 100) {
        break;
      }
    }
    return given;
  }

  private static List<Integer> codesByMap(List<String> texts) {
    Map<String, Integer> codes = new HashMap<>();
    return texts.stream()
        .map(
            text -> {
              Integer before = codes.putIfAbsent(text, codes.size());
              return before == null ? codes.size() - 1 : before;
            })
        .toList();
  }
}
