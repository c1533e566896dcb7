package org.mastshell.language;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.fuzz.Claim;
import org.mastshell.fuzz.Target;

/** Scripts and start files: lines are joined, numbered and filled with values that stay whole. */
public final class ScriptTarget implements Target {
  private static final String HARD = "a b; c # 'd' \"e\" $f \\";
  private static final Map<String, String> HARD_VALUES = Map.of("pid", HARD, "_x", HARD);
  private static final Map<String, String> PLAIN_VALUES = Map.of("pid", "P", "_x", "P");

  @Override
  public void take(byte[] input) throws IOException {
    List<ScriptLine> lines;
    try {
      lines =
          lines(
              new InputStreamReader(
                  new ByteArrayInputStream(input), StandardCharsets.UTF_8.newDecoder()));
    } catch (MalformedInputException otherEncoding) {
      lines = lines(new StringReader(new String(input, StandardCharsets.ISO_8859_1)));
    }
    int number = 0;
    for (ScriptLine line : lines) {
      Claim.that(line.number() > number, "lines are numbered in their order");
      number = line.number();
      Claim.that(Quoting.isOneLine(line.text()), "a line is one line");
      requireFilled(line.text());
    }
  }

  private static List<ScriptLine> lines(java.io.Reader script) throws IOException {
    ScriptLines reader = new ScriptLines(new BufferedReader(script));
    List<ScriptLine> lines = new ArrayList<>();
    for (Optional<ScriptLine> line = reader.next(); line.isPresent(); line = reader.next()) {
      lines.add(line.get());
    }
    return lines;
  }

  // Whatever a value holds, the line has the commands and words that it has with plain values.
  private static void requireFilled(String line) {
    List<List<String>> plain = words(line, "P", PLAIN_VALUES).orElse(null);
    List<List<String>> hard = words(line, HARD, HARD_VALUES).orElse(null);
    Claim.same(plain == null, hard == null, "a value neither opens nor closes a quote");
    if (plain != null) {
      Claim.same(hard.size(), plain.size(), "no value ends a command");
      for (int place = 0; place < plain.size(); place++) {
        Claim.same(hard.get(place).size(), plain.get(place).size(), "no value falls apart");
      }
    }
  }

  private static Optional<List<List<String>>> words(
      String line, String argument, Map<String, String> values) {
    String filled = line;
    try {
      filled = new ScriptArguments(List.of(argument, argument)).fill(line, values);
      List<List<String>> commands = new ArrayList<>();
      for (CommandText command : CommandLines.split(filled)) {
        commands.add(command.words().stream().map(Word::text).toList());
      }
      return Optional.of(commands);
    } catch (SyntaxException refused) {
      Refusals.requireSound(refused, refused.line().equals(line) ? line : filled);
      return Optional.empty();
    }
  }
}
