/**
 * The program: launcher options, start file, wiring, the loop that runs a line, exit codes and the
 * reporting of errors.
 */
package org.mastshell.shell;
