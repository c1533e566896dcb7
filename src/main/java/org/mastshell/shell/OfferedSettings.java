package org.mastshell.shell;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;
import org.mastshell.terminal.ShellView.Suggestion;

/** The settings and what they may be set to, to choose from. */
final class OfferedSettings {
  private final Session session;

  /**
   * @param session tells what they are set to now
   */
  OfferedSettings(Session session) {
    this.session = session;
  }

  /** The settings, each with its meaning and its value. */
  List<Suggestion> names() {
    List<Suggestion> suggestions = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      String value = session.settings().get(setting);
      String now = value.isEmpty() ? "" : ", now " + value;
      suggestions.add(new Suggestion(setting.word(), setting.meaning() + now, -1));
    }
    return suggestions;
  }

  /** What a setting may be set to; none where that is no list. */
  List<Suggestion> choices(Setting setting) {
    return setting.choices().stream().map(choice -> choice(setting, choice)).toList();
  }

  private Suggestion choice(Setting setting, String choice) {
    List<String> remarks = new ArrayList<>();
    if (choice.equals(session.settings().get(setting))) {
      remarks.add("now");
    }
    if (choice.equals(setting.standard())) {
      remarks.add("usual");
    }
    return new Suggestion(choice, String.join(", ", remarks), -1);
  }
}
