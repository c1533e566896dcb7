/**
 * Transfers of products to the disk: what would be fetched, fetching several files at a time with
 * checks, a manifest of what came, and scripts for other tools. Bytes come through a {@link
 * org.mastshell.archive.FileSource}.
 */
package org.mastshell.download;
