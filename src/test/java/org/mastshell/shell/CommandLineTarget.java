package org.mastshell.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mastshell.command.CommandInfo;
import org.mastshell.fuzz.Claim;
import org.mastshell.fuzz.Target;
import org.mastshell.language.ArgumentParser;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CommandText;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.Glossary;
import org.mastshell.language.LineEnd;
import org.mastshell.language.LineJoiner;
import org.mastshell.language.Quoting;
import org.mastshell.language.Refusals;
import org.mastshell.language.RowSelections;
import org.mastshell.language.SqlText;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.ValueFile;
import org.mastshell.language.ValueFiles;
import org.mastshell.language.Word;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.SetKind;

/** Command lines, with the real commands: what is typed is read, or refused at a place of it. */
public final class CommandLineTarget implements Target {
  private static final int MOST_WORDS = 60;

  private final CriteriaReader reader =
      new CriteriaReader(
          Fields.bundled(),
          KnownValues.bundled(),
          Clock.fixed(Instant.parse("2026-10-06T12:30:00Z"), ZoneOffset.UTC),
          new NoFiles());
  private final Glossary glossary = Glossary.bundled();
  private final Map<String, CommandInfo> commands = new HashMap<>();

  private static final class NoFiles implements ValueFiles {
    @Override
    public boolean isFile(String path) {
      return false;
    }

    @Override
    public ValueFile open(String path) throws IOException {
      throw new IOException("there is no such file");
    }
  }

  @Override
  public void take(byte[] input) {
    if (commands.isEmpty()) {
      CommandList.infos().forEach(info -> commands.put(info.name(), info));
    }
    String text = new String(input, StandardCharsets.UTF_8);
    String line = joined(text);
    requireWords(line);
    readAll(line);
  }

  private static String joined(String text) {
    LineJoiner joiner = new LineJoiner();
    for (String piece : text.split("\n", -1)) {
      if (joiner.add(piece) == LineEnd.DONE) {
        break;
      }
    }
    return joiner.line();
  }

  private static void requireWords(String line) {
    List<CommandText> split;
    try {
      split = CommandLines.split(line);
    } catch (SyntaxException unclosed) {
      Refusals.requireSound(unclosed, line);
      return;
    }
    int from = 0;
    StringBuilder again = new StringBuilder();
    for (CommandText command : split) {
      Claim.that(!command.words().isEmpty(), "a command has words");
      for (Word word : command.words()) {
        Claim.that(word.start() >= from, "words go forward");
        Claim.same(line.substring(word.start(), word.end()), word.raw(), "words are of the line");
        from = word.end();
        again.append(Quoting.quote(word.text())).append(' ');
      }
      again.append("; ");
    }
    List<CommandText> same = CommandLines.split(again.toString());
    Claim.same(texts(same), texts(split), "words that are quoted are the same ones");
  }

  private static List<List<String>> texts(List<CommandText> commands) {
    return commands.stream()
        .map(command -> command.words().stream().map(Word::text).toList())
        .toList();
  }

  private void readAll(String line) {
    try {
      for (CommandText command : CommandLines.split(line)) {
        CommandInfo known = commands.get(command.name().text());
        CommandInfo info = known == null ? commands.get("search") : known;
        if (command.words().size() <= MOST_WORDS) {
          read(command, info, line);
        }
      }
    } catch (SyntaxException refused) {
      Refusals.requireSound(refused, line);
    }
  }

  private void read(CommandText command, CommandInfo info, String line) {
    SqlText sql = SqlText.ofCommand(command);
    Claim.that(sql.tables().size() <= sql.tokens().size(), "tables are words");
    Claim.same(sql.withTables(name -> name), sql.text(), "a table by its own name");
    Arguments arguments = ArgumentParser.parse(command, info.arguments(), () -> glossary);
    arguments.rows().ifPresent(rows -> RowSelections.resolve(rows, 5, line));
    for (SetKind kind : List.of(SetKind.OBSERVATIONS, SetKind.PRODUCTS)) {
      Criteria criteria = reader.read(arguments, kind, false);
      Claim.that(criteria.predicate().toString() != null, "criteria can be told");
    }
  }
}
