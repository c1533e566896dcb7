/**
 * The embedded archive: a small server on the loopback interface that speaks enough of MAST's
 * protocol for tutorials and tests, with data made by this project.
 */
package org.mastshell.demo;
