package org.mastshell.download;

/**
 * What one reading of a file has shown.
 *
 * @param bytes its length
 * @param sha256 the hash of its bytes, in hexadecimal
 * @param verdict what its content says
 */
record Inspected(long bytes, String sha256, ContentVerdict verdict) {}
