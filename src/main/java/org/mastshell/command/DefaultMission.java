package org.mastshell.command;

import org.mastshell.language.ArgumentParser;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandLines;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;

/** The missions that a search is about which names none. */
final class DefaultMission {
  /** What names missions. */
  static final String FIELD = "obs_collection";

  /** The criterion for all of them, whatever the setting is. */
  static final String ALL = FIELD + "=*";

  private final String missions;
  private final Fields fields;

  DefaultMission(Settings settings, Fields fields) {
    this.fields = fields;
    missions = settings.get(Setting.MISSION).strip();
  }

  /** Whether a search is about them. */
  boolean concerns(Arguments search) {
    return !missions.isEmpty()
        && search.criteria().stream()
            .flatMap(one -> fields.find(one.field().text(), SetKind.OBSERVATIONS).stream())
            .noneMatch(field -> field.name().equals(FIELD));
  }

  /** The search with them, as if they had been typed: so it is kept, repeated and exported. */
  Arguments added(Arguments search, ArgumentSpec spec) {
    String line = search.command().text() + " " + criterion();
    return ArgumentParser.parse(CommandLines.split(line).get(0), spec);
  }

  /** What is to be said of it. */
  String note() {
    return criterion() + ": by the setting mission (" + ALL + " asks for all)";
  }

  private String criterion() {
    return FIELD + "=" + missions;
  }
}
