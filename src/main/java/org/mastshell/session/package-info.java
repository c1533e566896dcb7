/** The working state: sets and how they came about, undo, settings. */
package org.mastshell.session;
