package org.mastshell.download;

/** The hash SHA-256 (FIPS 180-4) of bytes that come one after the other. For one thread. */
interface Sha256 {
  /** Bytes of a hash. */
  int LENGTH = 32;

  /** Adds bytes. */
  void update(byte[] bytes, int offset, int length);

  /** The hash of all bytes so far, in hexadecimal; more may follow. */
  String hex();
}
