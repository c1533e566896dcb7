package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.download.ContentVerdict.Kind;

/** Files that astropy writes are sound; skipped where there is no Python with astropy. */
@Timeout(120)
class AstropyFilesTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final String WRITING =
      """
      import os, sys
      import numpy as np
      from astropy.io import fits
      from astropy.table import Table
      os.chdir(sys.argv[1])
      ramp = np.arange(7 * 11).reshape(7, 11)
      for kind in ['u1', 'i2', 'i4', 'i8', 'f4', 'f8', 'u2', 'u4', 'i1']:
          image = ramp.astype(kind)
          fits.writeto(kind + '.fits', image, checksum=True)
          fits.HDUList([fits.PrimaryHDU(), fits.ImageHDU(image, name='SCI'),
                        fits.ImageHDU(image.reshape(7, 1, 11))]).writeto(
              kind + '_ext.fits', checksum=True)
      fits.PrimaryHDU().writeto('empty.fits', checksum=True)
      fits.ImageHDU(ramp).writeto('plain.fits')
      long = fits.PrimaryHDU(ramp)
      for i in range(500):
          long.header['HISTORY'] = 'line %d' % i
      long.header['LONGTEXT'] = 'x' * 300
      long.header['HIERARCH a long keyword'] = 3
      long.writeto('long.fits', checksum=True)
      for kind in ['RICE_1', 'GZIP_1', 'GZIP_2', 'PLIO_1', 'HCOMPRESS_1']:
          fits.HDUList([fits.PrimaryHDU(),
                        fits.CompImageHDU(ramp.astype('i4'), compression_type=kind)]).writeto(
              'compressed_' + kind + '.fits.fz', checksum=True)
      lists = np.array([np.arange(n, dtype='f8') for n in (3, 0, 40)], dtype=object)
      columns = [fits.Column('n', 'J', array=[1, 2, 3]), fits.Column('text', '10A', array=['a'] * 3),
                 fits.Column('bits', '12X', array=np.zeros((3, 12), bool)),
                 fits.Column('list', 'PD()', array=lists)]
      fits.BinTableHDU.from_columns(columns).writeto('table.fits', checksum=True)
      fits.TableHDU.from_columns([fits.Column('n', 'I10', array=[1, 2, 3], ascii=True)]).writeto(
          'ascii.fits', checksum=True)
      groups = fits.GroupData(np.zeros((4, 3, 2), 'f4'), bitpix=-32,
                              parnames=['a', 'b'], pardata=[np.arange(4.), np.arange(4.)])
      fits.GroupsHDU(groups).writeto('groups.fits', checksum=True)
      fits.writeto('packed.fits.gz', ramp, checksum=True)
      table = Table({'n': [1, 2], 'text': ['a b', 'c "d"'], 'x': [1.5, np.nan]})
      table.write('table.ecsv')
      table.write('commas.ecsv', delimiter=',')
      Table({'n': np.ma.array([1, 2], mask=[True, False]), 'l': [[1, 2], [3, 4]]}).write('more.ecsv')
      """;

  @TempDir Path folder;

  @BeforeAll
  static void astropyIsThere() throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "no Python");
    assumeTrue(run("-c", "import astropy").isEmpty(), "no astropy");
  }

  @Test
  void itsFilesAreSoundAndNoLongerSoWhenTheirDataChange() throws Exception {
    assertThat(run("-W", "ignore", "-c", WRITING, folder.toString())).isEmpty();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(30);
    for (Path file : files) {
      String name = file.getFileName().toString();
      assertThat(new ContentChecks().check(file, name))
          .as(name)
          .extracting(ContentVerdict::kind)
          .isEqualTo(Kind.SOUND);
      if (name.matches(".*\\.(fits|fz)") && !name.matches("(empty|plain).fits")) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 2880] ^= 4;
        Files.write(file, bytes);
        assertThat(new ContentChecks().check(file, name).kind()).as(name).isEqualTo(Kind.DAMAGED);
      }
    }
  }

  private static List<String> run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return lines;
  }
}
