package org.mastshell.session;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a session, in three layers: those with which every session begins (defaults and
 * start file), above them those that a person changed in this session, which are kept with it, and
 * on top those that the environment and the options of this start demand, which are never kept. A
 * person who changes a setting of the top layer has the last word until another session is opened.
 * Immutable.
 */
final class SessionSettings {
  private final Settings base;
  private final Map<Setting, String> kept;
  private final Map<Setting, String> demanded;
  private final Set<Setting> overruled;
  private final Settings inForce;

  private SessionSettings(
      Settings base,
      Map<Setting, String> kept,
      Map<Setting, String> demanded,
      Set<Setting> overruled) {
    this.base = base;
    this.kept = Collections.unmodifiableMap(kept);
    this.demanded = Collections.unmodifiableMap(demanded);
    this.overruled = Collections.unmodifiableSet(overruled);
    Settings settings = with(base, kept);
    for (Map.Entry<Setting, String> one : demanded.entrySet()) {
      if (!overruled.contains(one.getKey())) {
        settings = settings.with(one.getKey(), one.getValue());
      }
    }
    this.inForce = settings;
  }

  /** With which a session begins. */
  static SessionSettings of(Settings base) {
    return new SessionSettings(base, none(), none(), EnumSet.noneOf(Setting.class));
  }

  private static Map<Setting, String> none() {
    return new EnumMap<>(Setting.class);
  }

  private static Settings with(Settings settings, Map<Setting, String> others) {
    Settings changed = settings;
    for (Map.Entry<Setting, String> one : others.entrySet()) {
      changed = changed.with(one.getKey(), one.getValue());
    }
    return changed;
  }

  /** What the layers make together. */
  Settings inForce() {
    return inForce;
  }

  /**
   * Where a person has changed a setting.
   *
   * @throws SettingException if it does not take the value
   */
  SessionSettings changed(Setting setting, String value) {
    String accepted = base.with(setting, value).get(setting);
    if (accepted.equals(kept.get(setting)) && accepted.equals(inForce.get(setting))) {
      return this;
    }
    Map<Setting, String> more = new EnumMap<>(Setting.class);
    more.putAll(kept);
    more.put(setting, accepted);
    Set<Setting> spoken = EnumSet.of(setting);
    spoken.addAll(overruled);
    return new SessionSettings(base, more, demanded, spoken);
  }

  /**
   * Where the environment and the options demand this.
   *
   * @throws SettingException if a setting does not take its value
   */
  SessionSettings demanding(Map<Setting, String> more) {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    all.putAll(demanded);
    all.putAll(more);
    return new SessionSettings(base, kept, all, overruled);
  }

  /** Where what was changed so far is that with which every session begins. */
  SessionSettings settled() {
    return new SessionSettings(with(base, kept), none(), demanded, EnumSet.noneOf(Setting.class));
  }

  /** Where another session is opened, in which a person had changed these. */
  SessionSettings opening(Map<String, String> stored) {
    Map<Setting, String> restored = none();
    for (Map.Entry<String, String> one : stored.entrySet()) {
      // A setting that another version knew is no reason to lose a session.
      Optional<Setting> known = Setting.of(one.getKey());
      if (known.isPresent() && known.get().accept(one.getValue()).isPresent()) {
        restored.put(known.get(), one.getValue());
      }
    }
    return new SessionSettings(base, restored, demanded, EnumSet.noneOf(Setting.class));
  }

  /** What a person changed in this session, by name, as it is kept. */
  Map<String, String> stored() {
    Map<String, String> words = new LinkedHashMap<>();
    kept.forEach((setting, value) -> words.put(setting.word(), value));
    return words;
  }
}
