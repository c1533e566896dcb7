package org.mastshell.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Large programs for benchmarks, numbered from 9001, whose products are made when they are asked
 * for and hardly kept. Each observation has 300 of them: 100 of its own and 200 out of 226 that the
 * ten observations of a block share, so that 1,000 observations have 122,600 different files.
 */
final class SyntheticProgram {
  private static final List<String> FILTERS =
      List.of(
          "F250M", "F277W", "F300M", "F335M", "F356W", "F360M", "F410M", "F430M", "F444W", "F480M");
  private static final int BLOCK = FILTERS.size();
  private static final int BLOCKS_A_PROGRAM = 900;
  private static final int FIRST_PROGRAM = 9001;
  private static final int SHARED_A_LIST = 200;
  private static final int SHARED = 226;
  private static final int SHARED_EXPOSURES = 25;
  private static final int OWN_EXPOSURES = 12;
  private static final long FIRST_SET = 3_000_000_000L;
  private static final long FIRST_MEMBER = 4_000_000_000L;
  private static final int MEMBERS_A_BLOCK = 1000;
  private static final Map<String, ProductKind> EXPOSURE_FILES = exposureFiles();
  private static final Map<String, Passband> BANDS =
      FILTERS.stream().collect(Collectors.toMap(filter -> filter, Passband::ofJwst));
  private static final Pattern NAME = Pattern.compile("mast:JWST/product/jw(\\d{5})-?o?(\\d{3}).*");

  private static final int REMEMBERED_BLOCKS = 8;

