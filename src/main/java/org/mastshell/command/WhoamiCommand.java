package org.mastshell.command;

import java.util.List;
import org.mastshell.archive.Account;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.output.CleanText;
import org.mastshell.output.Part;

/** Says who is logged in. */
public final class WhoamiCommand implements ShellCommand {
  private final Logins logins;
  private final LoginPrompt prompt;

  /**
   * @param logins the token in use
   * @param prompt asks the archive
   */
  public WhoamiCommand(Logins logins, LoginPrompt prompt) {
    this.logins = logins;
    this.prompt = prompt;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "whoami",
        List.of(),
        Groups.ACCOUNT,
        "say who is logged in",
        "",
        "Asks the archive whom it takes you for.",
        new ArgumentSpec(false, false, false, List.of()),
        List.of(new Example("whoami", "anonymous, or your name")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    boolean token = logins.load(work.host(), work).isPresent();
    Account account = prompt.account(work);
    if (!account.anonymous()) {
      String email = account.email().isEmpty() ? "" : " <" + account.email() + ">";
      return CommandResult.done(new Part.Value(CleanText.oneLine(account.name() + email)));
    }
    if (token) {
      throw LoginPrompt.refused();
    }
    return CommandResult.done(new Part.Value("anonymous"));
  }
}
