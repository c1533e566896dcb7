package org.mastshell.archive;

/**
 * Which part of the whole a reply holds. A member that the reply lacks is -1.
 *
 * @param page its number, from 1
 * @param pages how many there are
 * @param rowsTotal how many rows all of them have
 */
record Paging(long page, long pages, long rowsTotal) {
  static final Paging ABSENT = new Paging(-1, -1, -1);
}
