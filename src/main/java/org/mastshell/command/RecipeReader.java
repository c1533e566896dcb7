package org.mastshell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mastshell.language.ArgumentParser;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CommandText;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.CriterionText;
import org.mastshell.language.PositionReader;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.session.Recipe;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.ServiceTable;

/** Reads the commands by which a set was made. */
final class RecipeReader {
  private static final String TARGETS_ADVICE = "search with it again, then export that";

  private final CriteriaReader criteria;
  private final Fields fields;
  private final Supplier<List<CommandInfo>> commands;
  private final LocalPaths paths;
  private final ServiceFields tables;

  RecipeReader(
      CriteriaReader criteria,
      Fields fields,
      Supplier<List<CommandInfo>> commands,
      LocalPaths paths,
      ServiceFields tables) {
    this.criteria = criteria;
    this.fields = fields;
    this.commands = commands;
    this.paths = paths;
    this.tables = tables;
  }

  /**
   * The sets from which a set descends, and itself, each with its command.
   *
   * @throws CommandException if one of them was made in a way that cannot be written down
   */
  List<ReadSet> read(WorkingSet set, Session session) {
    List<ReadSet> read = new ArrayList<>();
    Map<Integer, WorkingSet> before = new HashMap<>();
    Map<String, WorkingSet> named = new HashMap<>();
    for (Recipe.Step step : Recipe.of(set, session).steps()) {
      read.add(read(step, step.set().parents().stream().map(before::get).toList(), named));
      before.put(step.set().number(), step.set());
      step.name().ifPresent(name -> named.put(name, step.set()));
    }
    requireOneArchive(set, read);
    return read;
  }

  // One script asks one archive: those of another would be other rows.
  private static void requireOneArchive(WorkingSet set, List<ReadSet> read) {
    List<String> servers = read.stream().map(one -> one.set().server()).distinct().toList();
    if (servers.size() > 1) {
      throw new CommandException(
          ExitCode.FAILED,
          "set " + set.word() + " comes from several archives: " + String.join(", ", servers),
          "export the set of each archive by itself: use SET; export script FILE");
    }
  }

  private ReadSet read(Recipe.Step step, List<WorkingSet> parents, Map<String, WorkingSet> named) {
    WorkingSet set = step.set();
    CommandText text = CommandLines.split(step.command()).get(0);
    String name = text.name().text().toLowerCase(Locale.ROOT);
    CommandInfo info =
        commands.get().stream()
            .filter(one -> one.name().equals(name) || one.aliases().contains(name))
            .filter(one -> SetMakers.NAMES.contains(one.name()))
            .findFirst()
            .orElseThrow(() -> unknown(set, name));
    Clock then = Clock.fixed(set.made(), ZoneOffset.UTC);
    try {
      Arguments arguments =
          info.name().equals(SqlCommand.NAME)
              ? Arguments.untouched(text)
              : ArgumentParser.parse(text, info.arguments());
      ReadSet read =
          new ReadSet(
              step,
              info,
              arguments,
              reader(info, arguments, parents, named).at(then),
              parents,
              hasNewerLists(arguments, set, named));
      requireWholeMatch(read);
      return read;
    } catch (SyntaxException otherwise) {
      throw changed(set, otherwise.getMessage());
    }
  }

  // What a set lacks that was made of it, a set may have been filtered by.
  private CriteriaReader reader(
      CommandInfo info,
      Arguments arguments,
      List<WorkingSet> parents,
      Map<String, WorkingSet> named) {
    Map<String, WorkingSet> then = Map.copyOf(named);
    CriteriaReader criteria =
        parents.isEmpty()
            ? this.criteria
            : this.criteria.reading(files -> SetValueFiles.at(parents.get(0), then, files, fields));
    Optional<ServiceTable> table =
        ServiceTable.kindOf(info.name())
            .flatMap(kind -> tables.find(kind, arguments.values().get(0).text()));
    return table
        .map(one -> criteria.of(one, fields.ofArchive()))
        .orElseGet(
            () -> criteria.by(info.name().equals("search") ? fields.ofArchive() : fields(parents)));
  }

