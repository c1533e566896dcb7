package org.mastshell.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the bytes of each file, always the same for the same file. The sizes of FITS and JPEG files
 * depend on their kind alone, so that long lists need not make them.
 */
final class FileContents {
  private static final int REMEMBERED = 512;

  private final FitsFiles fits = new FitsFiles();
  private final JpegFiles jpeg = new JpegFiles();
  private final TextFiles texts = new TextFiles();
  private final Map<String, Integer> sizes = new ConcurrentHashMap<>();
  private final Map<String, byte[]> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** How many bytes the file has. */
  int size(Product product) {
    String name = product.fileName().toLowerCase(Locale.ROOT);
    if (name.endsWith(".fits") || name.endsWith(".jpg")) {
      return sizes.computeIfAbsent(sizeClass(product, name), unused -> make(product).length);
    }
    return sizes.computeIfAbsent(product.uri(), unused -> make(product).length);
  }

  /** The whole file; not to be changed. */
  byte[] bytes(Product product) {
    synchronized (recent) {
      byte[] known = recent.get(product.uri());
      if (known != null) {
        return known;
      }
    }
    byte[] made = make(product);
    synchronized (recent) {
      recent.put(product.uri(), made);
    }
    return made;
  }

  private static String sizeClass(Product product, String name) {
    return name.endsWith(".jpg")
        ? "jpg " + JpegFiles.isThumbnail(name)
        : "fits " + FitsLayout.of(product);
  }

  private byte[] make(Product product) {
    String name = product.fileName().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".jpg")) {
        return jpeg.make(product);
      }
      if (name.endsWith(".json")) {
        return texts.association(product);
      }
      if (name.endsWith("_pool.csv")) {
        return texts.pool(product);
      }
      if (name.endsWith(".ecsv")) {
        return texts.sourceTable(product);
      }
      if (name.endsWith(".txt")) {
        return ("Synthetic file " + name + ", made by MastShell.\n")
            .getBytes(StandardCharsets.UTF_8);
      }
      return name.endsWith(".gz") ? zipped(fits.make(product)) : fits.make(product);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + name + " cannot be made", e);
    }
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(zipped)) {
      stream.write(bytes);
    }
    return zipped.toByteArray();
  }
}
