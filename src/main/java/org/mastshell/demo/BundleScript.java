package org.mastshell.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes a script for bash and curl that fetches files into folders like those of the archive's own
 * bundles. It holds no token: that comes from the first argument, the environment variable {@code
 * MAST_API_TOKEN}, or the keyboard.
 */
final class BundleScript {
  /** The folder that the script makes. */
  static final String FOLDER = "MAST_2022-07-12T1653";

  private static final String HEAD =
      """
      #!/bin/bash
      # Fetches files of the embedded demo archive of MastShell. All of them are synthetic.
      # Usage: bash SCRIPT [TOKEN]    (or set MAST_API_TOKEN; only exclusive files need one)

      command -v curl >/dev/null || { echo "This script needs curl." >&2; exit 1; }

      folder=%s
      continue=()
      if [ -d "$folder" ]; then
        answer=N
        if [ -t 0 ]; then
          read -r -n 1 -p "$folder exists: (C)ontinue in it or begin a (N)ew one? [N] " answer
          echo
        fi
        if [ "$answer" = c ] || [ "$answer" = C ]; then
          continue=(-C -)
        else
          number=1
          while [ -d "$folder-$number" ]; do number=$((number + 1)); done
          folder="$folder-$number"
        fi
      fi
      mkdir -p "$folder" || exit 1
      failed=0

      """;

  private static final String TOKEN =
      """
      token="${1:-$MAST_API_TOKEN}"
      if [ -z "$token" ]; then
        read -r -s -p "Please enter your token: " token
        echo
      fi

      """;

  private static final String FETCH =
      """
      fetch() { # PATH URL
        echo "<<< Downloading File: $2"
        echo "                  To: $folder/$1"
        curl --globoff --location-trusted --fail --progress-bar --create-dirs "${continue[@]}" \\
          %s--output "./$folder/$1" "$2" || failed=1
      }

      """;

  private final String origin;
  private final Visitor visitor;

  /**
   * A writer of scripts.
   *
   * @param origin where the files are fetched from, such as {@code http://127.0.0.1:8080}
   * @param visitor who asks: a file that they may not read is named in the manifest alone
   */
  BundleScript(String origin, Visitor visitor) {
    this.origin = origin;
    this.visitor = visitor;
  }

  /** The script for the files; a URI whose product is null is one that the archive lacks. */
  String text(Map<String, Product> files) {
    boolean exclusive =
        visitor.authorized()
            && files.values().stream()
                .anyMatch(product -> product != null && product.owner().isExclusive());
    StringBuilder script = new StringBuilder(HEAD.formatted(FOLDER));
    script.append(manifest(files));
    script.append(exclusive ? TOKEN : "");
    script.append(FETCH.formatted(exclusive ? "-H \"Authorization: token $token\" " : ""));
    files.forEach(
        (uri, product) -> {
          if (product != null && visitor.mayRead(product.owner())) {
            script.append("fetch ").append(quote(path(product))).append(' ');
            script.append(quote(link(uri))).append('\n');
          }
        });
    return script.append("\nexit $failed\n").toString();
  }

  private String manifest(Map<String, Product> files) {
    StringBuilder text = new StringBuilder("cat >\"$folder/MANIFEST.HTML\" <<'END_OF_MANIFEST'\n");
    text.append("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n");
    text.append("<h2>Manifest of ").append(FOLDER).append("</h2>\n");
    text.append("<h3>Total Files: ").append(files.size()).append("</h3>\n<table>\n");
    text.append("<tr><th>URI</th><th>File</th><th>Access</th><th>Status</th></tr>\n");
    files.forEach((uri, product) -> text.append(manifestRow(uri, product)));
    return text.append("</table>\n</body></html>\nEND_OF_MANIFEST\n\n").toString();
  }

  private String manifestRow(String uri, Product product) {
    String file = product == null ? "" : path(product);
    String access = product == null ? "" : product.owner().text("dataRights");
    String status = "OK";
    if (product == null) {
      status = "Not Found";
    } else if (!visitor.mayRead(product.owner())) {
      status = "Not Authorized";
    }
    return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
        .formatted(Markup.escape(oneLine(uri)), Markup.escape(file), access, status);
  }

  private String link(String uri) {
    return origin
        + "/api/v0.1/Download/file?bundle_name="
        + FOLDER
        + ".sh&uri="
        + URLEncoder.encode(uri, StandardCharsets.UTF_8);
  }

  private static String path(Product product) {
    Observation owner = product.owner();
    return owner.text("obs_collection") + "/" + owner.obsId() + "/" + product.fileName();
  }

  // A text between single quotes has no meaning for the shell, save that quote itself.
  private static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
