package org.mastshell.command;

import java.util.List;
import org.mastshell.archive.Account;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.SyntaxException;
import org.mastshell.output.CleanText;

/** Logs in with a token. */
public final class LoginCommand implements ShellCommand {
  private final Logins logins;
  private final LoginPrompt prompt;
  private final SafeMode safe;

  /**
   * @param logins the token in use
   * @param prompt asks for one
   * @param safe decides whether a token may be kept
   */
  public LoginCommand(Logins logins, LoginPrompt prompt, SafeMode safe) {
    this.safe = safe;
    this.logins = logins;
    this.prompt = prompt;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "login",
        List.of(),
        Groups.ACCOUNT,
        "log in with a token, for exclusive data",
        "[--store]",
        """
        Uses MAST_API_TOKEN of the environment or a stored token, or asks for one without showing what \
        is typed. A token is made at https://auth.mast.stsci.edu/token; it is never taken from the \
        command line, and sent only to the archive. --store keeps it in the system's keyring, or where \
        there is none in a file that only you can read; MASTSHELL_KEYRING=off passes over the keyring.\
        """,
        new ArgumentSpec(
            false, false, true, List.of(OptionSpec.flag("store", "keep the token for later runs"))),
        List.of());
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (!arguments.values().isEmpty()) {
      throw new SyntaxException(
          "login takes no token on the line, where others could read it",
          "login",
          0,
          "login".length(),
          "type login alone: it asks. A token that was shown should be revoked");
    }
    if (arguments.has("store")) {
      safe.allow(
          "login --store keeps the token on this computer",
          "login alone keeps it until the shell is left");
    }
    boolean known = logins.load(work.host(), work).isPresent();
    Account account = known ? prompt.account(work) : prompt.ask(work);
    if (account.anonymous()) {
      account = again(work);
    } else if (known) {
      work.say("logged in as " + CleanText.oneLine(account.name()));
    }
    return arguments.has("store") ? stored(work) : CommandResult.done();
  }

  private Account again(Work work) {
    if (!work.console().interactive()) {
      throw LoginPrompt.refused();
    }
    work.say("the archive refused the token that was stored or in MAST_API_TOKEN");
    return prompt.ask(work);
  }

  private CommandResult stored(Work work) {
    return CommandResult.talk("token kept in " + logins.store(work.host(), work));
  }
}
