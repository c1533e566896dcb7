package org.mastshell.shell;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
import org.mastshell.command.CountedFacets;
import org.mastshell.command.CurlScripts;
import org.mastshell.command.DownloadJobs;
import org.mastshell.command.ForegroundTransfer;
import org.mastshell.command.HelpTopics;
import org.mastshell.command.LiveFields;
import org.mastshell.command.LiveValues;
import org.mastshell.command.LoginPrompt;
import org.mastshell.command.Logins;
import org.mastshell.command.ProductCache;
import org.mastshell.command.SafeMode;
import org.mastshell.command.SeenClients;
import org.mastshell.command.SentTables;
import org.mastshell.command.ServiceFields;
import org.mastshell.command.SetValueFiles;
import org.mastshell.command.Transfer;
import org.mastshell.command.TransferRates;
import org.mastshell.command.Variables;
import org.mastshell.command.WordsCache;
import org.mastshell.download.JobFolder;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.Glossary;
import org.mastshell.language.ValueFiles;
import org.mastshell.output.CleanText;
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

/**
 * Puts the parts of the program together. Nothing is scanned for: every bean stands here, or, if it
 * is a command, in {@link CommandWiring}.
 */
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
    CommandWiring commands =
        new CommandWiring(world, homes, keeper, consoles.transcript(), safe, embedded, context);
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
    register(
        ServiceFields.class,
        () ->
            new ServiceFields(
                ServiceTables::bundled, get(WordsCache.class), world.clock(), session::settings));
    register(SeenClients.class, SeenClients::new);
    register(SentTables.class, () -> new SentTables(homes.cache().resolve("samp"), world.clock()));
    register(HelpTopics.class, HelpTopics::new);
    register(TypedLines.class, () -> new TypedLines(safe));
    register(Corrections.class, Corrections::new);
    register(
        Glossary.class,
        () ->
            new Glossary(
                get(Fields.class), get(KnownValues.class), new OptionsElsewhere(commands::infos)));
    register(
        ValueFiles.class,
        () ->
            new SetValueFiles(
                new LocalValueFiles(
                    world.paths(safe), () -> session.settings().isOn(Setting.SAFE_CSV)),
                word -> get(SessionInUse.class).find(word),
                () -> get(SessionInUse.class).names(),
                get(Fields.class)));
    register(
        CriteriaReader.class,
        () ->
            new CriteriaReader(
                get(Fields.class), get(KnownValues.class), world.clock(), get(ValueFiles.class)));
    registerArchive();
    registerDownloads();
    registerRunners(commands);
    commands.register();
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
        () ->
            new BackgroundRenewal(
                get(LiveValues.class),
                get(WordsCache.class),
                get(ServiceFields.class),
                world.clock()));
    register(LoginPrompt.class, () -> new LoginPrompt(get(ArchiveAccess.class), get(Logins.class)));
    register(
        CurlScripts.class,
        () ->
            new CurlScripts(
                get(ArchiveAccess.class), get(Logins.class), world.clock(), world.paths(safe)));
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

  private void registerRunners(CommandWiring commands) {
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
    register(
        ScriptRunner.class,
        () -> new ScriptRunner(get(LineRunner.class), session, world.paths(safe)));
    register(
        SessionView.class,
        () ->
            new SessionView(
                commands.infos(),
                session,
                new KeptNames(
                    keeper.saved(),
                    homes.searches(),
                    get(Variables.class),
                    get(DownloadJobs.class),
                    get(SeenClients.class)),
                get(Fields.class),
                get(KnownValues.class),
                get(Offers.class),
                new FileColumns(world.paths(safe)),
                get(HelpTopics.class),
                () -> get(CriteriaReader.class).by(((LiveFields) get(Fields.class)).now()),
                get(Corrections.class),
                get(CountedFacets.class),
                new AskedTables(get(ServiceFields.class))));
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

  private <T> void register(Class<T> type, Supplier<T> maker) {
    context.registerBean(type, maker, definition -> definition.setLazyInit(true));
  }

  private <T> T get(Class<T> type) {
    return context.getBean(type);
  }
}