  private final List<Observation> observations = new ArrayList<>();
  private final Map<Integer, Map<String, Product>> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Map<String, Product>> eldest) {
          return size() > REMEMBERED_BLOCKS;
        }
      };

  SyntheticProgram(int count) {
    for (int index = 0; index < count; index++) {
      observations.add(set(index));
    }
  }

  List<Observation> observations() {
    return observations;
  }

  /** The observation of that number, or null; also a member that only lists mention. */
  Observation byObsid(long obsid) {
    if (obsid < FIRST_MEMBER) {
      return null;
    }
    int block = (int) ((obsid - FIRST_MEMBER) / MEMBERS_A_BLOCK);
    return block(block).values().stream()
        .map(Product::owner)
        .filter(owner -> owner.obsid() == obsid)
        .findFirst()
        .orElse(null);
  }

  /** The file of that name, or null. */
  Product byUri(String uri) {
    Matcher matcher = NAME.matcher(uri);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < FIRST_PROGRAM) {
      return null;
    }
    int program = Integer.parseInt(matcher.group(1)) - FIRST_PROGRAM;
    int block = program * BLOCKS_A_PROGRAM + Integer.parseInt(matcher.group(2)) - 1;
    return block(block).get(uri);
  }

  private synchronized Map<String, Product> block(int block) {
    return recent.computeIfAbsent(block, this::filesOfBlock);
  }

  private Map<String, Product> filesOfBlock(int block) {
    Map<String, Product> files = new HashMap<>();
    int end = Math.min(observations.size(), (block + 1) * BLOCK);
    for (int index = Math.max(0, block * BLOCK); index < end; index++) {
      observations.get(index).products().forEach(file -> files.putIfAbsent(file.uri(), file));
    }
    return files;
  }

  private static Observation set(int index) {
    String filter = FILTERS.get(index % BLOCK);
    String name =
        String.format(
            Locale.ROOT,
            "%s-o%03d_t001_nircam_clear-%s",
            program(index / BLOCK),
            number(index / BLOCK),
            filter.toLowerCase(Locale.ROOT));
    SkyPosition place = place(index);
    String image = "mast:JWST/product/" + name + "_i2d";
    return draft(index, FIRST_SET + index, name, filter)
        .target("FIELD-" + (index / BLOCK + 1), "BLANK FIELD", place, square(place))
        .data("image", 3, "CALJWST")
        .time(60_000 + 0.05 * index, 859)
        .links(image + ".fits", image + ".jpg")
        .buildForgetful(owner -> products(owner, index));
  }

  private static List<Product> products(Observation set, int index) {
    int block = index / BLOCK;
    int place = index % BLOCK;
    List<Product> files = new ArrayList<>();
    files.add(Product.of(set, set.obsId() + "_i2d.fits", JwstKinds.set("i2d").asRecommended()));
    files.add(Product.of(set, set.obsId() + "_i2d.jpg", JwstKinds.preview("i2d", 3)));
    files.add(Product.of(set, set.obsId() + "_i2d_thumb.jpg", JwstKinds.thumbnail("i2d", 3)));
    files.add(Product.of(set, set.obsId() + "_segm.fits", JwstKinds.set("segm")));
    long base = FIRST_MEMBER + (long) block * MEMBERS_A_BLOCK;
    for (int number = 0; number < OWN_EXPOSURES; number++) {
      String group = String.format(Locale.ROOT, "%02d101", place + 2);
      long obsid = base + 100 + (long) place * OWN_EXPOSURES + number;
      files.addAll(exposure(index, obsid, "001_" + group, number));
    }
    int first = place * (SHARED - SHARED_A_LIST) / (BLOCK - 1);
    files.addAll(shared(index - place, base).subList(first, first + SHARED_A_LIST));
    return files;
  }

  // Exposures of a second visit, and its guide stars.
  private static List<Product> shared(int firstOfBlock, long base) {
    List<Product> files = new ArrayList<>();
    for (int number = 0; number < SHARED_EXPOSURES; number++) {
      files.addAll(exposure(firstOfBlock, base + number, "002_02101", number));
    }
    int block = firstOfBlock / BLOCK;
    String visit = String.format(Locale.ROOT, "%s%03d002", program(block), number(block));
    for (int hour = 0; files.size() < SHARED; hour++) {
      String name = String.format(Locale.ROOT, "%s_gs-fg_2023045%02d4457", visit, hour);
      Observation owner = member(firstOfBlock, base + 50 + hour, name);
      files.add(Product.of(owner, name + "_uncal.fits", JwstKinds.auxiliary("gs-fg", 1)));
      files.add(Product.of(owner, name + "_cal.fits", JwstKinds.auxiliary("gs-fg", 2)));
    }
    return files;
  }

  private static List<Product> exposure(int index, long obsid, String visit, int number) {
    int block = index / BLOCK;
    String name =
        String.format(
            Locale.ROOT,
            "%s%03d%s_%05d_%s",
            program(block),
            number(block),
            visit,
            number / 2 + 1,
            number % 2 == 0 ? "nrcalong" : "nrcblong");
    Observation owner = member(index, obsid, name);
    List<Product> files = new ArrayList<>(EXPOSURE_FILES.size());
    EXPOSURE_FILES.forEach((ending, kind) -> files.add(Product.of(owner, name + ending, kind)));
    return files;
  }

  private static Map<String, ProductKind> exposureFiles() {
    Map<String, ProductKind> files = new LinkedHashMap<>();
    for (String suffix : List.of("uncal", "rate", "cal")) {
      files.put("_" + suffix + ".fits", JwstKinds.exposure(suffix));
      files.put("_" + suffix + ".jpg", JwstKinds.preview(suffix, 2));
    }
    files.put("_cal_thumb.jpg", JwstKinds.thumbnail("cal", 2));
    files.put("_c1001_crf.fits", JwstKinds.exposure("crf"));
    return files;
  }

  private static Observation member(int index, long obsid, String name) {
    SkyPosition place = place(index);
    return draft(index, obsid, name, FILTERS.get(index % BLOCK))
        .set("s_ra", place.ra())
        .set("s_dec", place.dec())
        .data("image", 2, "CALJWST")
        .buildForgetful(owner -> List.of());
  }

  private static ObservationDraft draft(int index, long obsid, String name, String filter) {
    Passband band = BANDS.get(filter);
    Proposal proposal =
        Proposal.open(
            program(index / BLOCK).substring(3), "Load, Test", "Many observations", "GO", 60_001);
    return ObservationDraft.of("JWST", obsid, name)
        .proposal(proposal)
        .light("NIRCAM/IMAGE", filter, "INFRARED", band.min(), band.max());
  }

  private static String program(int block) {
    return String.format(Locale.ROOT, "jw%05d", FIRST_PROGRAM + block / BLOCKS_A_PROGRAM);
  }

  private static int number(int block) {
    return block % BLOCKS_A_PROGRAM + 1;
  }

  private static SkyPosition place(int index) {
    return new SkyPosition((index * 0.37) % 360, -60 + (index * 0.11) % 120);
  }

  private static String square(SkyPosition place) {
    return Polygons.square("ICRS", place, 0.0175);
  }
}
