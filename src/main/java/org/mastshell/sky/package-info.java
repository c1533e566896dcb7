/** Directions on the sky, outlines of observations, and how both are drawn on a plane. */
package org.mastshell.sky;
