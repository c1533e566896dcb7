package org.mastshell.shell;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.mastshell.command.ArchiveAccess;
import org.mastshell.command.BackgroundCommands;
import org.mastshell.command.BackgroundDownloads;
import org.mastshell.command.CacheCommand;
import org.mastshell.command.CatalogCommand;
import org.mastshell.command.CiteCommand;
import org.mastshell.command.ClipCommand;
import org.mastshell.command.CommandInfo;
import org.mastshell.command.Commands;
import org.mastshell.command.ConditionCommand;
import org.mastshell.command.CountCommand;
import org.mastshell.command.CountedFacets;
import org.mastshell.command.CrossmatchCommand;
import org.mastshell.command.CurlScripts;
import org.mastshell.command.CurrentScript;
import org.mastshell.command.CutoutCommand;
import org.mastshell.command.DatasetsCommand;
import org.mastshell.command.DescribeCommand;
import org.mastshell.command.DiffCommand;
import org.mastshell.command.DownloadCommand;
import org.mastshell.command.DownloadJobs;
import org.mastshell.command.DropCommand;
import org.mastshell.command.EditCommand;
import org.mastshell.command.EngineScripts;
import org.mastshell.command.ExitCommand;
import org.mastshell.command.ExportCommand;
import org.mastshell.command.FacetsCommand;
import org.mastshell.command.FieldsCommand;
import org.mastshell.command.FilterCommand;
import org.mastshell.command.ForegroundTransfer;
import org.mastshell.command.GroupCommand;
import org.mastshell.command.HelpCommand;
import org.mastshell.command.HelpTopics;
import org.mastshell.command.HistoryCommand;
import org.mastshell.command.ImportCommand;
import org.mastshell.command.InnerLines;
import org.mastshell.command.InspectCommand;
import org.mastshell.command.IntersectCommand;
import org.mastshell.command.JobsCommand;
import org.mastshell.command.JoinCommand;
import org.mastshell.command.KeywordsCommand;
import org.mastshell.command.KnownWords;
import org.mastshell.command.LetCommand;
import org.mastshell.command.LiveValues;
import org.mastshell.command.LocalPaths;
import org.mastshell.command.LogCommand;
import org.mastshell.command.LoginCommand;
import org.mastshell.command.LoginPrompt;
import org.mastshell.command.Logins;
import org.mastshell.command.LogoutCommand;
import org.mastshell.command.MinusCommand;
import org.mastshell.command.NameCommand;
import org.mastshell.command.ObservationsCommand;
import org.mastshell.command.OnErrorCommand;
import org.mastshell.command.OpenCommand;
import org.mastshell.command.Origins;
import org.mastshell.command.PickCommand;
import org.mastshell.command.PlotCommand;
import org.mastshell.command.PreviewCommand;
import org.mastshell.command.ProductCache;
import org.mastshell.command.ProductsCommand;
import org.mastshell.command.RedoCommand;
import org.mastshell.command.RefreshCommand;
import org.mastshell.command.ReportCommand;
import org.mastshell.command.ResolveCommand;
import org.mastshell.command.ResultsCommand;
import org.mastshell.command.ResumeCommand;
import org.mastshell.command.SafeMode;
import org.mastshell.command.SampCommand;
import org.mastshell.command.SearchCommand;
import org.mastshell.command.SearchesCommand;
import org.mastshell.command.SeenClients;
import org.mastshell.command.SentTables;
import org.mastshell.command.ServiceCommand;
import org.mastshell.command.ServiceFields;
import org.mastshell.command.SessionCommand;
import org.mastshell.command.SetCommand;
import org.mastshell.command.ShellCommand;
import org.mastshell.command.ShowCommand;
import org.mastshell.command.SortCommand;
import org.mastshell.command.SourceCommand;
import org.mastshell.command.SqlCommand;
import org.mastshell.command.StatsCommand;
import org.mastshell.command.StopCommand;
import org.mastshell.command.UndoCommand;
import org.mastshell.command.UnionCommand;
import org.mastshell.command.UniqueCommand;
import org.mastshell.command.UseCommand;
import org.mastshell.command.ValuesCommand;
import org.mastshell.command.Variables;
import org.mastshell.command.VerifyCommand;
import org.mastshell.command.VocabularyCommand;
import org.mastshell.command.WatchCommand;
import org.mastshell.command.WebBrowser;
import org.mastshell.command.WhoamiCommand;
import org.mastshell.command.WordsCache;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.Glossary;
import org.mastshell.language.ValueFiles;
import org.mastshell.output.Transcript;
import org.mastshell.samp.LockFile;
import org.mastshell.session.EmbeddedArchive;
import org.mastshell.session.SessionKeeper;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.shell.core.command.CommandRegistry;

