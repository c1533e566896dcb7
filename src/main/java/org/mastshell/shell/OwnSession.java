package org.mastshell.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.command.ProgramPath;

/**
 * Has a program run in a session of its own, so that it does not get the keys that this terminal is
 * sent: Ctrl-C is meant for what runs here. Java has no word for that, so another program says it,
 * and becomes the one that is wanted.
 */
final class OwnSession {
  private static final String PERL = "perl";
  private static final String IN_PERL =
      "eval { require POSIX; POSIX::setsid(); }; exec { $ARGV[0] } @ARGV; exit 127;";
  private static final String IN_SH = "trap '' INT QUIT HUP; exec \"$@\"";

  private final ProgramPath programs;

  /**
   * @param programs knows where programs are
   */
  OwnSession(ProgramPath programs) {
    this.programs = programs;
  }

  /**
   * The command that runs another one so.
   *
   * @param command its first word is the place of a program
   */
  List<String> of(List<String> command) {
    List<String> all = new ArrayList<>(starter());
    all.addAll(command);
    return List.copyOf(all);
  }

  // Linux has the first; macOS the second; what is left does not get the keys' signals, unless it
  // asks for them.
  private List<String> starter() {
    Optional<Path> setsid = programs.find("setsid");
    if (setsid.isPresent()) {
      return List.of(setsid.get().toString());
    }
    Optional<Path> perl = programs.find(PERL);
    return perl.isPresent()
        ? List.of(perl.get().toString(), "-e", IN_PERL, "--")
        : List.of("/bin/sh", "-c", IN_SH, "sh");
  }
}
