/**
 * Measures how quick the program is. Run by {@code mvn -q -Pbench verify}; {@code
 * docs/performance.md} says what is measured and how it came out.
 */
package org.mastshell.bench;
