package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mastshell.download.Layout;
import org.mastshell.language.SyntaxException;
import org.mastshell.session.Setting;
import org.mastshell.table.Subject;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.NameFields;
import org.mastshell.vocabulary.NearestWords;
import org.mastshell.vocabulary.SetKind;

/**
 * Understands what people type for a layout: one of three words, or a template such as {@code
 * {proposal_id}/{instrument}/{filename}}. A field of products, or one read from their names, is
 * taken from the file's own row; a field that only observations have is that of its observation.
 */
final class LayoutReader {
  /** The word of a template for the file's name. */
  static final String FILE_NAME = "filename";

  private static final int MOST_PARTS = 12;
  private static final String UNSAFE = "\\:*?\"<>|";
  private static final String EXAMPLE = "{proposal_id}/{instrument}/{filename}";
  private static final List<Layout> NAMED = List.of(Layout.mast(), Layout.flat(), Layout.program());

  private final Fields fields;

  LayoutReader(Fields fields) {
    this.fields = fields;
  }

  /**
   * A layout, and what it needs beside the rows of products.
   *
   * @param layout where files go
   * @param ofObservations the fields that only the observation of a product has
   */
  record Read(Layout layout, List<Field> ofObservations) {}

  /**
   * Understands a text that stands in a line.
   *
   * @param text what stands for the layout, without quotes
   * @param line the whole line as typed
   * @param start where the layout begins in it
   * @param end where it ends
   * @throws SyntaxException if it is no layout
   */
  Read read(String text, String line, int start, int end) {
    Optional<Layout> named =
        NAMED.stream().filter(layout -> layout.word().equalsIgnoreCase(text.strip())).findFirst();
    if (named.isPresent()) {
      return new Read(named.get(), List.of());
    }
    return new Template(text.strip(), line, start, end).read();
  }

  /** The layouts that have a word of their own. */
  List<Read> named() {
    return NAMED.stream().map(layout -> new Read(layout, List.of())).toList();
  }

  /** The layout that is set. It was understood when it was set. */
  Read setting(String text) {
    String line = "set " + Setting.LAYOUT.word() + " " + text;
    return read(text, line, line.length() - text.length(), line.length());
  }

  private final class Template {
    private final String text;
    private final String line;
    private final int start;
    private final int end;
    private final List<List<Layout.Piece>> parts = new ArrayList<>();
    private final Map<String, Field> ofObservations = new LinkedHashMap<>();
    private List<Layout.Piece> part = new ArrayList<>();
    private StringBuilder fixed = new StringBuilder();
    private int names;
    private int at;

    Template(String text, String line, int start, int end) {
      this.text = text;
      this.line = line;
      this.start = start;
      this.end = end;
    }

    Read read() {
      if (text.indexOf('{') < 0) {
        throw noLayout();
      }
      while (at < text.length()) {
        char c = text.charAt(at);
        if (text.startsWith("{{", at) || text.startsWith("}}", at)) {
          fixed.append(c);
          at += 2;
        } else if (c == '{') {
          field();
        } else if (c == '}') {
          throw wrong("this } has no { before it", at, at + 1, "}} stands for a brace");
        } else if (c == '/') {
          endPart();
          at++;
        } else {
          fixed(c);
        }
      }
      endPart();
      boolean nameIsLast = parts.get(parts.size() - 1).stream().anyMatch(this::isName);
      if (names != 1 || !nameIsLast) {
        throw wrong(
            "a layout has {filename} once, in its last part",
            0,
            text.length(),
            "as in " + EXAMPLE + ": else files would take each other's places");
      }
      if (parts.size() > MOST_PARTS) {
        throw wrong(
            "a layout has at most " + MOST_PARTS + " parts", 0, text.length(), "leave some out");
      }
      return new Read(new Layout(text, false, parts), List.copyOf(ofObservations.values()));
    }

    private boolean isName(Layout.Piece piece) {
      return piece instanceof Layout.FileName;
    }

    private void fixed(char c) {
      if (UNSAFE.indexOf(c) >= 0 || Character.isISOControl(c)) {
        throw wrong(
            "a name of a file or folder cannot hold this everywhere",
            at,
            at + 1,
            "use letters, digits, - and _");
      }
      fixed.append(c);
      at++;
    }

    private void endPart() {
      endFixed();
      boolean dots = part.size() == 1 && isDots(part.get(0));
      if (part.isEmpty() || dots) {
        throw wrong(
            "a layout stays below the download folder, and none of its parts is empty",
            Math.max(0, at - 2),
            Math.min(text.length(), at + 1),
            "write it as in " + EXAMPLE + "; --dir chooses the folder");
      }
      parts.add(part);
      part = new ArrayList<>();
    }

    private boolean isDots(Layout.Piece piece) {
      return piece instanceof Layout.Fixed only && only.text().matches("[. ]+|~");
    }

    private void endFixed() {
      if (!fixed.isEmpty()) {
        part.add(new Layout.Fixed(fixed.toString()));
        fixed = new StringBuilder();
      }
    }

    private void field() {
      int close = text.indexOf('}', at);
      int next = text.indexOf('{', at + 1);
      if (close < 0 || (next >= 0 && next < close)) {
        int stop = next < 0 ? text.length() : next;
        throw wrong("this { has no } behind it", at, stop, "{{ stands for a brace");
      }
      endFixed();
      part.add(piece(text.substring(at + 1, close).strip(), close));
      at = close + 1;
    }

    private Layout.Piece piece(String word, int close) {
      Optional<Field> own = fields.find(word, SetKind.PRODUCTS);
      boolean name = own.filter(f -> f.name().equals(NameFields.PRODUCT_NAME)).isPresent();
      if (name || word.equalsIgnoreCase(FILE_NAME)) {
        names++;
        return new Layout.FileName();
      }
      String missing = "no-" + word.toLowerCase(Locale.ROOT);
      if (own.isPresent()) {
        return new Layout.Cell(own.get().subject(), missing);
      }
      Field field = fields.find(word, SetKind.OBSERVATIONS).orElseThrow(() -> unknown(word, close));
      ofObservations.put(field.name(), field);
      return new Layout.Cell(Subject.column(field.name()), missing);
    }

    private SyntaxException unknown(String word, int close) {
      List<String> near = fields.nearest(word, SetKind.PRODUCTS, FILE_NAME);
      Optional<String> meant = fields.meant(word, SetKind.PRODUCTS, FILE_NAME);
      if (near.isEmpty()) {
        near = fields.nearest(word, SetKind.OBSERVATIONS);
        meant = fields.meant(word, SetKind.OBSERVATIONS);
      }
      return wrong("no field is called " + word, at + 1, close, UnknownWords.advice(near, "fields"))
          .rightWith(meant);
    }

    private SyntaxException noLayout() {
      List<String> words = NAMED.stream().map(Layout::word).toList();
      Optional<String> meant = NearestWords.only(text, words);
      return new SyntaxException(
              "there is no layout " + text,
              line,
              start,
              end,
              meant.map(word -> "did you mean " + word + "? ").orElse("")
                  + "it is "
                  + String.join(", ", words)
                  + " or a template such as "
                  + EXAMPLE)
          .rightWith(meant);
    }

    // Where the text stands in the line as it is, a piece of it can be pointed at; else all of it.
    private SyntaxException wrong(String message, int from, int to, String advice) {
      int begin = line.indexOf(text, start);
      boolean there = begin >= 0 && begin + text.length() <= end;
      return new SyntaxException(
          message, line, there ? begin + from : start, there ? begin + to : end, advice);
    }
  }
}
