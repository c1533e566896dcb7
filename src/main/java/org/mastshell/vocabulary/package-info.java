/**
 * What the archive's words mean: fields with their aliases, units and meaning, known values with
 * their date, the suffix dictionary and the grammar of file names.
 */
package org.mastshell.vocabulary;
