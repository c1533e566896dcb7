package org.mastshell.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip archives that nobody should unpack, or that are not whole, and what is said of them. */
enum BrokenZip {
  CUT_OFF("the zip archive is cut off") {
    @Override
    byte[] bytes() throws IOException {
      byte[] whole = zip("a.txt", "b.txt");
      return Arrays.copyOf(whole, whole.length - 9);
    }
  },
  HALF("the zip archive is cut off") {
    @Override
    byte[] bytes() throws IOException {
      byte[] whole = zip("a.txt", "b.txt");
      return Arrays.copyOf(whole, whole.length / 2);
    }
  },
  WITHOUT_A_FILE("has no file in it") {
    @Override
    byte[] bytes() throws IOException {
      return zip("folder/");
    }
  },
  WRONG_SUM("has changed on its way") {
    @Override
    byte[] bytes() throws IOException {
      byte[] bytes = zip("a.txt");
      ByteBuffer list = list(bytes);
      list.putInt(list.position() + 16, 12345);
      return bytes;
    }
  },
  LONGER_THAN_IT_SAYS("is longer than its zip archive says") {
    @Override
    byte[] bytes() throws IOException {
      byte[] bytes = zip("a.txt");
      ByteBuffer list = list(bytes);
      list.putInt(list.position() + 24, 3);
      return bytes;
    }
  },
  CHANGED_BYTES("no usable answer from the archive") {
    @Override
    byte[] bytes() throws IOException {
      byte[] bytes = zip("a.txt");
      for (int i = 36; i < 46; i++) {
        bytes[i] ^= 0x5A;
      }
      return bytes;
    }
  },
  LEADING_OUT("leads out of the folder: ../escaped.fits") {
    @Override
    byte[] bytes() throws IOException {
      return zip("good.txt", "../escaped.fits");
    }
  },
  LEADING_OUT_WITHIN("leads out of the folder: a/../../escaped.fits") {
    @Override
    byte[] bytes() throws IOException {
      return zip("a/../../escaped.fits");
    }
  },
  LEADING_OUT_ON_WINDOWS("leads out of the folder") {
    @Override
    byte[] bytes() throws IOException {
      return zip("..\\escaped.fits");
    }
  },
  ON_A_DRIVE("leads out of the folder") {
    @Override
    byte[] bytes() throws IOException {
      return zip("C:\\escaped.fits");
    }
  },
  FROM_THE_ROOT("leads out of the folder: /tmp/escaped.fits") {
    @Override
    byte[] bytes() throws IOException {
      return zip("/tmp/escaped.fits");
    }
  },
  WITH_ESCAPES_IN_A_NAME("leads out of the folder") {
    @Override
    byte[] bytes() throws IOException {
      return zip("../\u001b[2J\nerror: forged");
    }
  },
  BOMB("was not unpacked") {
    @Override
    byte[] bytes() throws IOException {
      byte[] bytes = zip("a.txt");
      ByteBuffer list = list(bytes);
      list.putInt(list.position() + 24, Integer.MAX_VALUE);
      return bytes;
    }
  },
  OVERLAPPING("overlap") {
    @Override
    byte[] bytes() throws IOException {
      byte[] bytes = zip("a.txt");
      ByteBuffer list = list(bytes);
      list.putInt(list.position() + 20, 1_000_000);
      return bytes;
    }
  },
  WITH_NO_FITS_IN_IT("is damaged: it does not begin as a FITS file does") {
    @Override
    byte[] bytes() throws IOException {
      return zip("tess-s0014-3-3_a.fits");
    }
  },
  WITH_A_WEB_PAGE_IN_IT("is damaged: it is a web page") {
    @Override
    byte[] bytes() throws IOException {
      return packed("<html><body>Maintenance</body></html>", "tess-s0014-3-3_a.fits");
    }
  };

  private final String said;

  BrokenZip(String said) {
    this.said = said;
  }

  /** A part of the message. */
  String said() {
    return said;
  }

  abstract byte[] bytes() throws IOException;

  /** An archive with files of these names, which hold a text. */
  static byte[] zip(String... names) throws IOException {
    return packed("0123456789 abcdefghijklmnopqrstuvwxyz 0123456789", names);
  }

  private static byte[] packed(String text, String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          zip.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  // The first entry of the list at the end (APPNOTE 4.3.12).
  private static ByteBuffer list(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int start = bytes.length - 46; start >= 0; start--) {
      if (buffer.getInt(start) == 0x02014B50) {
        return buffer.position(start);
      }
    }
    throw new IllegalStateException("no list of entries");
  }
}
