package org.mastshell.shell;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mastshell.archive.FileTokenStore;
import org.mastshell.archive.KeyringPatience;
import org.mastshell.archive.KeyringTokenStore;
import org.mastshell.archive.PatientTokenStore;
import org.mastshell.archive.TokenStore;
import org.mastshell.command.ArchiveAccess;
import org.mastshell.command.BackgroundCommands;
import org.mastshell.command.BackgroundDownloads;
import org.mastshell.command.BackgroundRenewal;
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
import org.mastshell.command.InspectCommand;
import org.mastshell.command.IntersectCommand;
import org.mastshell.command.JobsCommand;
import org.mastshell.command.JoinCommand;
import org.mastshell.command.KeywordsCommand;
import org.mastshell.command.KnownWords;
import org.mastshell.command.LetCommand;
import org.mastshell.command.LiveFields;
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
import org.mastshell.command.SetValueFiles;
import org.mastshell.command.ShellCommand;
import org.mastshell.command.ShowCommand;
import org.mastshell.command.SortCommand;
import org.mastshell.command.SourceCommand;
import org.mastshell.command.SqlCommand;
import org.mastshell.command.StatsCommand;
import org.mastshell.command.StopCommand;
import org.mastshell.command.Transfer;
import org.mastshell.command.TransferRates;
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
import org.mastshell.download.JobFolder;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.Glossary;
import org.mastshell.language.ValueFiles;
import org.mastshell.output.CleanText;
import org.mastshell.samp.LockFile;
import org.mastshell.session.EmbeddedArchive;
import org.mastshell.session.SavedSearches;
import org.mastshell.session.Session;
import org.mastshell.session.SessionKeeper;
import org.mastshell.session.Setting;
import org.mastshell.store.ProductLists;
import org.mastshell.store.StoredLogins;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.ServiceTables;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.shell.core.command.CommandExecutor;
import org.springframework.shell.core.command.CommandRegistry;

/** Puts the parts of the program together. Nothing is scanned for: every bean stands here. */
final class ProgramWiring {
  private final World world;
  private final Homes homes;
  private final Session session;
  private final SessionKeeper keeper;
  private final Consoles consoles;
  private final Interrupts interrupts;
  private final boolean verbose;
  private final SafeMode safe;
  private final GenericApplicationContext context = new PartsContext();
  private Set<URI> embedded = Set.of();

  /**
   * @param safe decides what may be written, started and asked
   */
  ProgramWiring(
      World world,
      Homes homes,
      SessionKeeper keeper,
      Consoles consoles,
      Interrupts interrupts,
      boolean verbose,
      SafeMode safe) {
    this.safe = safe;
    this.world = world;
    this.homes = homes;
    this.session = keeper.session();
    this.keeper = keeper;
    this.consoles = consoles;
    this.interrupts = interrupts;
    this.verbose = verbose;
  }

  /** From now on nothing is kept of this archive, which ends with the program. */
  ProgramWiring embedding(URI archive) {
    embedded = Set.of(archive);
    return this;
  }

  /** The parts, ready for use; to be closed at the end. */
  GenericApplicationContext wire() {
    register(Session.class, () -> session);
    register(SessionInUse.class, () -> new SessionInUse(session));
    register(
        Fields.class,
        () ->
            new LiveFields(
                Fields.bundled(),
                () -> get(LiveValues.class).words(session.settings()),
                () -> get(SessionInUse.class).current()));
    register(KnownValues.class, KnownValues::bundled);
    register(CountedFacets.class, CountedFacets::new);
    register(ServiceFields.class, () -> new ServiceFields(ServiceTables::bundled));
    register(SeenClients.class, SeenClients::new);
    register(SentTables.class, () -> new SentTables(homes.cache().resolve("samp"), world.clock()));
    register(HelpTopics.class, HelpTopics::new);
    register(TypedLines.class, () -> new TypedLines(safe));
    register(Corrections.class, Corrections::new);
    register(
        Glossary.class,
        () ->
            new Glossary(
                get(Fields.class), get(KnownValues.class), new OptionsElsewhere(this::infos)));
    register(
        ValueFiles.class,
        () ->
            new SetValueFiles(
                new LocalValueFiles(paths(), () -> session.settings().isOn(Setting.SAFE_CSV)),
                word -> get(SessionInUse.class).find(word),
                get(Fields.class)));
    register(
        CriteriaReader.class,
        () ->
            new CriteriaReader(
                get(Fields.class), get(KnownValues.class), world.clock(), get(ValueFiles.class)));
    registerArchive();
    registerDownloads();
    registerRunners();
    commands().forEach(command -> register(command));
    context.refresh();
    return context;
  }

