/** Programs that make a set again without this shell: for astroquery, and for curl. */
package org.mastshell.handover;
