package org.mastshell.handover;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mastshell.vocabulary.NameGrammar;

/**
 * The functions that written programs use, of which each gets those that it needs. They stand in
 * files of the language that they are in.
 */
final class Helpers {
  private static final Pattern DEFINITION = Pattern.compile("(?m)^def (\\w+)");

  private final Map<String, String> functions = new LinkedHashMap<>();

  private Helpers(String text, String gap) {
    for (String block : text.split(gap, -1)) {
      Matcher definition = DEFINITION.matcher(block);
      if (definition.find()) {
        functions.put(definition.group(1), block.strip());
      }
    }
  }

  /** Those of Python. */
  static Helpers python() {
    return new Helpers(withGrammar(read("helpers.py"), "[", "]", "(", ")"), "\n\n\n");
  }

  /** Those of jq. */
  static Helpers jq() {
    return new Helpers(withGrammar(read("helpers.jq"), "[", "]", "[", "]"), "\n\n");
  }

  /** What a program in the shell's language needs to ask the archive. */
  static String shell() {
    return read("ask.sh");
  }

  /** The functions that a text uses, with those that they use, in the order of their file. */
  List<String> usedBy(String text) {
    Set<String> used = new LinkedHashSet<>();
    List<String> unread = new ArrayList<>(List.of(text));
    while (!unread.isEmpty()) {
      String next = unread.remove(unread.size() - 1);
      for (Map.Entry<String, String> function : functions.entrySet()) {
        boolean named =
            Pattern.compile("(?<![\\w\"$.])" + function.getKey() + "(?![\\w\"=:])")
                .matcher(next)
                .find();
        if (named && used.add(function.getKey())) {
          unread.add(function.getValue());
        }
      }
    }
    return functions.keySet().stream().filter(used::contains).map(functions::get).toList();
  }

  // The grammar of names has one place; what it looks like in a program is worked out from there.
  private static String withGrammar(
      String text, String open, String close, String tupleOpen, String tupleClose) {
    Map<String, String> stages = new TreeMap<>();
    NameGrammar.stages()
        .forEach(
            (stage, suffixes) ->
                stages.put(stage, open + Literals.texts(new TreeSet<>(suffixes)) + close));
    String stageMap =
        stages.entrySet().stream()
            .map(entry -> Literals.text(entry.getKey()) + ": " + entry.getValue())
            .collect(Collectors.joining(", ", "{", "}"));
    return text.replace("@EXTENSION@", Literals.text(NameGrammar.EXTENSION))
        .replace("@SUFFIX@", Literals.text(NameGrammar.SUFFIX))
        .replace("@THUMB@", Literals.text(NameGrammar.THUMB))
        .replace("@OF_VISIT@", Literals.text(NameGrammar.OF_VISIT))
        .replace("@COMBINED@", Literals.text(NameGrammar.COMBINED))
        .replace(
            "@PARTS_OF_VISIT@", tupleOpen + Literals.texts(NameGrammar.partsOfVisit()) + tupleClose)
        .replace(
            "@PARTS_OF_COMBINED@",
            tupleOpen + Literals.texts(NameGrammar.partsOfCombined()) + tupleClose)
        .replace(
            "@WITHOUT_STAGE@",
            open + Literals.texts(new TreeSet<>(NameGrammar.withoutStage())) + close)
        .replace("@STAGES@", stageMap);
  }

  private static String read(String name) {
    try (InputStream stream = Helpers.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the bundled file " + name + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("the bundled file " + name + " cannot be read", broken);
    }
  }
}
