package org.mastshell.archive;

/**
 * A name and the position that the archive's resolver knows for it.
 *
 * @param name as the resolver writes it
 * @param resolver which catalogue knew it ({@code SIMBAD})
 * @param ra degrees, ICRS
 * @param dec degrees, ICRS
 * @param objectType the resolver's word for the kind of object; may be empty
 */
public record ResolvedName(
    String name, String resolver, double ra, double dec, String objectType) {}