  private void registerArchive() {
    register(Logins.class, this::logins);
    register(ArchiveAccess.class, () -> new ArchiveAccess(get(Logins.class)));
    register(WordsCache.class, () -> new WordsCache(homes.cache(), world.clock(), embedded));
    register(
        ProductCache.class,
        () ->
            new ProductCache(
                new ProductLists(homes.cache().resolve("products"), world.clock()),
                new StoredLogins(homes.cache().resolve("logins")),
                get(Logins.class),
                embedded,
                world.clock()));
    register(
        LiveValues.class,
        () -> new LiveValues(get(ArchiveAccess.class), get(WordsCache.class), world.clock()));
    register(
        Offers.class, () -> new Offers(session, get(KnownValues.class), get(LiveValues.class)));
    register(
        BackgroundRenewal.class,
        () -> new BackgroundRenewal(get(LiveValues.class), get(WordsCache.class), world.clock()));
    register(LoginPrompt.class, () -> new LoginPrompt(get(ArchiveAccess.class), get(Logins.class)));
    register(
        CurlScripts.class,
        () -> new CurlScripts(get(ArchiveAccess.class), get(Logins.class), world.clock(), paths()));
  }

  private void registerDownloads() {
    register(
        Transfer.class,
        () -> new Transfer(get(Logins.class), new TransferRates(homes.state(), embedded), safe));
    register(
        JobFolder.class,
        () -> new JobFolder(homes.state().resolve(JobFolder.FOLDER), world.clock()));
    register(
        DownloadJobs.class,
        () -> new DownloadJobs(get(JobFolder.class), embedded, get(Fields.class), world.clock()));
    register(
        BackgroundDownloads.class,
        () -> new BackgroundDownloads(get(JobFolder.class), get(Transfer.class)));
    register(
        BackgroundCommands.class,
        () ->
            new BackgroundCommands(
                get(DownloadJobs.class), get(BackgroundDownloads.class), get(Transfer.class)));
    register(
        ForegroundTransfer.class,
        () ->
            new ForegroundTransfer(
                get(ArchiveAccess.class), get(LoginPrompt.class), get(Transfer.class)));
  }

  private void registerRunners() {
    register(Variables.class, Variables::new);
    register(CommandRuns.class, () -> new CommandRuns(keeper, consoles, interrupts));
    // Not lazy: the registry looks for its commands once, when all beans are known.
    context.registerBean(CommandRegistry.class, this::registry);
    register(CommandExecutor.class, () -> new CommandExecutor(get(CommandRegistry.class)));
    register(
        LineRunner.class,
        () ->
            new LineRunner(
                new WordParser(),
                get(CommandRegistry.class),
                get(CommandExecutor.class),
                get(CommandRuns.class),
                new ErrorReporter(verbose),
                get(Corrections.class),
                () -> get(Glossary.class),
                get(Variables.class)));
    register(ScriptRunner.class, () -> new ScriptRunner(get(LineRunner.class), session, paths()));
    register(
        SessionView.class,
        () ->
            new SessionView(
                infos(),
                session,
                new KeptNames(
                    keeper.saved(),
                    savedSearches(),
                    get(Variables.class),
                    get(DownloadJobs.class),
                    get(SeenClients.class)),
                get(Fields.class),
                get(KnownValues.class),
                get(Offers.class),
                new FileColumns(paths()),
                get(HelpTopics.class),
                () -> get(CriteriaReader.class).by(((LiveFields) get(Fields.class)).now()),
                get(Corrections.class),
                get(CountedFacets.class),
                new AskedTables(get(ServiceFields.class))));
  }

