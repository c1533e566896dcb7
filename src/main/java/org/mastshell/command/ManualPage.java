package org.mastshell.command;

import java.util.List;
import org.mastshell.language.OptionSpec;

/** The manual page of the program, mastshell(1), in the man macros of roff (man(7)). */
public final class ManualPage {
  private static final String OPENING =
      """
      .TH MASTSHELL 1 "" "MastShell" "User Commands"
      .SH NAME
      mastshell \\- a shell for the MAST archive of space telescope data
      .SH SYNOPSIS
      .B mastshell
      .RI [ OPTIONS ]
      .RI [ FILE
      .RI [ ARG ...]]
      .SH DESCRIPTION
      Finds observations in the Mikulski Archive for Space Telescopes, lists and thins their
      data products, and downloads them.
      .PP
      Without FILE and without
      .BR \\-c ,
      opens the shell if standard input and output are a terminal, and otherwise runs the commands
      that come from standard input.
      With FILE, runs the commands in it and exits; $1, $2 and so on in it stand for the ARGs.
      .PP
      Data goes to standard output; summaries, notes, progress and errors go to standard error.
      .SH OPTIONS
      """;

  private static final String CLOSING =
      """
      .SH EXIT STATUS
      %s.SH ENVIRONMENT
      .TP
      .B MASTSHELL_SERVER
      The archive that is asked, as with
      .BR \\-\\-server .
      .TP
      .B MASTSHELL_HOME
      A folder for all files of the program:
      .IR mastshellrc ,
      .IR state/ ,
      .IR cache/ .
      .TP
      .B MAST_API_TOKEN
      The token for exclusive data. It is sent only to the archive.
      .TP
      .B MASTSHELL_KEYRING
      If
      .BR off ,
      the keyring of the system is left alone.
      .TP
      .B MASTSHELL_START_ARCHIVE
      What is done about the archive of loaded classes that makes the start quick. If
      .BR off ,
      none is used or made; if
      .BR use ,
      one that is there is used. With
      .BR make ,
      nothing is run: one is made beside the program, for all who start it from there with the same Java.
      A path in it is what the program gives to the copy of itself that makes one in the background.
      .TP
      .B NO_COLOR
      If not empty, no colours, unless
      .B \\-\\-color always
      asks for them.
      .TP
      .BR XDG_STATE_HOME ,\\  XDG_CACHE_HOME
      Where the folder
      .I mastshell
      with state and cache lies, if not under
      .I ~/.local/state
      and
      .IR ~/.cache .
      .TP
      .BR MASTSHELL_JAVA ,\\  JAVA_HOME ,\\  MASTSHELL_JAVA_OPTIONS
      The Java that runs the program (a JDK 17 or later), and options for it.
      .SH FILES
      .TP
      .I ~/.mastshellrc
      Commands that are run at the start, one a line.
      .TP
      .I ~/.local/state/mastshell/history
      Lines that were typed.
      .TP
      .I ~/.local/state/mastshell/sessions, searches
      Sessions that are kept, each a file NAME.db, and searches.
      .TP
      .I ~/.cache/mastshell
      Lists of values and of products; cache clear removes them.
      .TP
      .I mastDownload/manifest.csv
      In the download folder: what was fetched.
      .SH EXAMPLES
      .TP
      .B mastshell \\-\\-demo
      Opens the shell on an embedded archive, without a network.
      .TP
      .B mastshell \\-q \\-\\-format csv \\-c \\(aqsearch program=1073; show\\(aq > observations.csv
      Writes a table.
      .TP
      .B mastshell nightly.mast
      Runs a file of commands.
      """;

  private final List<OptionSpec> options;
  private final HelpTopics topics;

  /**
   * @param options the options of the program
   * @param topics where the meaning of the exit codes stands
   */
  public ManualPage(List<OptionSpec> options, HelpTopics topics) {
    this.options = List.copyOf(options);
    this.topics = topics;
  }

  /** The page, lines ended by line feeds. */
  public String roff() {
    StringBuilder page = new StringBuilder(OPENING);
    for (OptionSpec option : options) {
      page.append(".TP\n").append(heading(option)).append('\n');
      page.append(escaped(option.meaning())).append(".\n");
    }
    return page.append(CLOSING.formatted(exitCodes())).toString();
  }

  private String exitCodes() {
    String codes = topics.text("exit-codes").orElseThrow();
    return ".nf\n" + escaped(codes) + "\n.fi\n";
  }

  private static String heading(OptionSpec option) {
    String shortName = option.shortName() == 0 ? "" : "-" + option.shortName() + ", ";
    String names = escaped(shortName + "--" + option.name());
    return option.takesValue()
        ? ".BI \"" + names + " \" " + escaped(option.value())
        : ".B " + names;
  }

  // A plain hyphen may come out as a typographic one, which nobody can paste into a shell.
  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
  }
}
