package org.mastshell.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Scripts that have an engine fetch files into the places where this shell would put them. Each can
 * be run again and again: it leaves alone what is here, goes on with what was broken off, checks
 * sizes, refuses web pages, and ends with a code other than 0 unless all is here. None holds a
 * token.
 *
 * @param engine what fetches
 * @param folder the download folder, as the option --dir names it
 * @param endpoint the bucket, for s5cmd
 * @param overTls whether only addresses of https may be followed
 * @param parallel how many files at a time
 * @param tries how often a file is tried
 * @param made when the files were listed: what is newer need not be replaced
 */
public record EngineScript(
    Engine engine,
    Path folder,
    URI endpoint,
    boolean overTls,
    int parallel,
    int tries,
    Instant made) {
  private static final Pattern NAMED =
      Pattern.compile("[a-z0-9-]+\\.s3[.a-z0-9-]*\\.amazonaws\\.com");

  /**
   * The script for the files of one share, or of all tasks of an array.
   *
   * @param shares one, except for Slurm
   */
  public String text(List<List<EngineFile>> shares) {
    boolean array = engine == Engine.SLURM;
    if (!array && shares.size() != 1) {
      throw new IllegalArgumentException(engine.word() + " has no tasks");
    }
    StringBuilder text = new StringBuilder("#!/usr/bin/env bash\n");
    if (array) {
      String most = shares.size() > parallel ? "%" + parallel : "";
      text.append("#SBATCH --job-name=mast-download\n")
          .append("#SBATCH --array=0-%d%s\n".formatted(shares.size() - 1, most))
          .append("#SBATCH --ntasks=1\n#SBATCH --output=mast-download-%A_%a.log\n");
    }
    int count = shares.stream().mapToInt(List::size).sum();
    text.append(
            "# Made by MastShell at %s: files %d, to be fetched by %s.\n"
                .formatted(made, count, array ? "curl" : engine.word()))
        .append(
            "# Run it with %s SCRIPT [FOLDER]; once more, and it goes on.\n"
                .formatted(array ? "sbatch" : "bash"));
    if (engine == Engine.ARIA2 || engine == Engine.S5CMD) {
      text.append("# bash SCRIPT --print shows what %s is given.\n".formatted(engine.word()));
    }
    text.append('\n');
    assign(text, "FOLDER", folder.toAbsolutePath().normalize().toString());
    text.append("case ${1:-} in '' | --print) ;; -*) FOLDER= ;; *) FOLDER=$1 ;; esac\n");
    assign(text, "ENDPOINT", serverOf(endpoint));
    assign(text, "PROTOCOLS", overTls ? "https" : "http,https");
    assign(text, "PARALLEL", Integer.toString(array ? 1 : parallel));
    assign(text, "TRIES", Integer.toString(tries));
    assign(text, "MADE", Long.toString(made.getEpochSecond()));
    text.append("# Seconds before the second try of a file; they double from try to try.\n");
    text.append("PAUSE=${MAST_PAUSE:-1}\n");
    text.append(array ? "SHARD=${SLURM_ARRAY_TASK_ID:-none}\n" : "SHARD=0\n");
    if (array) {
      text.append(
          """
          case $SHARD in
            *[!0-9]*)
              echo "this is an array of tasks: sbatch SCRIPT [FOLDER], or set SLURM_ARRAY_TASK_ID" >&2
              exit 2
              ;;
          esac
          if [ "$SHARD" -ge %d ]; then
            echo "no task $SHARD: they are 0 to %d" >&2
            exit 2
          fi
          """
              .formatted(shares.size(), shares.size() - 1));
    }
    text.append("\nlist() {\n  cat <<'END OF THE LIST'\n");
    for (int shard = 0; shard < shares.size(); shard++) {
      for (EngineFile file : shares.get(shard)) {
        text.append(file.line(shard)).append('\n');
      }
    }
    text.append("END OF THE LIST\n}\n");
    return text + resource("engine.sh") + resource(engine.script());
  }

  private static void assign(StringBuilder text, String name, String value) {
    text.append(name).append('=').append(ShellWord.of(value)).append('\n');
  }

  /** The name of the bucket at an endpoint: of its host, or the first folder of its path. */
  public static Optional<String> bucket(URI endpoint) {
    String host = String.valueOf(endpoint.getHost());
    if (NAMED.matcher(host).matches()) {
      return Optional.of(host.substring(0, host.indexOf(".s3")));
    }
    String path = endpoint.getPath() == null ? "" : endpoint.getPath().replaceAll("^/+|/+$", "");
    return path.isEmpty() || path.contains("/") ? Optional.empty() : Optional.of(path);
  }

  // s5cmd has the bucket in its own addresses, and wants the store's alone.
  private static String serverOf(URI endpoint) {
    String host = String.valueOf(endpoint.getHost());
    boolean named = NAMED.matcher(host).matches();
    String bare = named ? host.substring(host.indexOf(".s3") + 1) : host;
    String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
    return endpoint.getScheme() + "://" + bare + port;
  }

  private static String resource(String name) {
    try (InputStream stream = EngineScript.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
