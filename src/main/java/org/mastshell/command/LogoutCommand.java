package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;

/** Forgets the token. */
public final class LogoutCommand implements ShellCommand {
  private final Logins logins;
  private final ProductCache cache;

  /**
   * @param logins the token in use
   * @param cache whose lists serve the login that is stored
   */
  public LogoutCommand(Logins logins, ProductCache cache) {
    this.logins = logins;
    this.cache = cache;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "logout",
        List.of(),
        Groups.ACCOUNT,
        "forget the token",
        "",
        "Here and wherever login --store kept it.",
        new ArgumentSpec(false, false, false, List.of()),
        List.of(new Example("logout", "nobody is logged in any more")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    List<String> lines = new ArrayList<>(List.of("logged out"));
    cache.forgetLogin(work.session().settings());
    logins.logout(work.host(), work).forEach(where -> lines.add("  removed from " + where));
    if (logins.inEnvironment()) {
      lines.add("  MAST_API_TOKEN is still set in your environment; this shell passes over it now");
    }
    return CommandResult.talk(lines.toArray(String[]::new));
  }
}
