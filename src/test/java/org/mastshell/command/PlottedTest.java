package org.mastshell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mastshell.chart.DateAxis;
import org.mastshell.chart.SpanChart;
import org.mastshell.formats.Format;

class PlottedTest {
  @Test
  void theTableForProgramsIsMadeOnlyForThem() {
    AtomicInteger made = new AtomicInteger();
    Plotted plotted =
        new Plotted(
            Optional.of(new SpanChart("none", new DateAxis(59000, 59001, "day"), List.of(), true)),
            () -> {
              made.incrementAndGet();
              return new AnswerTable();
            },
            new AnswerTable(),
            List.of());
    assertThat(plotted.parts(Format.TABLE, "nothing")).hasSize(1);
    assertThat(made).hasValue(0);
    assertThat(plotted.parts(Format.CSV, "nothing")).hasSize(1);
    assertThat(made).hasValue(1);
  }
}
