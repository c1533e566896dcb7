/** The one place that opens a database: what is kept of sessions, and what was asked before. */
package org.mastshell.store;
