/**
 * Tables as files and streams: written as CSV, TSV, JSON, JSON Lines, Markdown, ECSV and VOTable;
 * read from all of these but Markdown, from FITS and from lines of text.
 */
package org.mastshell.formats;
