/** Tests of the packaged program, as a person has it: a real process, real streams and signals. */
package org.mastshell.packaged;
