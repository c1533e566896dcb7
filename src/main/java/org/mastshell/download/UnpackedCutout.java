package org.mastshell.download;

import java.nio.file.Path;

/**
 * A whole file of an archive of cutouts that has no name yet.
 *
 * @param draft where its bytes are
 * @param name a safe name that it is to have
 * @param size in bytes
 * @param note what is to be minded of its content; empty if nothing
 */
record UnpackedCutout(Path draft, String name, long size, String note) {}
