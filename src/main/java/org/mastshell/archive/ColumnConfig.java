package org.mastshell.archive;

/**
 * How the archive describes one of its columns. Any part may be empty.
 *
 * @param label the heading ({@code Start Time})
 * @param datatype the archive's word for the type ({@code double}, {@code char}, {@code long})
 * @param unit the unit of its numbers ({@code MJD}, {@code deg})
 * @param description what it means
 * @param separator what stands between the parts of a list ({@code ;}); empty where a cell is one
 *     value
 * @param example what its values look like
 */
public record ColumnConfig(
    String label,
    String datatype,
    String unit,
    String description,
    String separator,
    String example) {}
