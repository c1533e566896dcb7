package org.mastshell.archive;

import java.util.List;
import java.util.stream.Stream;

/**
 * Beginnings of files, and whether they are those of web pages: the same for whatever judges them,
 * here and in scripts.
 */
public final class WebPageCases {
  /**
   * One of them.
   *
   * @param name of the file
   * @param text a character a byte
   * @param page whether that is a web page in its place
   */
  public record Beginning(String name, String text, boolean page) {}

  private WebPageCases() {}

  /** All of them. */
  public static List<Beginning> all() {
    return Stream.concat(
            Stream.of(
                    "<html>",
                    "<HTML lang=en>",
                    "<html\n lang=en>",
                    "<!DOCTYPE html>",
                    "<!doctype\thtml>",
                    "\u00ef\u00bb\u00bf \r\n<!doctype HTML public>",
                    "\u00ef\u00bb\u00bf<?xml version='1.0'?><!DOCTYPE html>",
                    "<!-- a --><!-- b -->\n<html>",
                    "<!-- who - is -- it? --><html>",
                    "\n<!---->\n<!DOCTYPE  html>",
                    "<?xml version='1.0'?><!DOCTYPE html>",
                    "<?xml version=\"1.0\"?>\n<!-- who - is -- it? --><html>",
                    " ".repeat(900) + "<html>")
                .flatMap(
                    text ->
                        Stream.of(
                            new Beginning("x.fits", text, true),
                            new Beginning("x.txt", text, true),
                            new Beginning("x.html", text, false),
                            new Beginning("x.HTM", text, false),
                            new Beginning("x.xhtml", text, false))),
            Stream.of(
                    "",
                    "SIMPLE  =  T",
                    "{}",
                    "{\"a\": \"<html>\"}",
                    "\u001f\u008b<html>",
                    "<VOTABLE>",
                    "<?xml version='1.0'?><VOTABLE>",
                    "<?xml version='1.0'?><svg><html></svg>",
                    "<!-- <html> --><svg>",
                    "<!-- <html>",
                    "<htmlx>",
                    "<!doctypehtml>",
                    "<!DOCTYPE svg>",
                    "text before <html>",
                    "# <html>",
                    "<! html>")
                .map(text -> new Beginning("x.fits", text, false)))
        .toList();
  }
}
