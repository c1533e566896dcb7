package org.mastshell.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mastshell.archive.Cancellation;

/** The MD5 of a file as the archive lists it: it tells what came otherwise than it lies there. */
final class ListedMd5 {
  private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{32}");
  private static final int BLOCK = 1 << 16;

  private final String listed;

  private ListedMd5(String listed) {
    this.listed = listed.toLowerCase(Locale.ROOT);
  }

  /**
   * A verdict on a file that takes the listed sum into account.
   *
   * @param verdict what the content itself says
   */
  static ContentVerdict judge(
      PlannedFile file, Path place, ContentVerdict verdict, Cancellation cancellation)
      throws IOException {
    // What is no sum says nothing; lists of products have none.
    boolean known = FORM.matcher(file.file().md5()).matches();
    return verdict.isDamaged() || !known
        ? verdict
        : new ListedMd5(file.file().md5()).judge(place, verdict, cancellation);
  }

  private ContentVerdict judge(Path place, ContentVerdict verdict, Cancellation cancellation)
      throws IOException {
    String found = sum(place, cancellation);
    return found.equals(listed)
        ? verdict.vouchedFor()
        : ContentVerdict.damaged("its MD5 is " + found + ", and the archive lists " + listed);
  }

  private static String sum(Path place, Cancellation cancellation) throws IOException {
    MessageDigest md5 = digest();
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(place)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        cancellation.check();
        md5.update(block, 0, read);
      }
    }
    return HexFormat.of().formatHex(md5.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has MD5", impossible);
    }
  }
}