  private CriteriaReader archiveCriteria() {
    return get(CriteriaReader.class).by(get(Fields.class).ofArchive());
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
                paths(),
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
                get(KnownValues.class)));
    commands.add(
        () ->
            new KeywordsCommand(
                get(ArchiveAccess.class),
                archiveCriteria(),
                get(Fields.class).ofArchive(),
                get(ServiceFields.class),
                get(KnownValues.class)));
    commands.add(
        () ->
            new CatalogCommand(
                get(ArchiveAccess.class),
                archiveCriteria(),
                get(Fields.class).ofArchive(),
                get(ServiceFields.class),
                get(KnownValues.class),
                paths()));
    commands.add(
        () ->
            new CrossmatchCommand(
                get(ArchiveAccess.class),
                archiveCriteria(),
                get(Fields.class),
                get(ServiceFields.class),
                get(KnownValues.class),
                paths()));
    commands.add(() -> new ServiceCommand(get(ArchiveAccess.class)));
    commands.add(() -> new FieldsCommand(get(Fields.class)));
    commands.add(
        () -> new ValuesCommand(get(Fields.class), get(KnownValues.class), get(LiveValues.class)));
    commands.add(
        () ->
            new VocabularyCommand(
                get(Fields.class), get(KnownValues.class), get(LiveValues.class)));
    commands.add(() -> new ResolveCommand(get(ArchiveAccess.class), get(ValueFiles.class)));
    commands.add(
        () ->
            new ShowCommand(
                get(Fields.class), get(CriteriaReader.class), paths(), Version.text(), origins()));
    commands.add(() -> new PlotCommand(get(Fields.class), paths()));
    commands.add(
        () -> new PreviewCommand(get(ArchiveAccess.class), get(LoginPrompt.class), paths()));
    commands.add(CountCommand::new);
    commands.add(() -> new DescribeCommand(get(Fields.class)));
    commands.add(
        () ->
            new FacetsCommand(get(Fields.class), get(KnownValues.class), get(CountedFacets.class)));
    commands.add(() -> new StatsCommand(get(Fields.class)));
    commands.add(() -> new GroupCommand(get(Fields.class)));
    commands.add(() -> new SqlCommand(get(Fields.class), () -> get(LineRunner.class)));
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
    commands.add(() -> new CutoutCommand(get(ArchiveAccess.class), archiveCriteria(), paths()));
    commands.add(() -> new VerifyCommand(paths()));
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
    commands.add(() -> new ImportCommand(get(Fields.class), paths(), otherCommands()));
    commands.add(() -> new CiteCommand(origins()));
    commands.add(this::reportCommand);
    commands.add(this::sampCommand);
    commands.add(() -> new OpenCommand(browser()));
    commands.add(() -> new LoginCommand(get(Logins.class), get(LoginPrompt.class), safe));
    commands.add(() -> new LogoutCommand(get(Logins.class), get(ProductCache.class)));
    commands.add(() -> new WhoamiCommand(get(Logins.class), get(LoginPrompt.class)));
    commands.add(
        () ->
            new SetCommand(
                get(Fields.class), paths(), () -> get(LineRunner.class), homes.startFile()));
    commands.add(
        () ->
            new SourceCommand(
                (file, arguments) -> get(ScriptRunner.class).run(file, arguments), paths()));
    commands.add(() -> new RefreshCommand(otherCommands(), get(Fields.class)));
    commands.add(() -> new SearchesCommand(otherCommands(), savedSearches(), world.clock()));
    commands.add(
        () -> new WatchCommand(() -> get(LineRunner.class), get(Fields.class), world.clock()));
    commands.add(() -> new LetCommand(get(Variables.class)));
    commands.add(() -> ConditionCommand.ifEmpty(() -> get(LineRunner.class)));
    commands.add(() -> ConditionCommand.ifNotEmpty(() -> get(LineRunner.class)));
    commands.add(
        () -> new OnErrorCommand(() -> get(LineRunner.class), () -> get(LineRunner.class)));
    commands.add(() -> new StopCommand(() -> get(LineRunner.class)));
    commands.add(() -> new SessionCommand(keeper, paths()));
    commands.add(
        () ->
            new CacheCommand(
                get(ProductCache.class), get(WordsCache.class), get(LiveValues.class)));
    commands.add(() -> new LogCommand(consoles.transcript(), paths(), world.clock()));
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
        new EngineScripts(get(ArchiveAccess.class), world.clock(), paths()),
        get(DownloadJobs.class),
        get(BackgroundCommands.class),
        paths());
  }

  private ShellCommand exportCommand() {
    return new ExportCommand(
        get(ArchiveAccess.class),
        get(Logins.class),
        get(Fields.class),
        get(CriteriaReader.class),
        this::infos,
        paths(),
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
        paths(),
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
        paths(),
        Version.text(),
        origins());
  }

  private Origins origins() {
    return new Origins(new EmbeddedArchive(embedded.stream().findFirst()));
  }

  private WebBrowser browser() {
    SystemBrowser browser = new SystemBrowser(world.environment(), System.getProperty("os.name"));
    return (page, cancellation) -> {
      safe.allow("a browser is another program", "open ROW --links lists the addresses");
      browser.show(page, cancellation);
    };
  }

  private SavedSearches savedSearches() {
    return new SavedSearches(homes.state().resolve(SavedSearches.FOLDER));
  }

  private KnownWords knownWords() {
    return (field, others) -> get(Offers.class).known(field, others);
  }

  private LocalPaths paths() {
    return new LocalPaths(world.folder(), world.home().folder(), safe);
  }

  private Logins logins() {
    Path tokens = homes.state().resolve("tokens");
    // Who sits there may have to type a password first.
    Duration limit = Duration.ofSeconds(world.terminals().person() ? 60 : 10);
    KeyringPatience patience = new KeyringPatience(limit, this::warn);
    return new Logins(
        Optional.ofNullable(world.environment().get("MAST_API_TOKEN")),
        host -> {
          if (safe.isOn()) {
            // Of a token that is kept here nobody knows whose it is.
            return List.of();
          }
          TokenStore file = new FileTokenStore(tokens.resolve(host));
          return hasKeyring()
              ? List.of(new PatientTokenStore(new KeyringTokenStore(host), patience), file)
              : List.of(file);
        });
  }

  private void warn(String message) {
    consoles.asides().say(List.of(CleanText.oneLine("warning: " + message)));
  }

  private CommandRegistry registry() {
    CommandRegistry registry = new CommandRegistry();
    registry.setApplicationContext(context);
    return registry;
  }

  // A keyring that waits for somebody to unlock it is of no use where nobody is.
  private boolean hasKeyring() {
    return !"off".equals(world.environment().get("MASTSHELL_KEYRING"));
  }

  /** What is known of the commands, in the order of the help. */
  private List<CommandInfo> infos() {
    return context.getBeansOfType(RegisteredCommand.class).values().stream()
        .map(RegisteredCommand::info)
        .toList();
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

  private <T> void register(Class<T> type, Supplier<T> maker) {
    context.registerBean(type, maker, definition -> definition.setLazyInit(true));
  }

  private <T> T get(Class<T> type) {
    return context.getBean(type);
  }
}
