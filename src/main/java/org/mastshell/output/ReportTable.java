package org.mastshell.output;

import java.io.IOException;
import java.io.Writer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.mastshell.chart.XmlText;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;

/**
 * The table of a page as HTML. What a cell shows is for people; where that is not the exact value,
 * the value stands beside it for sorting, in words in its title, and hidden from eyes for those who
 * listen.
 */
final class ReportTable {
  private final ReportRows rows;
  private final List<ShownColumn> columns;
  private final boolean pictured;

  ReportTable(ReportRows rows) {
    this.rows = rows;
    this.columns = rows.columns();
    this.pictured = !rows.pictures().isEmpty();
  }

  /** The cells of the heading. */
  void writeHeading(Writer out) throws IOException {
    if (rows.numbers().shown()) {
      head(out, "", "number", "row", "its number in the set");
    }
    if (pictured) {
      out.write("<th scope=\"col\">preview</th>\n");
    }
    for (int i = 0; i < columns.size(); i++) {
      ShownColumn column = columns.get(i);
      head(
          out,
          i == 0 ? "k" : "",
          column.look().isText() ? "text" : "number",
          DrawnColumn.heading(column),
          column.meaning());
    }
    out.write("<th scope=\"col\">links</th>\n");
  }

  private static void head(Writer out, String look, String kind, String name, String meaning)
      throws IOException {
    out.write("<th scope=\"col\" data-sort=\"" + kind + "\"");
    out.write(look.isEmpty() ? "" : " class=\"" + look + "\"");
    if (!meaning.isEmpty()) {
      out.write(" title=\"" + escaped(meaning) + "\"");
    }
    out.write(">" + escaped(name) + "</th>\n");
  }

  /** The rows. */
  void write(Writer out) throws IOException {
    List<CellText> cells =
        columns.stream().map(column -> CellText.of(rows.table(), column)).toList();
    List<Column> exact =
        columns.stream().map(column -> rows.table().column(Subject.column(column.name()))).toList();
    for (int row = 0; row < rows.table().size(); row++) {
      out.write("<tr>");
      if (rows.numbers().shown()) {
        out.write("<td class=\"n\">" + rows.numbers().of(row) + "</td>");
      }
      String name = columns.isEmpty() ? "" : cells.get(0).shortText(row);
      picture(out, row, name);
      for (int i = 0; i < columns.size(); i++) {
        cell(out, i, cells.get(i), exact.get(i), row);
      }
      links(out, row, name);
      out.write("</tr>\n");
    }
  }

  private void cell(Writer out, int place, CellText cell, Column exact, int row)
      throws IOException {
    ShownColumn column = columns.get(place);
    String shown = cell.shortText(row);
    String tag = place == 0 ? "th" : "td";
    StringBuilder html = new StringBuilder("<").append(tag);
    if (place == 0) {
      html.append(" scope=\"row\"");
    }
    String look = classes(column.look(), shown);
    if (!look.isEmpty()) {
      html.append(" class=\"").append(look).append('"');
    }
    boolean rounded =
        !exact.isMissing(row) && !column.look().isText() && !shown.equals(exact.text(row));
    if (rounded) {
      html.append(" data-v=\"").append(escaped(exact.text(row))).append("\" title=\"");
      html.append(escaped(cell.fullText(row, column.unit()))).append('"');
    }
    html.append('>').append(escaped(shown));
    if (rounded) {
      // Screen readers say what stands in a cell, seldom its title.
      html.append("<span class=\"x\"> exactly ").append(escaped(exact.text(row))).append("</span>");
    }
    html.append("</").append(tag).append('>');
    out.append(html);
  }

  private static String classes(Look look, String shown) {
    Meaning meaning = Meaning.of(look, shown);
    String told = meaning == Meaning.PLAIN ? "" : meaning.name().toLowerCase(Locale.ROOT);
    return look.isText() ? told : ("n " + told).strip();
  }

  private void picture(Writer out, int row, String name) throws IOException {
    if (!pictured) {
      return;
    }
    byte[] jpeg = rows.pictures().get(row);
    out.write("<td class=\"p\">");
    if (jpeg != null) {
      out.write("<img alt=\"Preview of " + escaped(name) + "\" src=\"data:image/jpeg;base64,");
      out.write(Base64.getEncoder().encodeToString(jpeg));
      out.write("\">");
    }
    out.write("</td>");
  }

  private void links(Writer out, int row, String name) throws IOException {
    out.write("<td class=\"l\">");
    for (ReportRows.Link link : rows.links().apply(row)) {
      String scheme = link.address().getScheme();
      if ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme)) {
        out.write("<a rel=\"noopener noreferrer\" href=\"");
        out.write(escaped(link.address().toASCIIString()));
        out.write("\" title=\"" + escaped(link.meaning()) + "\" aria-label=\"");
        // In a list of all links of the page, each says of which row it is.
        out.write(escaped(name.isEmpty() ? link.word() : link.word() + ", " + name) + "\">");
        out.write(escaped(link.word()) + "</a> ");
      }
    }
    out.write("</td>");
  }

  private static String escaped(String text) {
    return XmlText.escape(CleanText.oneLine(text));
  }
}