  private Fields fields(List<WorkingSet> parents) {
    return parents.isEmpty()
        ? fields.ofArchive()
        : LiveFields.of(parents.get(0), fields.ofArchive());
  }

  // An observation of such a beginning may be near targets whose rows were cut off.
  private static void requireWholeMatch(ReadSet read) {
    if (read.command().equals(CrossmatchCommand.NAME) && read.isCut()) {
      throw new CommandException(
          ExitCode.FAILED,
          "set " + read.set().word() + " is only the beginning of a match (--limit)",
          "crossmatch without --limit, then pick");
    }
    if ((read.command().equals("search")
            || read.command().equals(DatasetsCommand.NAME)
            || read.command().equals(CatalogCommand.NAME))
        && read.isCut()
        && read.criteria().position().filter(TargetSearch::isMany).isPresent()) {
      throw new CommandException(
          ExitCode.FAILED,
          "set "
              + read.set().word()
              + " is only the beginning of a match of many targets (--limit)",
          "search without --limit, then pick");
    }
  }

  // What stood in a file then is not known any more.
  private boolean hasNewerLists(
      Arguments arguments, WorkingSet set, Map<String, WorkingSet> named) {
    boolean newer = false;
    if (arguments.command().name().text().equalsIgnoreCase(ImportCommand.NAME)) {
      requireAsThen(arguments.values().get(0).text(), set, "import it again, then export that");
    }
    for (Word targets : arguments.values()) {
      if (isNewerFile(targets, set, named)) {
        throw changedFile(AtWords.whole(targets), set, TARGETS_ADVICE);
      }
    }
    for (CriterionText criterion : arguments.criteria()) {
      for (Word value : criterion.values()) {
        boolean one = isNewerFile(value, set, named);
        if (one && PositionReader.reads(criterion)) {
          throw changedFile(AtWords.whole(value), set, TARGETS_ADVICE);
        }
        newer |= one;
      }
    }
    return newer;
  }

  private boolean isNewerFile(Word word, WorkingSet set, Map<String, WorkingSet> named) {
    if (!AtWords.isOne(word)) {
      return false;
    }
    String name = AtWords.reference(word).path();
    boolean isSet = name.equals(SetValueFiles.CURRENT) || named.containsKey(name);
    return !isSet && isNewer(AtWords.whole(word), set);
  }

  private void requireAsThen(String typed, WorkingSet set, String advice) {
    if (isNewer(typed, set)) {
      throw changedFile(typed, set, advice);
    }
  }

  private static CommandException changedFile(String file, WorkingSet set, String advice) {
    return new CommandException(
        ExitCode.FAILED,
        file
            + " has been written since set "
            + set.word()
            + " was made, maybe with other "
            + (advice.startsWith(ImportCommand.NAME) ? "rows" : "targets"),
        advice);
  }

  private boolean isNewer(String typed, WorkingSet set) {
    Path whole = paths.resolve(typed);
    int colon = typed.lastIndexOf(':');
    Path file = Files.exists(whole) || colon < 0 ? whole : paths.resolve(typed.substring(0, colon));
    try {
      return written(file).isAfter(set.made());
    } catch (IOException gone) {
      // Whoever reads it says so.
      return false;
    }
  }

  // Another file that took its place may be older than it, but not its being there.
  private static Instant written(Path file) throws IOException {
    Instant written = Files.getLastModifiedTime(file).toInstant();
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return written;
    }
    Instant placed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
    return placed.isAfter(written) ? placed : written;
  }

  private static CommandException unknown(WorkingSet set, String name) {
    return new CommandException(
        ExitCode.FAILED,
        "set " + set.word() + " was made by " + name + ", which cannot be written down",
        "sets lists what was made how");
  }

  /** A command does not make its set any more. */
  static CommandException changed(WorkingSet set, String why) {
    return new CommandException(
        ExitCode.FAILED,
        "the command of set "
            + set.word()
            + " ("
            + set.command()
            + ") is read otherwise today: "
            + why,
        "a file that it names may have changed; make the set again, then export that");
  }
}
