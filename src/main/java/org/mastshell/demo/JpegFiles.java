package org.mastshell.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes previews: one picture for all files and a smaller one for thumbnails, with the name of the
 * file in a comment of fixed length.
 */
final class JpegFiles {
  private static final int COMMENT_LENGTH = 200;
  private static final int START_OF_IMAGE = 2;

  private final Map<Boolean, byte[]> pictures = new ConcurrentHashMap<>();

  static boolean isThumbnail(String fileName) {
    return fileName.contains("_thumb");
  }

  byte[] make(Product product) throws IOException {
    boolean thumbnail = isThumbnail(product.fileName());
    byte[] picture = pictures.get(thumbnail);
    if (picture == null) {
      picture = draw(thumbnail ? 32 : 128);
      pictures.put(thumbnail, picture);
    }
    String text = "Synthetic preview made by MastShell: " + product.fileName();
    byte[] comment = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), COMMENT_LENGTH);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(picture, 0, START_OF_IMAGE);
    // A comment segment: its marker, its length with these two bytes, its text.
    out.write(0xFF);
    out.write(0xFE);
    out.write((COMMENT_LENGTH + 2) >> 8);
    out.write((COMMENT_LENGTH + 2) & 0xFF);
    out.write(comment, 0, COMMENT_LENGTH);
    out.write(picture, START_OF_IMAGE, picture.length - START_OF_IMAGE);
    return out.toByteArray();
  }

  private static byte[] draw(int size) throws IOException {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double radius = Math.hypot(x - size * 0.4, y - size * 0.6) / size;
        int light = (int) (255 * Math.exp(-8 * radius));
        image.setRGB(x, y, light << 16 | (light * 3 / 4) << 8 | Math.min(255, light / 2 + 40));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // By itself Java would keep it in a file of its own meanwhile.
    try (ImageOutputStream memory = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(image, "jpg", memory)) {
        throw new IOException("This Java cannot write JPEG");
      }
    }
    return out.toByteArray();
  }
}
