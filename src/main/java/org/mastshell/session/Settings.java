package org.mastshell.session;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mastshell.archive.ClientOptions;
import org.mastshell.vocabulary.NearestWords;

/** The values of all settings. Immutable: a change gives other settings. */
public final class Settings {
  private final Map<Setting, String> changed;

  private Settings(Map<Setting, String> changed) {
    this.changed = Collections.unmodifiableMap(changed);
  }

  /** Every setting at its default. */
  public static Settings standard() {
    return new Settings(new EnumMap<>(Setting.class));
  }

  /** The setting of that name, or an error that names the nearest one. */
  public static Setting named(String name) {
    return Setting.of(name).orElseThrow(() -> unknown(name));
  }

  /**
   * These settings with another value for one.
   *
   * @throws SettingException if there is no such setting or it does not take the value
   */
  public Settings with(String name, String value) {
    return with(named(name), value);
  }

  /**
   * These settings with another value for one.
   *
   * @throws SettingException if it does not take the value
   */
  public Settings with(Setting setting, String value) {
    String kept = setting.accept(value).orElseThrow(() -> refused(setting, value));
    Map<Setting, String> more = new EnumMap<>(Setting.class);
    more.putAll(changed);
    more.put(setting, kept);
    return new Settings(more);
  }

  /** The value in force. */
  public String get(Setting setting) {
    return changed.getOrDefault(setting, setting.standard());
  }

  /** Whether nobody has said what the value is to be. */
  public boolean isStandard(Setting setting) {
    return !changed.containsKey(setting);
  }

  /** The value in force of a setting that is on or off. */
  public boolean isOn(Setting setting) {
    return get(setting).equals("on");
  }

  /** The value in force of a setting that is a whole number. */
  public int whole(Setting setting) {
    return Integer.parseInt(get(setting));
  }

  /** What the archive's client needs of the settings. */
  public ClientOptions clientOptions() {
    return new ClientOptions(
        URI.create(get(Setting.SERVER)),
        Duration.ofSeconds(whole(Setting.TIMEOUT)),
        whole(Setting.RETRIES),
        whole(Setting.PARALLEL),
        whole(Setting.BATCH_SIZE));
  }

  private static SettingException unknown(String name) {
    List<String> words = Stream.of(Setting.values()).map(Setting::word).toList();
    List<String> near = NearestWords.to(name, words);
    String question = near.isEmpty() ? "" : "did you mean " + String.join(", ", near) + "? ";
    return new SettingException(
        "no setting is called " + name,
        question + "set lists them all",
        NearestWords.only(name, words));
  }

  private static SettingException refused(Setting setting, String value) {
    Optional<String> meant = setting.meant(value);
    String question = meant.map(word -> "did you mean " + word + "? ").orElse("");
    return new SettingException(
        setting.word() + " cannot be '" + value + "'",
        question + setting.word() + " is " + setting.allowed(),
        meant);
  }
}
