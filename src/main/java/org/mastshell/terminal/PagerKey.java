package org.mastshell.terminal;

import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** What the keys of a pager do; the same as those of {@code less}, as far as it goes. */
enum PagerKey {
  SCREEN_ON(List.of(" ", "f", KeyMap.ctrl('F'), KeyMap.ctrl('V')), Capability.key_npage),
  SCREEN_BACK(List.of("b", KeyMap.ctrl('B'), KeyMap.alt('v')), Capability.key_ppage),
  HALF_ON(List.of("d", KeyMap.ctrl('D')), null),
  HALF_BACK(List.of("u", KeyMap.ctrl('U')), null),
  LINE_ON(List.of("j", "e", "\r", "\n", KeyMap.ctrl('N')), Capability.key_down),
  LINE_BACK(List.of("k", "y", KeyMap.ctrl('P')), Capability.key_up),
  FIRST(List.of("g", "<"), Capability.key_home),
  LAST(List.of("G", ">"), Capability.key_end),
  RIGHT(List.of(), Capability.key_right),
  LEFT(List.of(), Capability.key_left),
  SEARCH(List.of("/"), null),
  NEXT(List.of("n"), null),
  PREVIOUS(List.of("N"), null),
  HELP(List.of("h", "?"), null),
  LEAVE(List.of("q", "Q", KeyMap.ctrl('C')), null),
  /** Any other key, which does nothing. */
  OTHER(List.of(), null);

  private final List<String> keys;
  private final Capability special;

  PagerKey(List<String> keys, Capability special) {
    this.keys = keys;
    this.special = special;
  }

  /** The keys as a terminal sends them. */
  static KeyMap<PagerKey> keyMap(Terminal terminal) {
    KeyMap<PagerKey> map = new KeyMap<>();
    for (PagerKey key : values()) {
      map.bind(key, key.keys.toArray(String[]::new));
      if (key.special != null) {
        String sequence = KeyMap.key(terminal, key.special);
        if (sequence != null) {
          map.bind(key, sequence);
        }
      }
    }
    // Terminals send these, whatever their description says.
    map.bind(LINE_BACK, "\u001b[A", "\u001bOA");
    map.bind(LINE_ON, "\u001b[B", "\u001bOB");
    map.bind(RIGHT, "\u001b[C", "\u001bOC");
    map.bind(LEFT, "\u001b[D", "\u001bOD");
    map.bind(FIRST, "\u001b[H", "\u001b[1~");
    map.bind(LAST, "\u001b[F", "\u001b[4~");
    map.bind(SCREEN_BACK, "\u001b[5~");
    map.bind(SCREEN_ON, "\u001b[6~");
    map.setNomatch(OTHER);
    map.setUnicode(OTHER);
    return map;
  }
}
