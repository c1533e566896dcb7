package org.mastshell.terminal;

import java.util.List;
import org.mastshell.language.Quoting;
import org.mastshell.terminal.FileListing.Entry;

/** Proposes names of files and folders, one folder at a time. */
final class FileProposals {
  private final FileListing files;

  FileProposals(FileListing files) {
    this.files = files;
  }

  /**
   * What a path may go on with. Names that begin with a dot are proposed when the dot is typed.
   *
   * @param typed as it stands there, quotes included
   * @param prefix what stands before the path ({@code @}), or empty
   * @param foldersOnly whether files are left out
   */
  Offer propose(String typed, String prefix, boolean foldersOnly) {
    String path = Quoting.resolve(typed).substring(prefix.length());
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String name = path.substring(folder.length());
    List<Entry> entries =
        files.entries(folder).stream()
            .filter(entry -> entry.folder() || !foldersOnly)
            .filter(entry -> name.startsWith(".") || !entry.name().startsWith("."))
            .toList();
    Matches<Entry> fitting = Matching.best(entries, Entry::name, TypedText.plain(name));
    Matches<Entry> whole =
        new Matches<>(
            fitting.first(), fitting.count(), prefix + folder + fitting.common(), fitting.alike());
    return Offer.of(whole, entry -> proposal(entry, prefix + folder, typed));
  }

  private static Proposal proposal(Entry entry, String before, String typed) {
    String shown = entry.folder() ? entry.name() + "/" : entry.name();
    String insert = TypedQuotes.quoted(before + shown, typed, !entry.folder());
    Proposal proposal = Proposal.word(insert, shown, entry.folder() ? "folders" : "files", "");
    if (entry.folder()) {
      return proposal.unfinished().goingOn();
    }
    return before.startsWith("@") ? proposal.unfinished() : proposal;
  }
}