/** Makes the commands of the program of its other parts, and tells what is known of them. */
final class CommandWiring {
  private final World world;
  private final Homes homes;
  private final SessionKeeper keeper;
  private final Transcript transcript;
  private final SafeMode safe;
  private final Set<URI> embedded;
  private final GenericApplicationContext context;
  private final LocalPaths paths;
  private final Supplier<InnerLines> lines;
  private final Supplier<CurrentScript> script;

  /**
   * @param safe decides what may be written, started and asked
   * @param embedded archives that end with the program
   * @param context has the other parts, and takes the commands
   */
  CommandWiring(
      World world,
      Homes homes,
      SessionKeeper keeper,
      Transcript transcript,
      SafeMode safe,
      Set<URI> embedded,
      GenericApplicationContext context) {
    this.world = world;
    this.homes = homes;
    this.keeper = keeper;
    this.transcript = transcript;
    this.safe = safe;
    this.embedded = embedded;
    this.context = context;
    this.paths = world.paths(safe);
    // The runner of lines needs the commands, so that they ask for it when they run. Each lambda is
    // a class to load at every start: these serve all of them.
    this.lines = () -> get(LineRunner.class);
    this.script = () -> get(LineRunner.class);
  }

  /** Adds the commands to the parts; none is made yet. */
  void register() {
    commands().forEach(this::register);
  }

  private void register(Supplier<ShellCommand> command) {
    String name = "command" + context.getBeanDefinitionCount();
    context.registerBean(
        name,
        RegisteredCommand.class,
        () ->
            new RegisteredCommand(
                command.get(), get(CommandRuns.class), () -> get(Glossary.class)));
  }

  /** What is known of the commands, in the order of the help. */
  List<CommandInfo> infos() {
    return context.getBeansOfType(RegisteredCommand.class).values().stream()
        .map(RegisteredCommand::info)
        .toList();
  }

