package org.mastshell.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mastshell.chart.Chart;
import org.mastshell.chart.PictureSize;
import org.mastshell.chart.Pictures;
import org.mastshell.chart.XmlText;

/**
 * A report as one HTML file that needs nothing else. Its own policy forbids the browser everything
 * but the style and the script that stand in it, told by their SHA-256, and pictures within the
 * page: what the archive sent could do nothing even if it were not escaped. Without the script it
 * is a page that can be read; the script adds sorting and filtering.
 */
public final class ReportPage {
  private static final PictureSize SKY = new PictureSize(960, 600);

  private final Report report;
  private final String style;
  private final String script;

  /**
   * @param report what it tells
   */
  public ReportPage(Report report) {
    this.report = report;
    this.style =
        PageTemplate.bundled("report.css")
            .replace("/* chart, light */", Pictures.variables(false))
            .replace("/* chart, dark */", Pictures.variables(true));
    this.script = PageTemplate.bundled("report.js");
  }

  /** Writes the page, in pieces as they come; does not close. */
  public void write(Writer out) throws IOException {
    ReportTable table = new ReportTable(report.rows());
    Map<String, PageTemplate.Filling> places = new LinkedHashMap<>();
    places.put("policy", text -> text.write(XmlText.escape(policy())));
    places.put("style", text -> text.write(style));
    places.put("script", text -> text.write(script));
    places.put("title", text -> text.write(line(report.title())));
    places.put("summary", text -> list(text, "summary", report.summary()));
    places.put("left-out", text -> list(text, "left-out", report.leftOut()));
    places.put("steps", this::steps);
    places.put("origin", this::origin);
    places.put("rights-title", text -> text.write(isSized() ? "Sizes and rights" : "Rights"));
    places.put("rights", this::rights);
    places.put("sky", this::sky);
    places.put("caption", text -> text.write(line(report.rows().caption())));
    places.put("heading", table::writeHeading);
    places.put("rows", table::write);
    places.put(
        "acknowledgement",
        text -> text.write(XmlText.escape(CleanText.lines(report.acknowledgement()))));
    new PageTemplate(PageTemplate.bundled("report.html")).write(places, out);
  }

  private String policy() {
    return "default-src 'none'; style-src '"
        + hash(style)
        + "'; script-src '"
        + hash(script)
        + "'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static void list(Writer out, String name, List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    out.write("<ul class=\"" + name + "\">\n");
    for (String text : lines) {
      out.write("<li>" + line(text.strip()) + "</li>\n");
    }
    out.write("</ul>\n");
  }

  private void steps(Writer out) throws IOException {
    for (Report.Step step : report.steps()) {
      out.write("<li><code>");
      out.write(XmlText.escape(CleanText.lines(step.command())));
      out.write("</code> <span>" + line(step.result()) + "</span></li>\n");
    }
  }

  private void origin(Writer out) throws IOException {
    for (Report.Entry entry : report.origin()) {
      out.write("<div><dt>" + line(entry.name()) + "</dt><dd>" + line(entry.value()));
      out.write("</dd></div>\n");
    }
  }

  private boolean isSized() {
    return report.rights().stream().anyMatch(share -> !share.size().isEmpty());
  }

  private void rights(Writer out) throws IOException {
    boolean sized = isSized();
    out.write("<thead><tr><th scope=\"col\">rights</th><th scope=\"col\" class=\"n\">rows</th>");
    out.write(sized ? "<th scope=\"col\" class=\"n\">size</th>" : "");
    out.write("</tr></thead>\n<tbody>\n");
    for (Report.Share share : report.rights()) {
      out.write("<tr><th scope=\"row\">" + line(share.rights()) + "</th>");
      out.write("<td class=\"n\">" + Counts.text(share.rows()) + "</td>");
      out.write(sized ? "<td class=\"n\">" + line(share.size()) + "</td>" : "");
      out.write("</tr>\n");
    }
    out.write("</tbody>\n");
  }

  private void sky(Writer out) throws IOException {
    if (report.sky().isPresent()) {
      Chart chart = report.sky().get();
      out.write("<figure>\n<div class=\"chart\" tabindex=\"0\" role=\"group\"");
      out.write(" aria-label=\"Sky plot, may be scrolled\">\n");
      out.write(Pictures.element(chart, SKY));
      out.write("</div>\n<figcaption>" + line(chart.description()) + "</figcaption>\n</figure>\n");
    } else {
      out.write("<p>There is nothing to draw.</p>\n");
    }
    list(out, "notes", report.skyNotes());
  }

  private static String line(String text) {
    return XmlText.escape(CleanText.oneLine(text));
  }
}
