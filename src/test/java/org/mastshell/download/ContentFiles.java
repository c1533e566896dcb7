package org.mastshell.download;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.ImageData;
import nom.tam.fits.NullDataHDU;
import nom.tam.util.FitsOutputStream;

/** Makes small files of each kind, whole and right. */
final class ContentFiles {
  private static final int SIDE = 40;

  private ContentFiles() {}

  /** A primary header and an image of 32-bit numbers, both with their sums. */
  static byte[] fits() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Fits fits = new Fits();
        FitsOutputStream out = new FitsOutputStream(bytes)) {
      NullDataHDU primary = new NullDataHDU();
      primary.addValue("NEXTEND", 1, "extensions");
      fits.addHDU(primary);
      int[][] pixels = new int[SIDE][SIDE];
      for (int i = 0; i < SIDE * SIDE; i++) {
        pixels[i / SIDE][i % SIDE] = i * 7919;
      }
      BasicHDU<?> image = ImageData.from(pixels).toHDU();
      image.addValue("EXTNAME", "SCI", "name");
      fits.addHDU(image);
      fits.setChecksum();
      fits.write(out);
    } catch (FitsException | IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  /** A header of these cards and END, filled up with blanks. */
  static byte[] header(String... cards) {
    StringBuilder text = new StringBuilder();
    for (String card : cards) {
      text.append(String.format(Locale.ROOT, "%-80s", card));
    }
    text.append(String.format(Locale.ROOT, "%-80s", "END"));
    while (text.length() % FitsHeader.BLOCK != 0) {
      text.append(' ');
    }
    return text.toString().getBytes(US_ASCII);
  }

  static byte[] gzip(byte[] content) {
    return written(
        out -> {
          try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(content);
          }
        });
  }

  static byte[] zip(byte[]... contents) {
    return written(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < contents.length; i++) {
              ZipEntry entry = new ZipEntry("../entry" + i);
              if (i % 2 == 1) {
                CRC32 sum = new CRC32();
                sum.update(contents[i]);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(contents[i].length);
                entry.setCrc(sum.getValue());
              }
              zip.putNextEntry(entry);
              zip.write(contents[i]);
            }
          }
        });
  }

  /** An archive with one entry. */
  static byte[] tar(byte[] content) {
    byte[] archive = new byte[512 + (content.length + 511) / 512 * 512 + 1024];
    put(archive, 0, "data.fits");
    put(archive, 124, String.format(Locale.ROOT, "%011o", content.length));
    Arrays.fill(archive, 148, 156, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += archive[i];
    }
    put(archive, 148, String.format(Locale.ROOT, "%06o\0", sum));
    System.arraycopy(content, 0, archive, 512, content.length);
    return archive;
  }

  static byte[] picture(String format) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < SIDE * SIDE; i++) {
      image.setRGB(i % SIDE, i / SIDE, i * 7919);
    }
    return written(out -> ImageIO.write(image, format, out));
  }

  static byte[] json() {
    return "{\"asn_type\": \"image3\", \"products\": [{\"name\": \"a\", \"size\": NaN}]}\n"
        .getBytes(UTF_8);
  }

  @SuppressWarnings("OrphanedFormatString") // ECSV begins with a percent sign.
  static byte[] ecsv() {
    return """
        # %ECSV 1.0
        # ---
        # datatype:
        # - {name: label, datatype: int64}
        # - name: object
        #   datatype: string
        # schema: astropy-2.0
        label object
        1 "M 101"
        2 "a ""b"" c"

        3 M31
        """
        .getBytes(UTF_8);
  }

  static byte[] pdf() {
    return ("%PDF-1.4\n" + "1 0 obj << >> endobj\n".repeat(200) + "trailer\n%%EOF\n")
        .getBytes(US_ASCII);
  }

  private static void put(byte[] into, int place, String text) {
    byte[] bytes = text.getBytes(US_ASCII);
    System.arraycopy(bytes, 0, into, place, bytes.length);
  }

  /** Writes somewhere. */
  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writing.to(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
