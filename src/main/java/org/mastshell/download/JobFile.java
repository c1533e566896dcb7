package org.mastshell.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mastshell.store.PrivateFile;

/**
 * A kept download as a file: a line that describes it, a line for each product, and then, as files
 * end, a line for each of them, and one for each earlier download that it makes needless. All lines
 * are JSON objects of texts and numbers. The first two kinds are there whole or not at all; the
 * last line may be torn, which costs one look at the disk.
 */
final class JobFile {
  private static final String FORM = "mastshell_download";
  private static final String PRODUCTS = "products";
  private static final String FILES = "files";
  private static final String SOURCE = "source";
  private static final String ENDED = "ended";
  private static final String REPLACED = "replaced";

  private JobFile() {}

  /**
   * Writes a job that has just been begun, in place of any that is there; to be called by who has
   * it for itself.
   */
  static void write(Path file, JobOrder order) throws IOException {
    List<Map<String, String>> rows = order.rows();
    List<String> lines = new ArrayList<>();
    lines.add(FlatJson.text(head(order, rows.size(), order.uris().size())));
    rows.forEach(row -> lines.add(FlatJson.text(row)));
    // One that a crash has left is nobody's any more.
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(draft);
    try {
      PrivateFile.create(draft);
      Files.write(draft, lines, StandardCharsets.UTF_8);
      try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Map<String, Object> head(JobOrder order, int rows, int files) {
    JobOptions options = order.options();
    Map<String, Object> head = new LinkedHashMap<>();
    head.put(FORM, 1L);
    head.put("begun", order.begun());
    head.put("command", order.command());
    head.put("server", order.server());
    head.put(SOURCE, order.source());
    head.put("folder", options.folder());
    head.put("layout", options.layout());
    head.put("existing", options.existing());
    head.put("updating", options.updating());
    head.put("parallel", (long) options.parallel());
    head.put("retries", (long) options.retries());
    head.put(PRODUCTS, (long) rows);
    head.put(FILES, (long) files);
    return head;
  }

  /** The line for a file that has ended. */
  static String line(String uri, KeptJob.Ended file) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(ENDED, uri);
    line.put("status", file.status());
    line.put("bytes", file.bytes());
    return FlatJson.text(line) + "\n";
  }

  /** The line for another download that is kept no more. */
  static String line(int replaced) {
    return FlatJson.text(Map.of(REPLACED, (long) replaced)) + "\n";
  }

  /**
   * Reads a job.
   *
   * @return empty if the file is damaged
   * @throws IOException if it cannot be read
   */
  static Optional<KeptJob> read(int number, Path file) throws IOException {
    // Bytes that are no text are a damage, not a failure to read.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    try {
      Map<String, String> head = FlatJson.read(lines.isEmpty() ? "" : lines.get(0)).orElseThrow();
      int rows = Integer.parseInt(need(head, PRODUCTS));
      if (!need(head, FORM).equals("1") || rows < 0 || rows > lines.size() - 1) {
        return Optional.empty();
      }
      List<Map<String, String>> products = new ArrayList<>();
      for (String line : lines.subList(1, rows + 1)) {
        products.add(FlatJson.read(line).orElseThrow());
      }
      JobOrder order =
          new JobOrder(
              Instant.parse(need(head, "begun")),
              need(head, "command"),
              need(head, "server"),
              head.getOrDefault(SOURCE, ""),
              options(head),
              JobOrder.table(products));
      List<String> since = lines.subList(rows + 1, lines.size());
      return Optional.of(new KeptJob(number, order, ended(since.stream()), replaced(since)));
    } catch (NoSuchElementException | IllegalArgumentException | DateTimeException wrong) {
      return Optional.empty();
    }
  }

  /**
   * Reads how much is left of a job, and no more: its products are only counted.
   *
   * @return empty if it is damaged as far as can be seen so
   * @throws IOException if it cannot be read
   */
  static Optional<JobGlance> glance(int number, Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      Map<String, String> head =
          FlatJson.read(Objects.requireNonNullElse(lines.readLine(), "")).orElseThrow();
      if (!head.containsKey(FILES)) {
        // As earlier versions wrote it.
        return read(number, file).map(job -> glance(head, number, job.files(), job.left()));
      }
      int files = Integer.parseInt(need(head, FILES));
      for (int rows = Integer.parseInt(need(head, PRODUCTS)); rows > 0; rows--) {
        if (lines.readLine() == null) {
          return Optional.empty();
        }
      }
      Map<String, KeptJob.Ended> ended = ended(lines.lines());
      int here = (int) ended.values().stream().filter(KeptJob.Ended::isHere).count();
      return Optional.of(glance(head, number, files, files - here));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    } catch (NoSuchElementException | IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  private static JobGlance glance(Map<String, String> head, int number, int files, int left) {
    JobPlaces places =
        new JobPlaces(need(head, "server"), Path.of(need(head, "folder")), need(head, "layout"));
    return new JobGlance(number, places, files, left);
  }

  private static JobOptions options(Map<String, String> head) {
    return new JobOptions(
        Path.of(need(head, "folder")),
        need(head, "layout"),
        ExistingFiles.valueOf(need(head, "existing")),
        Boolean.parseBoolean(need(head, "updating")),
        Integer.parseInt(need(head, "parallel")),
        Integer.parseInt(need(head, "retries")));
  }

  private static Map<String, KeptJob.Ended> ended(Stream<String> lines) {
    Map<String, KeptJob.Ended> ended = new LinkedHashMap<>();
    lines.forEach(
        line ->
            FlatJson.read(line)
                .filter(values -> values.containsKey(ENDED))
                .ifPresent(values -> ended.put(values.get(ENDED), ended(values))));
    return ended;
  }

  private static Set<Integer> replaced(List<String> lines) {
    Set<Integer> numbers = new HashSet<>();
    for (String line : lines) {
      FlatJson.read(line)
          .filter(values -> values.containsKey(REPLACED))
          .ifPresent(values -> numbers.add(Integer.valueOf(values.get(REPLACED))));
    }
    return numbers;
  }

  private static KeptJob.Ended ended(Map<String, String> values) {
    return new KeptJob.Ended(
        FileOutcome.Status.valueOf(need(values, "status")), Long.parseLong(need(values, "bytes")));
  }

  private static String need(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
