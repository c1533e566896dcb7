package org.mastshell.language;

import org.mastshell.table.Predicate;
import org.mastshell.vocabulary.Field;

/**
 * A criterion, understood.
 *
 * @param field the field that it speaks of
 * @param text the criterion with the archive's names and spellings, as it can be typed again
 * @param predicate the rows that fit
 * @param start where it begins in the line
 * @param end where it ends, exclusive
 * @param negative whether it says what a row must not be ({@code !=}, {@code !~})
 */
public record Criterion(
    Field field, String text, Predicate predicate, int start, int end, boolean negative) {}
