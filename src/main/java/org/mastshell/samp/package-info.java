/**
 * Other programs of the same person, such as TOPCAT, Aladin and DS9, reached through a hub that
 * runs beside them (Simple Application Messaging Protocol, Standard Profile). Everything that a hub
 * answers is taken for what anybody might have written, and its secrets are in no text that leaves
 * this room.
 */
package org.mastshell.samp;
