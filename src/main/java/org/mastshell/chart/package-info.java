/**
 * Charts: what is drawn of a set (axes, grids, bars, outlines, a legend) on surfaces of which each
 * knows one way to show it. The only room, beside the embedded archive, that knows Java's pictures,
 * which are loaded only when one is made.
 */
package org.mastshell.chart;
