package org.mastshell.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.samp.HubClients;
import org.mastshell.samp.SampClient;
import org.mastshell.vocabulary.NearestWords;

/** Decides which of the programs at a hub get something. */
final class ClientChoice {
  private static final String TO = "to";

  private final HubClients there;
  private final Predicate<SampClient> takes;
  private final String what;

  /**
   * @param there who is at the hub
   * @param takes tells who can do something with it
   * @param what is sent, in the plural
   */
  ClientChoice(HubClients there, Predicate<SampClient> takes, String what) {
    this.there = there;
    this.takes = takes;
    this.what = what;
  }

  /**
   * The program that is named, by its name, a part of it or its id at the hub; else all that take
   * such things.
   *
   * @throws SyntaxException if no program, or more than one, can be meant
   * @throws CommandException if nobody takes such things
   */
  List<SampClient> of(Arguments arguments) {
    Word named = arguments.options().get(TO);
    if (named == null) {
      List<SampClient> all = there.clients().stream().filter(takes).toList();
      if (all.isEmpty()) {
        throw nobody();
      }
      return all;
    }
    SampClient client = named(named, arguments.command().line());
    if (!takes.test(client)) {
      throw new CommandException(
          ExitCode.FAILED, client.name() + " takes no " + what, "samp clients lists who does");
    }
    return List.of(client);
  }

  private CommandException nobody() {
    return there.clients().isEmpty()
        ? new CommandException(
            ExitCode.FAILED,
            "nobody is at the hub to take " + what,
            "start TOPCAT, Aladin or DS9, or connect it to the hub, then try again")
        : new CommandException(
            ExitCode.FAILED,
            "none of the programs at the hub takes " + what + ": " + names(there.clients()),
            "start one that does, such as TOPCAT or Aladin");
  }

  private SampClient named(Word word, String line) {
    String typed = word.text().toLowerCase(Locale.ROOT);
    List<SampClient> meant = called(client -> client.id().equals(word.text()));
    if (meant.isEmpty()) {
      meant = called(client -> client.name().toLowerCase(Locale.ROOT).equals(typed));
    }
    if (meant.isEmpty() && !typed.isBlank()) {
      meant = called(client -> client.name().toLowerCase(Locale.ROOT).contains(typed));
    }
    if (meant.size() == 1) {
      return meant.get(0);
    }
    if (meant.isEmpty()) {
      List<String> names = there.clients().stream().map(SampClient::name).toList();
      throw word.fault(
              line,
              "no " + word.text() + " is at the hub",
              UnknownWords.advice(NearestWords.to(word.text(), names), "samp clients"))
          .rightWith(NearestWords.only(word.text(), names));
    }
    throw word.fault(
        line,
        word.text() + " may be " + meant.size() + " programs: " + names(meant),
        "name it by its id: --to "
            + meant.stream().map(SampClient::id).collect(Collectors.joining(" or --to ")));
  }

  private List<SampClient> called(Predicate<SampClient> test) {
    return there.clients().stream().filter(test).toList();
  }

  private static String names(List<SampClient> clients) {
    return clients.stream().map(SampClient::name).collect(Collectors.joining(", "));
  }
}
