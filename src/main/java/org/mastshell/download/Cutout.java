package org.mastshell.download;

import java.nio.file.Path;

/**
 * A file that came in an archive of cutouts.
 *
 * @param path where it is
 * @param bytes its size
 * @param fresh whether it was not there before with the same bytes
 * @param note what is to be minded of its content; empty if nothing
 */
public record Cutout(Path path, long bytes, boolean fresh, String note) {}
