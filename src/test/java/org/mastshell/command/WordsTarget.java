package org.mastshell.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mastshell.fuzz.Claim;
import org.mastshell.fuzz.ScratchFile;
import org.mastshell.fuzz.Target;
import org.mastshell.vocabulary.ArchiveWords;

/** What an archive said of its words, as a file keeps it: whole and the same, or refused. */
public final class WordsTarget implements Target {
  private static final URI SERVER = URI.create("https://mast.example");

  private final ScratchFile scratch = new ScratchFile("words.csv");
  private final ScratchFile second = new ScratchFile("again.csv");

  @Override
  public void take(byte[] input) throws IOException {
    Path file = scratch.holding(input);
    ArchiveWords read;
    try {
      read = WordsFile.read(file);
    } catch (IOException refused) {
      Claim.that(refused.getMessage().startsWith(file.toString()), "a refusal names the file");
      return;
    }
    Files.deleteIfExists(second.path());
    WordsFile.write(second.path(), SERVER, read);
    Claim.same(WordsFile.read(second.path()), read, "what was written");
  }
}
