/**
 * The command language: words, quotes, criteria, ranges, dates, units, sky positions and row
 * numbers. Text goes in; predicates, values or a located error come out.
 */
package org.mastshell.language;
