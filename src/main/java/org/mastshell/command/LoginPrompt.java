package org.mastshell.command;

import java.util.Arrays;
import java.util.Optional;
import org.mastshell.archive.Account;
import org.mastshell.output.CleanText;

/** Asks a person for a token and has the archive judge it. */
public final class LoginPrompt {
  private static final String WHERE = "https://auth.mast.stsci.edu/token";

  // Secrets are typed blind.
  private static final int MOST_ASKED = 3;

  private final ArchiveAccess archive;
  private final Logins logins;

  /**
   * @param archive who judges the token
   * @param logins where an accepted one goes
   */
  public LoginPrompt(ArchiveAccess archive, Logins logins) {
    this.archive = archive;
    this.logins = logins;
  }

  /**
   * Asks for a token and puts it in use.
   *
   * @return who is logged in now
   * @throws CommandException with code LOGIN if nobody can be asked, nothing was typed, or the
   *     archive refuses the token; at a terminal it is asked for anew a few times then
   */
  public Account ask(Work work) {
    if (!work.console().interactive()) {
      throw new CommandException(
          ExitCode.LOGIN,
          "a login is needed, and nobody can be asked here",
          "set MAST_API_TOKEN in the environment, or run login --store once in the shell",
          "a token is made at " + WHERE);
    }
    int most = work.console().talkIsTerminal() ? MOST_ASKED : 1;
    Optional<Account> account = askOnce(work);
    for (int asked = 1; account.isEmpty() && asked < most; asked++) {
      work.say("  the archive refused the token: once more, or Enter to leave it");
      account = askOnce(work);
    }
    Account known = account.orElseThrow(LoginPrompt::refused);
    work.say("logged in as " + CleanText.oneLine(known.name()));
    return known;
  }

  // Nobody, where the archive refuses the token.
  private Optional<Account> askOnce(Work work) {
    Optional<char[]> typed = work.console().readSecret("token (from " + WHERE + "), not shown: ");
    if (typed.isEmpty()) {
      throw new CommandException(
          ExitCode.LOGIN, "no token was given: not logged in", "login asks again");
    }
    return judged(typed.get(), work);
  }

  // A token that was not judged, since the archive did not answer, is not in use either.
  private Optional<Account> judged(char[] token, Work work) {
    boolean accepted = false;
    logins.enter(work.host(), token);
    try {
      Account account = account(work);
      accepted = !account.anonymous();
      return accepted ? Optional.of(account) : Optional.empty();
    } finally {
      Arrays.fill(token, '\0');
      if (!accepted) {
        logins.withdraw(work.host());
      }
    }
  }

  /** Who the archive takes us for. */
  public Account account(Work work) {
    return archive.client(work.session().settings()).account(work.cancellation());
  }

  /** The archive does not accept the token. */
  static CommandException refused() {
    return new CommandException(
        ExitCode.LOGIN,
        "the archive refused the token: it is mistyped or has expired (10 days unused, 60 at most)",
        "make a new one at " + WHERE + ", then login");
  }
}
