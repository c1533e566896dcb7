package org.mastshell.command;

import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.session.WorkingSet;

/** Reads criteria that are judged on the rows of a set. */
final class RowCriteria {
  private final CriteriaReader reader;

  RowCriteria(CriteriaReader reader) {
    this.reader = reader;
  }

  /**
   * The criteria of a command.
   *
   * @throws SyntaxException if one is malformed, or asks for a position: the rows of a set carry
   *     footprints, but judging those is the archive's part
   */
  Criteria read(Arguments arguments, WorkingSet set) {
    Criteria criteria = reader.readForRows(arguments, set.kind());
    if (criteria.position().isPresent()) {
      Word name = arguments.command().name();
      throw name.fault(
          arguments.command().line(),
          name.text() + " cannot judge a position",
          "search with object= or coordinates=, or " + name.text() + " ra=10..11 dec=-5..-4");
    }
    return criteria;
  }
}
