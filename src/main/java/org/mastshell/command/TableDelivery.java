package org.mastshell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mastshell.archive.CancelledException;
import org.mastshell.archive.Progress;
import org.mastshell.formats.TableDocument;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.output.Sizes;
import org.mastshell.output.Transcript;
import org.mastshell.samp.Delivery;
import org.mastshell.samp.Hub;
import org.mastshell.samp.SampClient;
import org.mastshell.samp.SampMessage;

/**
 * Has other programs load a table, and says what became of it.
 *
 * @param tables keeps the file while they read it
 * @param longest how long they are waited for
 */
record TableDelivery(SentTables tables, Duration longest) {

  /**
   * Writes the table and has it loaded.
   *
   * @param name of the table, for people
   * @param to at least one program
   * @throws CommandException if it cannot be written
   */
  CommandResult of(TableDocument document, String name, List<SampClient> to, Hub hub, Work work) {
    String id = UUID.randomUUID().toString();
    Path file = written(document, document.name() + "-" + id, work);
    List<Delivery> deliveries;
    try (Watch watch = work.watch("waiting for " + names(to))) {
      watch.update(new Progress.Step(0, 0, "", ""));
      SampMessage message = SampMessage.table(file.toUri(), "mastshell-" + id, name);
      deliveries = hub.send(message, to, longest);
    } catch (CancelledException enough) {
      throw new CommandException(
          ExitCode.INTERRUPTED,
          "not waited for any longer: " + names(to),
          "they were told, and may load the table all the same");
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Talk(sent(document, name, file)));
    deliveries.forEach(delivery -> parts.add(part(delivery)));
    boolean loaded = has(deliveries, Delivery.Outcome.LOADED);
    boolean refused = has(deliveries, Delivery.Outcome.REFUSED);
    return loaded && !refused
        ? CommandResult.done(parts)
        : CommandResult.ended(ExitCode.FAILED, parts);
  }

  private Part part(Delivery delivery) {
    String line = "  " + text(delivery);
    return delivery.outcome() == Delivery.Outcome.LOADED
        ? new Part.Talk(line)
        : new Part.Failed(line);
  }

  private Path written(TableDocument document, String file, Work work) {
    try (Watch watch = work.watch("writing the table")) {
      watch.update(new Progress.Step(0, document.table().size(), "rows", ""));
      return tables.write(document, file, work.cancellation()::check);
    } catch (IOException refused) {
      throw new CommandException(
          ExitCode.FAILED,
          "the table cannot be written for the other program: " + Transcript.reason(refused),
          "make room in the cache folder, or have it elsewhere: XDG_CACHE_HOME, MASTSHELL_HOME");
    }
  }

  private static String sent(TableDocument document, String name, Path file) {
    String rows = Counts.of(document.table().size(), "row", "rows");
    String columns = Counts.of(document.columns().size(), "column", "columns");
    return "sent: " + name + "   " + rows + ", " + columns + size(file);
  }

  private static String size(Path file) {
    try {
      return ", " + Sizes.text(Files.size(file));
    } catch (IOException gone) {
      return "";
    }
  }

  private String text(Delivery delivery) {
    String remark = delivery.remark().isEmpty() ? "" : ": " + delivery.remark();
    String name = delivery.client().name();
    return switch (delivery.outcome()) {
      case LOADED -> name + " has loaded it" + remark;
      case REFUSED -> name + " has not loaded it" + remark;
      case SILENT ->
          delivery.remark().isEmpty()
              ? name
                  + " has not answered within "
                  + longest.toSeconds()
                  + " s; it may be at it still"
              : name + " has not answered" + remark;
    };
  }

  private static boolean has(List<Delivery> deliveries, Delivery.Outcome outcome) {
    return deliveries.stream().anyMatch(delivery -> delivery.outcome() == outcome);
  }

  private static String names(List<SampClient> clients) {
    return clients.stream().map(SampClient::name).collect(Collectors.joining(", "));
  }
}
