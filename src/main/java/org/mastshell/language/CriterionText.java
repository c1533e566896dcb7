package org.mastshell.language;

import java.util.List;

/**
 * A criterion as typed, not yet understood.
 *
 * @param field the word before the operator
 * @param operator the operator
 * @param values the words behind it, one for each part between commas; never empty
 */
public record CriterionText(Word field, Operator operator, List<Word> values) {}
