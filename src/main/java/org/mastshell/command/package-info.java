/**
 * The commands, one class each: what it is called, what it takes, what it does. A command returns
 * its answer; others show it.
 */
package org.mastshell.command;