  // In the order in which the help lists them.
  private List<Supplier<ShellCommand>> commands() {
    List<Supplier<ShellCommand>> commands = new ArrayList<>();
    commands.add(
        () ->
            new SearchCommand(
                get(ArchiveAccess.class),
                archiveCriteria(),
                get(Fields.class).ofArchive(),
                paths,
                knownWords()));
    commands.add(
        () ->
            new ProductsCommand(
                get(ArchiveAccess.class),
                get(ProductCache.class),
                archiveCriteria(),
                knownWords()));
    commands.add(
        () ->
            new DatasetsCommand(
                get(ArchiveAccess.class),
                archiveCriteria(),
                get(Fields.class).ofArchive(),
                get(ServiceFields.class),
                get(KnownValues.class),
                paths));
    commands.add(
        () ->
            new KeywordsCommand(
                get(ArchiveAccess.class),
                archiveCriteria(),
                get(Fields.class).ofArchive(),
                get(ServiceFields.class),
                get(KnownValues.class),
                paths));
    commands.add(
        () ->
            new CatalogCommand(
                get(ArchiveAccess.class),
                archiveCriteria(),
                get(Fields.class).ofArchive(),
                get(ServiceFields.class),
                get(KnownValues.class),
                paths));
    commands.add(
        () ->
            new CrossmatchCommand(
                get(ArchiveAccess.class),
                archiveCriteria(),
                get(Fields.class),
                get(ServiceFields.class),
                get(KnownValues.class),
                paths));
    commands.add(() -> new ServiceCommand(get(ArchiveAccess.class)));
    commands.add(() -> new FieldsCommand(get(Fields.class)));
    commands.add(
        () -> new ValuesCommand(get(Fields.class), get(KnownValues.class), get(LiveValues.class)));
    commands.add(
        () ->
            new VocabularyCommand(
                get(ArchiveAccess.class),
                get(Fields.class),
                get(KnownValues.class),
                get(LiveValues.class),
                get(ServiceFields.class)));
    commands.add(() -> new ResolveCommand(get(ArchiveAccess.class), get(ValueFiles.class)));
    commands.add(
        () ->
            new ShowCommand(
                get(Fields.class), get(CriteriaReader.class), paths, Version.text(), origins()));
    commands.add(() -> new PlotCommand(get(Fields.class), paths));
    commands.add(() -> new PreviewCommand(get(ArchiveAccess.class), get(LoginPrompt.class), paths));
    commands.add(CountCommand::new);
    commands.add(() -> new DescribeCommand(get(Fields.class)));
    commands.add(
        () ->
            new FacetsCommand(get(Fields.class), get(KnownValues.class), get(CountedFacets.class)));
    commands.add(() -> new StatsCommand(get(Fields.class)));
    commands.add(() -> new GroupCommand(get(Fields.class)));
    commands.add(() -> new SqlCommand(get(Fields.class), lines));
    commands.add(
        () -> new InspectCommand(get(Fields.class), get(KnownValues.class), world.clock()));
    commands.add(() -> new UniqueCommand(get(Fields.class)));
    commands.add(() -> new FilterCommand(get(CriteriaReader.class), get(CountedFacets.class)));
    commands.add(PickCommand::new);
    commands.add(() -> new SortCommand(get(Fields.class)));
    commands.add(() -> new ObservationsCommand(get(ArchiveAccess.class)));
    commands.add(ResultsCommand::new);
    commands.add(UseCommand::new);
    commands.add(NameCommand::new);
    commands.add(DropCommand::new);
    commands.add(() -> new UnionCommand(get(Fields.class)));
    commands.add(() -> new JoinCommand(get(Fields.class)));
    commands.add(() -> new IntersectCommand(get(Fields.class)));
    commands.add(() -> new MinusCommand(get(Fields.class)));
    commands.add(() -> new DiffCommand(get(Fields.class)));
    commands.add(UndoCommand::new);
    commands.add(RedoCommand::new);
    commands.add(this::downloadCommand);
    commands.add(() -> new CutoutCommand(get(ArchiveAccess.class), archiveCriteria(), paths));
    commands.add(() -> new VerifyCommand(paths));
    commands.add(() -> new JobsCommand(get(DownloadJobs.class), get(BackgroundDownloads.class)));
    commands.add(
        () ->
            new ResumeCommand(
                get(DownloadJobs.class),
                get(BackgroundDownloads.class),
                get(BackgroundCommands.class),
                get(ForegroundTransfer.class)));
    commands.add(this::exportCommand);
    commands.add(() -> new ClipCommand(get(Fields.class), get(CriteriaReader.class), safe));
    commands.add(() -> new ImportCommand(get(Fields.class), paths, otherCommands()));
    commands.add(() -> new CiteCommand(origins()));
    commands.add(this::reportCommand);
    commands.add(this::sampCommand);
    commands.add(() -> new OpenCommand(browser()));
    commands.add(() -> new LoginCommand(get(Logins.class), get(LoginPrompt.class), safe));
    commands.add(() -> new LogoutCommand(get(Logins.class), get(ProductCache.class)));
    commands.add(() -> new WhoamiCommand(get(Logins.class), get(LoginPrompt.class)));
    commands.add(() -> new SetCommand(get(Fields.class), paths, script, homes.startFile()));
    commands.add(
        () ->
            new SourceCommand(
                (file, arguments) -> get(ScriptRunner.class).run(file, arguments), paths));
    commands.add(() -> new RefreshCommand(otherCommands(), get(Fields.class)));
    commands.add(() -> new SearchesCommand(otherCommands(), homes.searches(), world.clock()));
    commands.add(() -> new WatchCommand(lines, get(Fields.class), world.clock()));
    commands.add(() -> new LetCommand(get(Variables.class)));
    commands.add(() -> ConditionCommand.ifEmpty(lines));
    commands.add(() -> ConditionCommand.ifNotEmpty(lines));
    commands.add(() -> new OnErrorCommand(script, lines));
    commands.add(() -> new StopCommand(script));
    commands.add(() -> new SessionCommand(keeper, paths));
    commands.add(
        () ->
            new CacheCommand(
                get(ProductCache.class),
                get(WordsCache.class),
                get(LiveValues.class),
                get(ServiceFields.class)));
    commands.add(() -> new LogCommand(transcript, paths, world.clock()));
    commands.add(() -> new HistoryCommand(get(TypedLines.class)));
    commands.add(() -> new EditCommand(get(TypedLines.class)));
    commands.add(() -> new HelpCommand(this::infos, get(HelpTopics.class)));
    commands.add(ExitCommand::new);
    return commands;
  }

