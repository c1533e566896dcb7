/**
 * How results are shown to people and written for programs: tables, records, sizes, dates,
 * progress; and the console through which everything goes.
 */
package org.mastshell.output;
