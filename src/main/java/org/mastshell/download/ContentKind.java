package org.mastshell.download;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of files whose content can be checked. */
enum ContentKind {
  FITS(List.of(".fits", ".fit", ".fts", ".fz"), "SIMPLE  ="),
  GZIP(List.of(".gz", ".tgz"), "\u001F\u008B\b"),
  ZIP(List.of(".zip"), "PK\u0003\u0004"),
  TAR(List.of(".tar"), ""),
  JSON(List.of(".json"), ""),
  JPEG(List.of(".jpg", ".jpeg"), "\u00FF\u00D8\u00FF"),
  PNG(List.of(".png"), "\u0089PNG\r\n\u001A\n"),
  GIF(List.of(".gif"), "GIF8"),
  PDF(List.of(".pdf"), "%PDF-"),
  ECSV(List.of(".ecsv"), "# %ECSV "),
  /** Plain text, or a kind that is not known here. */
  OTHER(List.of(), "");

  private final List<String> endings;
  private final String beginning;

  ContentKind(List<String> endings, String beginning) {
    this.endings = endings;
    this.beginning = beginning;
  }

  /** The kind that a name tells. */
  static ContentKind named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> kind.endings.stream().anyMatch(lower::endsWith))
        .findFirst()
        .orElse(OTHER);
  }

  /** The kind that a name tells or, where it tells none, the first bytes. */
  static ContentKind of(String name, byte[] head, int length) {
    ContentKind named = named(name);
    if (named != OTHER) {
      return named;
    }
    String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values())
        .filter(kind -> !kind.beginning.isEmpty() && text.startsWith(kind.beginning))
        .findFirst()
        .orElse(OTHER);
  }
}
