package org.mastshell.terminal;

import java.util.List;
import java.util.Map;

/** Folders that never change. */
final class FixedFiles implements FileListing {
  private static final Map<String, List<Entry>> FOLDERS =
      Map.of(
          "",
          List.of(
              new Entry(".hidden", false),
              new Entry("my data", true),
              new Entry("night.mast", false),
              new Entry("notes", true)),
          "notes/",
          List.of(new Entry("a list.txt", false), new Entry("tic.txt", false)));

  @Override
  public List<Entry> entries(String folder) {
    return FOLDERS.getOrDefault(folder, List.of());
  }
}
