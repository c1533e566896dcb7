package org.mastshell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.vocabulary.NearestWords;

/** The forms of a command with what each of them does. */
final class CommandForms {
  private final String command;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * @param command the name of the command
   */
  CommandForms(String command) {
    this.command = command;
  }

  private record Entry(CommandForm form, BiFunction<Arguments, Work, CommandResult> run) {}

  /**
   * Adds a form, behind those that are there.
   *
   * @param words as in {@link CommandForm}
   */
  CommandForms with(String words, String meaning, BiFunction<Arguments, Work, CommandResult> run) {
    CommandForm form = new CommandForm(words, meaning);
    entries.put(form.verb(), new Entry(form, run));
    return this;
  }

  /** All, in the order of the help. */
  List<CommandForm> all() {
    return entries.values().stream().map(Entry::form).toList();
  }

  /**
   * Does what the first word asks for; without a word, the first of the forms.
   *
   * @throws SyntaxException if no form begins like that, or it has too few or too many words
   */
  CommandResult run(Arguments arguments, Work work) {
    if (arguments.values().isEmpty()) {
      return entries.values().iterator().next().run().apply(arguments, work);
    }
    Word verb = arguments.values().get(0);
    Entry entry =
        entries.values().stream()
            .filter(one -> one.form().verb().equalsIgnoreCase(verb.text()))
            .findFirst()
            .orElseThrow(() -> unknown(verb, arguments));
    CommandForm form = entry.form();
    String usage = command + " " + form.words();
    if (arguments.values().size() < form.needed()) {
      List<String> missing = form.parts().subList(arguments.values().size(), form.needed());
      throw MissingWord.behind(
          arguments,
          command + " " + form.verb() + " needs " + String.join(" ", missing),
          usage + "    help " + command + " explains it");
    }
    SpareWords.refuse(arguments, form.parts().size(), "this is " + usage);
    return entry.run().apply(arguments, work);
  }

  private SyntaxException unknown(Word verb, Arguments arguments) {
    List<String> verbs = List.copyOf(entries.keySet());
    return verb.fault(
            arguments.command().line(),
            command + " cannot " + verb.text(),
            UnknownWords.advice(NearestWords.to(verb.text(), verbs), "help " + command))
        .rightWith(NearestWords.only(verb.text(), verbs));
  }
}
