package org.mastshell.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mastshell.session.SettingCheck.Address;
import org.mastshell.session.SettingCheck.Choice;
import org.mastshell.session.SettingCheck.Free;
import org.mastshell.session.SettingCheck.Name;
import org.mastshell.session.SettingCheck.Place;
import org.mastshell.session.SettingCheck.Template;
import org.mastshell.session.SettingCheck.Whole;

/** What can be set, with its default and its meaning. */
public enum Setting {
  FORMAT(
      "format",
      "table",
      Choice.of("table", "csv", "tsv", "json", "jsonl", "markdown", "ecsv", "votable"),
      "how data is written"),
  SAFE_CSV(
      "safe_csv",
      "off",
      Choice.onOff(),
      "whether CSV and TSV keep texts from being taken for formulas by spreadsheets"),
  COLUMNS_OBSERVATIONS(
      "columns.observations",
      "",
      new Free("column names with commas, or nothing for the usual ones"),
      "columns that show takes for observations, the most important first"),
  COLUMNS_PRODUCTS(
      "columns.products",
      "",
      new Free("column names with commas, or nothing for the usual ones"),
      "columns that show takes for products, the most important first"),
  COLUMNS_ROWS(
      "columns.rows",
      "",
      new Free("column names with commas, or nothing for all of them"),
      "columns that show takes for plain rows, such as those of sql, where they have them"),
  MISSION(
      "mission",
      "",
      new Free("missions with commas, or nothing for all"),
      "what a search that names no mission is about"),
  LIMIT(
      "limit",
      "40",
      new Whole(1, 1_000_000, ""),
      "rows that show draws in a terminal; unless it is set, no more than the screen holds"),
  PAGER("pager", "on", Choice.onOff(), "whether long tables go through a pager"),
  COLOR("color", "auto", Choice.of("auto", "always", "never"), "whether colours are used"),
  THEME(
      "theme",
      "auto",
      Choice.of("auto", "dark", "light"),
      "the background that colours are for; auto asks the terminal"),
  PICTURES(
      "pictures",
      "auto",
      Choice.of("auto", "kitty", "sixel", "blocks", "ascii", "off"),
      "how plots and previews are drawn: as the terminal can, one way of it, or not at all"),
  HINTS("hints", "on", Choice.onOff(), "whether a line explains the field being typed"),
  HIGHLIGHT("highlight", "on", Choice.onOff(), "whether the line being typed is coloured"),
  AUTOSUGGEST("autosuggest", "on", Choice.onOff(), "whether earlier lines are suggested in grey"),
  KEYS("keys", "emacs", Choice.of("emacs", "vi"), "which editor's keys the line follows"),
  SERVER("server", "https://mast.stsci.edu", new Address(), "the archive that is asked"),
  SOURCE(
      "source",
      "archive",
      Choice.of("archive", "cloud", "auto"),
      "where files are taken from: the archive, or its public cloud bucket where that has them"),
  CLOUD_ENDPOINT(
      "cloud_endpoint",
      "https://stpubdata.s3.amazonaws.com",
      new Place(),
      "the public bucket of source cloud and auto"),
  TIMEOUT(
      "timeout",
      "600",
      new Whole(1, 86_400, " of seconds"),
      "the longest wait for one answer of the archive"),
  RETRIES("retries", "4", new Whole(0, 20, ""), "how often a failed request is tried again"),
  PARALLEL("parallel", "4", new Whole(1, 8, ""), "requests and downloads that run at once"),
  BATCH_SIZE(
      "batch_size",
      "0",
      new Whole(0, 1000, ""),
      "the most observations, targets or values that one request of a list asks for; 0 adapts"),
  ROW_LIMIT(
      "row_limit",
      "50000",
      new Whole(1, 500_000, ""),
      "more observations than this are not fetched without asking"),
  PRODUCT_LIMIT(
      "product_limit",
      "1000000",
      new Whole(1, 100_000_000, ""),
      "a list of more products than this is not made without asking"),
  DOWNLOAD_DIR(
      "download_dir", ".", new Name("a folder"), "where downloads go, in a folder mastDownload"),
  LAYOUT(
      "layout",
      "mast",
      new Template(List.of("mast", "flat", "program"), "{proposal_id}/{instrument}/{filename}"),
      "folders for downloads: by mission and observation, by program, none (flat), or your own"),
  GUIDE_STARS(
      "guide_stars", "no", Choice.of("no", "yes", "only"), "whether filter keeps guide-star files"),
  CACHE_AGE(
      "cache_age",
      "7",
      new Whole(0, 3650, " of days"),
      "how long the archive's lists of values are kept on disk; 0 keeps none"),
  PRODUCTS_AGE(
      "products_age",
      "2",
      new Whole(0, 3650, " of days"),
      "how long products takes lists from the cache instead of asking; 0 keeps none"),
  CACHE_SIZE(
      "cache_size",
      "500",
      new Whole(1, 100_000, " of MB"),
      "the room that lists of products may take on disk; those unused for longest go first"),
  REFRESH(
      "refresh",
      "on",
      Choice.onOff(),
      "whether the shell renews old lists of values in the background"),
  ON_ERROR("on_error", "stop", Choice.of("stop", "continue"), "what a script does after a failure");

  private final String word;
  private final String standard;
  private final SettingCheck check;
  private final String meaning;

  Setting(String word, String standard, SettingCheck check, String meaning) {
    this.word = word;
    this.standard = standard;
    this.check = check;
    this.meaning = meaning;
  }

  /** The name that people type. */
  public String word() {
    return word;
  }

  /** The value where nothing was set. */
  public String standard() {
    return standard;
  }

  /** What it does, in one line. */
  public String meaning() {
    return meaning;
  }

  /** What it may be, for people. */
  public String allowed() {
    return check.allowed();
  }

  /** The setting of that name, whatever the case. */
  public static Optional<Setting> of(String word) {
    return Arrays.stream(values()).filter(setting -> setting.word.equalsIgnoreCase(word)).findAny();
  }

  /** The words that it takes; none where it takes any text or number. */
  public List<String> choices() {
    return check.words();
  }

  /** The value that a text was probably meant to be, which it does not take. */
  Optional<String> meant(String text) {
    return check.meant(text.strip());
  }

  /** A text as a value of it; empty if it is none. */
  public Optional<String> accept(String text) {
    return check.accept(text);
  }
}
