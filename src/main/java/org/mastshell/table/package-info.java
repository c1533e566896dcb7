/**
 * Immutable columnar tables and what can be asked of them: selection, predicates, sorting, distinct
 * rows and value counts. No input or output, and nothing about the archive.
 */
package org.mastshell.table;