  // The registry has its commands only when all of them are made.
  private Commands otherCommands() {
    return new RegisteredCommands(
        () -> get(CommandRegistry.class), () -> get(Glossary.class), get(SessionInUse.class));
  }

  private ShellCommand downloadCommand() {
    return new DownloadCommand(
        get(Fields.class),
        get(CriteriaReader.class),
        get(ForegroundTransfer.class),
        get(CurlScripts.class),
        new EngineScripts(get(ArchiveAccess.class), world.clock(), paths),
        get(DownloadJobs.class),
        get(BackgroundCommands.class),
        paths,
        embeddedArchive());
  }

  private ShellCommand exportCommand() {
    return new ExportCommand(
        get(ArchiveAccess.class),
        get(Logins.class),
        get(Fields.class),
        get(CriteriaReader.class),
        this::infos,
        paths,
        get(ServiceFields.class),
        world.clock(),
        Version.text(),
        origins());
  }

  private ShellCommand reportCommand() {
    return new ReportCommand(
        get(Fields.class),
        get(CriteriaReader.class),
        get(ArchiveAccess.class),
        browser(),
        paths,
        world.clock(),
        Version.text(),
        origins());
  }

  private ShellCommand sampCommand() {
    return new SampCommand(
        get(Fields.class),
        get(CriteriaReader.class),
        () -> {
          safe.allow("samp talks to other programs", "export FILE.vot writes what they load");
          return LockFile.of(world.environment(), world.home().folder());
        },
        get(SentTables.class),
        get(SeenClients.class),
        paths,
        Version.text(),
        origins());
  }

  private Origins origins() {
    return new Origins(embeddedArchive());
  }

  private EmbeddedArchive embeddedArchive() {
    return new EmbeddedArchive(embedded.stream().findFirst());
  }

  private WebBrowser browser() {
    SystemBrowser browser = new SystemBrowser(world.environment(), System.getProperty("os.name"));
    return (page, cancellation) -> {
      safe.allow("a browser is another program", "open ROW --links lists the addresses");
      browser.show(page, cancellation);
    };
  }

  private KnownWords knownWords() {
    return (field, others) -> get(Offers.class).known(field, others);
  }

  private CriteriaReader archiveCriteria() {
    return get(CriteriaReader.class).by(get(Fields.class).ofArchive());
  }

  private <T> T get(Class<T> type) {
    return context.getBean(type);
  }
}
