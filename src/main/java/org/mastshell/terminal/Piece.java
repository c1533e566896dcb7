package org.mastshell.terminal;

import org.mastshell.language.Quoting;

/**
 * A piece of a line.
 *
 * @param role what it is
 * @param start where it begins in the line
 * @param end where it ends, exclusive; equal to the start where something is still to be typed
 * @param raw as typed
 * @param owner of a value or an operator, the field's word; of an option's value, the option as
 *     typed; else empty
 * @param operator of a value, the operator before it; else empty
 * @param ownerStart where the owner begins, which tells two criteria of the same field apart
 */
record Piece(
    Role role, int start, int end, String raw, String owner, String operator, int ownerStart) {

  static Piece plain(Role role, int start, String raw) {
    return new Piece(role, start, start + raw.length(), raw, "", "", start);
  }

  /** The same with more text. */
  Piece upTo(String text) {
    return new Piece(role, start, start + text.length(), text, owner, operator, ownerStart);
  }

  /** The same text in another role. */
  Piece as(Role other) {
    return new Piece(other, start, end, raw, owner, operator, ownerStart);
  }

  /** What is meant by it, quotes taken off. */
  String text() {
    return Quoting.resolve(raw);
  }
}
