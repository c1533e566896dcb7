package org.mastshell.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.ErrorObject;
import org.mastshell.archive.WebPage;

/**
 * Judges files by their content, each by the checks of its kind. The kind is what the name tells
 * or, where it tells none, what the file begins with. Memory is bounded whatever a file holds, and
 * time by its length (of what is packed, by the thousandfold that the format allows).
 */
public final class ContentChecks implements ContentCheck {
  private static final int LONGEST_TEXT = 300;

  private final Hashes hashes;

  /** For files that are not to be hashed, or for a few. */
  public ContentChecks() {
    this(Hashes.ofJava());
  }

  ContentChecks(Hashes hashes) {
    this.hashes = hashes;
  }

  /** Judges a file by its content, under the name that it has in the archive. */
  public ContentVerdict check(Path file, String name) throws IOException {
    return check(file, name, new Cancellation());
  }

  @Override
  public ContentVerdict check(Path file, String name, Cancellation cancellation)
      throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return check(new ByteStream(in, cancellation), file, name);
    }
  }

  /** Whether a file is of a kind whose content can be judged, or plainly none of its kind. */
  static boolean knows(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(WebPage.HEAD);
      String name = String.valueOf(file.getFileName());
      return ContentKind.of(name, head, head.length) != ContentKind.OTHER
          || WebPage.isInPlaceOf(name, "", head, head.length);
    }
  }

  /** Judges a file by its content and computes the hash of its bytes, in one reading. */
  Inspected inspect(Path file, String name, Cancellation cancellation) throws IOException {
    Sha256 sha256 = hashes.begin(Files.size(file));
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        InputStream hashed = new HashedWhole(in, sha256)) {
      ByteStream bytes = new ByteStream(hashed, cancellation);
      ContentVerdict verdict = check(bytes, file, name);
      bytes.drain();
      return new Inspected(bytes.position(), sha256.hex(), verdict);
    }
  }

  private static ContentVerdict check(ByteStream bytes, Path file, String name) throws IOException {
    byte[] head = head(bytes);
    if (WebPage.isInPlaceOf(name, "", head, head.length)) {
      return ContentVerdict.damaged("it is a web page in place of the file");
    }
    if (ErrorObject.isInPlaceOf(name, "", head, head.length)) {
      return ContentVerdict.damaged(
          "it is an error message in place of the file"
              + ErrorObject.reason(head, head.length).map(why -> ": " + why).orElse(""));
    }
    ContentKind kind = ContentKind.of(name, head, head.length);
    try {
      return switch (kind) {
        case OTHER -> ContentVerdict.unknown("its kind tells nothing of its being whole");
        case ZIP -> ContentVerdict.minding(ZipCheck.check(file, bytes.cancellation()), true, true);
        case GZIP -> ContentVerdict.minding(packed(bytes, name), true, true);
        default -> {
          StreamCheck check = plain(kind);
          yield ContentVerdict.minding(check.check(bytes), check.isSummed(), check.showsItsEnd());
        }
      };
    } catch (Damage damage) {
      String reason = damage.getMessage().replaceAll("\\p{Cntrl}+", " ");
      return ContentVerdict.damaged(
          reason.length() > LONGEST_TEXT ? reason.substring(0, LONGEST_TEXT) + "…" : reason);
    }
  }

  private static List<String> packed(ByteStream bytes, String name) throws IOException {
    String inner =
        name.toLowerCase(Locale.ROOT).replaceFirst("\\.tgz$", ".tar").replaceFirst("\\.gz$", "");
    ContentKind kind = ContentKind.named(inner);
    List<String> warnings = new ArrayList<>();
    try (GzipBytes unpacked = new GzipBytes(bytes)) {
      ByteStream content = new ByteStream(unpacked, bytes.cancellation());
      // Two packings, one in the other, are judged by the outer one, whose sums cover all.
      if (kind != ContentKind.OTHER && kind != ContentKind.ZIP && kind != ContentKind.GZIP) {
        warnings.addAll(plain(kind).check(content));
      }
      content.drain();
      warnings.addAll(unpacked.warnings());
    }
    return warnings;
  }

  private static StreamCheck plain(ContentKind kind) {
    return switch (kind) {
      case FITS -> new FitsCheck();
      case TAR -> new TarCheck();
      case JSON -> new JsonCheck();
      case JPEG -> new JpegCheck();
      case PNG -> new PngCheck();
      case GIF -> new GifCheck();
      case PDF -> new PdfCheck();
      case ECSV -> new EcsvCheck();
      case GZIP, ZIP, OTHER ->
          throw new IllegalArgumentException("not read from a stream: " + kind);
    };
  }

  private static byte[] head(ByteStream bytes) throws IOException {
    ByteBuffer ahead = bytes.ahead().duplicate();
    byte[] head = new byte[Math.min(ahead.remaining(), WebPage.HEAD)];
    ahead.get(head);
    return head;
  }

  /** Reads what is to be skipped, so that the hash is of all bytes. */
  private static final class HashedWhole extends FilterInputStream {
    private final Sha256 sha256;

    private HashedWhole(InputStream in, Sha256 sha256) {
      super(in);
      this.sha256 = sha256;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      if (count > 0) {
        sha256.update(target, offset, count);
      }
      return count;
    }

    @Override
    public long skip(long count) {
      return 0;
    }
  }
}
