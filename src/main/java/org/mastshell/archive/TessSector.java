package org.mastshell.archive;

/**
 * A sector of TESS that saw something, and where it lay on the detectors.
 *
 * @param name as {@code tess-s0001-1-3}
 * @param sector its number
 * @param camera from 1 to 4
 * @param ccd from 1 to 4
 */
public record TessSector(String name, int sector, int camera, int ccd) {}
