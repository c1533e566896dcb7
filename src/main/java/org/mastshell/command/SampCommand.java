package org.mastshell.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.mastshell.formats.TableDocument;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.samp.Hub;
import org.mastshell.samp.HubClients;
import org.mastshell.samp.LockFile;
import org.mastshell.samp.SampClient;
import org.mastshell.samp.SampException;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/** Hands the current set to programs such as TOPCAT, through the hub that connects them. */
public final class SampCommand implements ShellCommand {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final ColumnChoice choice;
  private final RowChoice rowChoice;
  private final Supplier<LockFile> lock;
  private final TableDelivery delivery;
  private final SeenClients seen;
  private final TableExport export;
  private final String version;
  private final CommandForms forms =
      new CommandForms("samp")
          .with("clients", "the programs at the hub", this::clients)
          .with("send [ROWS]", "have them load the set, or rows of it", this::send);

  /**
   * @param fields what columns are called
   * @param criteria understands criteria
   * @param lock where a hub says that it is
   * @param tables that were sent
   * @param seen keeps who was at the hub
   * @param paths what file names stand for
   * @param version of this shell
   * @param origins tells whether rows are an archive's
   */
  public SampCommand(
      Fields fields,
      CriteriaReader criteria,
      Supplier<LockFile> lock,
      SentTables tables,
      SeenClients seen,
      LocalPaths paths,
      String version,
      Origins origins) {
    this.choice = new ColumnChoice(fields);
    this.rowChoice = new RowChoice(fields, criteria);
    this.lock = lock;
    this.delivery = new TableDelivery(tables, LONGEST);
    this.seen = seen;
    this.export = new TableExport(paths, version, fields, origins);
    this.version = version;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
            "samp",
            List.of(),
            Groups.TAKE,
            "hand the current set to TOPCAT, Aladin or DS9",
            "[--to CLIENT] [--columns all|COLUMN,…] [--where CRITERION…] [--sort [-]COLUMN]",
            """
        Programs of the Virtual Observatory load tables from each other through a hub (SAMP). TOPCAT, \
        Aladin and DS9 bring one, which runs as long as they do. samp clients lists who is there; samp \
        send has all of them load the set, or the one that --to names, by its name, a part of it or its \
        id. Each is asked whether it has loaded the table, for a minute at most.

        What they load is a VOTable as export FILE.vot writes it, with units, descriptions, UCDs and \
        the commands that made the set. It lies in the cache folder for a day, where only you can read \
        it. Hubs on other computers, and lock files that others can read or write, are refused. The hub \
        is found by $SAMP_HUB, else by ~/.samp.\
        """,
            new ArgumentSpec(
                true,
                true,
                true,
                List.of(
                    OptionSpec.valued("to", "CLIENT", "this program alone"),
                    OptionSpec.valued("columns", "all|COLUMN,…", "every column, or these"),
                    RowChoice.SORT,
                    RowChoice.WHERE)),
            List.of(
                new Example("search program=1073 filters=F277W", "first make a set"),
                new Example("samp clients", "who would load it"),
                new Example("samp send", "have all of them load it"),
                new Example("samp send 1-3 --to topcat", "three rows, to TOPCAT alone")))
        .choosing(forms.all());
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    try {
      return forms.run(arguments, work);
    } catch (SampException trouble) {
      throw new CommandException(ExitCode.FAILED, trouble.getMessage(), trouble.advice());
    }
  }

  private CommandResult clients(Arguments arguments, Work work) {
    refuseWordsOfSend(arguments);
    try (Hub hub = Hub.join(lock.get(), version, work.cancellation())) {
      HubClients there = there(hub);
      AnswerTable table =
          new AnswerTable()
              .text("client", "the program")
              .text("takes", "what it loads from others")
              .text("id", "by which the hub knows it")
              .text("about", "what it says of itself");
      there
          .clients()
          .forEach(
              client ->
                  table.row(
                      client.name(), takes(client), client.id(), orNothing(client.description())));
      List<Part> parts = new ArrayList<>();
      String name = there.hub().isEmpty() ? "hub" : there.hub();
      parts.add(new Part.Talk(name + " at " + hub.place()));
      parts.add(table.part());
      if (table.isEmpty()) {
        parts.add(new Part.Talk("nobody is there: start TOPCAT, Aladin or DS9, or connect it"));
      }
      addLeftOut(there, parts);
      return CommandResult.done(parts);
    }
  }

  private static void refuseWordsOfSend(Arguments arguments) {
    String line = arguments.command().line();
    arguments.options().values().stream()
        .findFirst()
        .or(() -> arguments.rows().map(rows -> rows.word()))
        .or(() -> arguments.criteria().stream().map(one -> one.field()).findFirst())
        .ifPresent(
            spare -> {
              throw spare.fault(line, "samp clients lists all of them", "leave it out");
            });
  }

  private static String takes(SampClient client) {
    if (client.takesTables()) {
      return client.takesImages() ? "tables, images" : "tables";
    }
    return client.takesImages() ? "images" : null;
  }

  private static String orNothing(String text) {
    return text.isEmpty() ? null : text;
  }

  private HubClients there(Hub hub) {
    HubClients there = hub.clients();
    seen.are(there.clients());
    return there;
  }

  private static void addLeftOut(HubClients there, List<Part> parts) {
    if (there.leftOut() > 0) {
      parts.add(
          new Part.LeftOut(
              "note: the hub names "
                  + Counts.text(there.leftOut())
                  + " more, who were not asked about"));
    }
  }

  private CommandResult send(Arguments arguments, Work work) {
    if (arguments.values().size() > 1) {
      Word spare = arguments.values().get(1);
      throw spare
          .fault(
              arguments.command().line(),
              "samp send takes row numbers, and " + spare.text() + " is none",
              "a program is named by --to, as in samp send --to topcat; columns by --columns")
          .rightWith("--to " + spare.raw());
    }
    WorkingSet set = work.session().requireCurrent();
    List<Field> columns = choice.behindFile(arguments, set, choice.all(set));
    Table rows = rowChoice.of(arguments, work, set).table();
    if (rows.size() == 0) {
      return CommandResult.talk("nothing to send: 0 " + set.kind().plural());
    }
    String selection = RowChoice.words(arguments);
    TableDocument document = export.document(set, rows, columns, selection, work.session());
    try (Hub hub = Hub.join(lock.get(), version, work.cancellation())) {
      HubClients there = there(hub);
      List<SampClient> to =
          new ClientChoice(there, SampClient::takesTables, "tables").of(arguments);
      return delivery.of(document, name(set, selection), to, hub, work);
    }
  }

  // What a person sees in the other program's list of tables.
  private static String name(WorkingSet set, String selection) {
    String name = set.name().orElse("MAST " + set.kind().plural() + " " + set.number());
    return selection.isEmpty() ? name : name + ", " + selection;
  }
}
