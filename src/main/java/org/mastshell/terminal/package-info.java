/**
 * The interactive terminal: reading lines with completion, colours, hints and history, asking
 * questions, paging. The only room that knows JLine; what a completion offers is worked out without
 * it.
 */
package org.mastshell.terminal;
