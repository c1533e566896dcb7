package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mastshell.vocabulary.Field;

/**
 * Says in this language what a call of astroquery's functions for MAST asks for, such as {@code
 * Observations.query_criteria(obs_collection="JWST", proposal_id=1073)}.
 */
public final class AstroqueryCall {
  private static final Pattern CALL =
      Pattern.compile(
          "(?s)(?:\\w+\\s*=\\s*)?(?<owner>(?:\\w+\\.)*)(?<function>\\w+)\\((?<arguments>.*)\\)\\s*");
  private static final Pattern KEYWORD = Pattern.compile("(?s)(\\w+)\\s*=(?!=)\\s*(.+)");
  private static final Pattern WITH_UNIT = Pattern.compile("([\\d.]+)\\s*\\*\\s*\\w+\\.(\\w+)");
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private final Glossary glossary;

  /**
   * @param glossary the words that exist
   */
  public AstroqueryCall(Glossary glossary) {
    this.glossary = glossary;
  }

  /** The command that does the same; empty if the text is no such call. */
  public Optional<String> translate(String text) {
    Matcher call = CALL.matcher(text.strip());
    if (!call.matches()) {
      return Optional.empty();
    }
    List<String> arguments = split(call.group("arguments"));
    return switch (call.group("function")) {
      case "query_criteria" -> command("search", "", arguments);
      case "query_criteria_count" -> command("search", "", arguments).map(s -> s + " --count");
      case "query_object" -> command("search", "object", arguments);
      case "query_object_count" -> command("search", "object", arguments).map(s -> s + " --count");
      case "query_region" -> command("search", "coordinates", arguments);
      case "query_region_count" ->
          command("search", "coordinates", arguments).map(s -> s + " --count");
      case "get_product_list" -> Optional.of("products");
      case "get_unique_product_list", "unique" -> Optional.of("unique");
      case "filter_products" -> command("filter", "", arguments);
      case "download_products" -> Optional.of("download");
      case "get_sectors", "get_surveys", "get_cutouts", "download_cutouts" ->
          CutoutCall.translate(call.group("owner"), call.group("function"), arguments);
      default -> Optional.empty();
    };
  }

  // The first argument without a keyword is the position, or a table that is the current set here.
  private Optional<String> command(String name, String positional, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(name));
    for (String argument : arguments) {
      Matcher keyword = KEYWORD.matcher(argument);
      if (keyword.matches()) {
        words.add(criterion(keyword.group(1), keyword.group(2).strip()));
      } else if (!positional.isEmpty()) {
        words.add(criterion(positional, argument));
      }
    }
    words.removeIf(String::isEmpty);
    return words.size() == 1 ? Optional.empty() : Optional.of(String.join(" ", words));
  }

  private String criterion(String keyword, String value) {
    String field =
        switch (keyword) {
          case "objectname" -> "object";
          default -> keyword;
        };
    if (keyword.equals("mrp_only")) {
      return value.equals("True") ? "--mrp" : "";
    }
    Matcher unit = WITH_UNIT.matcher(value);
    if (unit.matches()) {
      return field + "=" + unit.group(1) + unit.group(2);
    }
    boolean list = value.startsWith("[") || value.startsWith("(");
    if (!list) {
      return field + "=" + plain(value);
    }
    List<String> values =
        split(value.substring(1, Math.max(1, value.length() - 1))).stream()
            .map(AstroqueryCall::plain)
            .toList();
    boolean range =
        values.size() == 2 && glossary.field(keyword).filter(AstroqueryCall::isOrdered).isPresent();
    return field + "=" + String.join(range ? ".." : ",", values);
  }

  private static boolean isOrdered(Field field) {
    return BorrowedSyntax.isOrdered(field.kind());
  }

  private static String plain(String value) {
    String text = QuotedText.of(value).text();
    return switch (text) {
      case "True" -> "true";
      case "False" -> "false";
      case "None" -> "null";
      default -> Quoting.quote(text.strip());
    };
  }

  // At the commas that stand in no quotes and no brackets.
  static List<String> split(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (OPENING.indexOf(c) >= 0) {
        depth++;
      } else if (CLOSING.indexOf(c) >= 0) {
        depth--;
      } else if (c == ',' && depth == 0) {
        pieces.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    pieces.add(text.substring(from).strip());
    pieces.removeIf(String::isEmpty);
    return pieces;
  }
}
