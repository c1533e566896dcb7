/** Tables as files and streams: CSV, TSV, JSON, JSON Lines, Markdown, ECSV, VOTable. */
package org.mastshell.formats;
