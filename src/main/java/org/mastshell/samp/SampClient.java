package org.mastshell.samp;

/**
 * A program that a hub knows.
 *
 * @param id by which the hub knows it
 * @param name for people; its id where it has none
 * @param description a few words of its own; may be empty
 * @param takesTables whether it loads VOTables
 * @param takesImages whether it loads FITS images
 */
public record SampClient(
    String id, String name, String description, boolean takesTables, boolean takesImages) {}
