package org.mastshell.store;

/**
 * Whose lists they are: lists are given back only to the archive and the login that they are of.
 *
 * @param server the address of the archive
 * @param account tells one login from another, in letters and digits; never a token
 */
public record ListOwner(String server, String account) {

  /** A name for the folder of an archive's lists; not always one of its own. */
  String folder() {
    return server.replaceFirst("^\\w+://", "").replaceAll("[^\\w.-]", "_");
  }
}
