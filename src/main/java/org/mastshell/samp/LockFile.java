package org.mastshell.samp;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mastshell.store.OwnHands;

/** The file in which a running hub says where it is: {@code SAMP_HUB}, else {@code ~/.samp}. */
public final class LockFile {
  private static final String VARIABLE = "SAMP_HUB";
  private static final String PROFILE = "std-lockurl:";
  private static final String NAME = ".samp";
  private static final String SECRET = "samp.secret";
  private static final String ENDPOINT = "samp.hub.xmlrpc.url";
  private static final int LARGEST = 1 << 16;
  private static final String START = "start TOPCAT, Aladin or DS9: each brings a hub";
  private static final String RENEW = "end that hub and start it again";
  private static final Set<PosixFilePermission> OWNER_ALONE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;

  /**
   * @param file the file of a hub, whether it is there or not
   */
  LockFile(Path file) {
    this.file = file;
  }

  /**
   * The file that hubs of this person write.
   *
   * @param environment its variables
   * @param home the person's home folder, if there is one
   * @throws SampException if the environment names a hub that cannot be reached in this way, or
   *     none, and there is no home
   */
  public static LockFile of(Map<String, String> environment, Optional<Path> home) {
    String named = environment.getOrDefault(VARIABLE, "").strip();
    if (named.isEmpty()) {
      return new LockFile(
          home.orElseThrow(
                  () ->
                      new SampException(
                          "no hub can be found: there is no home folder, where hubs write " + NAME,
                          "set HOME to yours, or " + VARIABLE + " to " + PROFILE + "file:///…"))
              .resolve(NAME));
    }
    try {
      URI place = new URI(named.startsWith(PROFILE) ? named.substring(PROFILE.length()) : named);
      if (named.startsWith(PROFILE) && "file".equalsIgnoreCase(place.getScheme())) {
        return new LockFile(Path.of(place));
      }
    } catch (URISyntaxException | IllegalArgumentException unreadable) {
      // Said below: it names no file.
    }
    throw new SampException(
        VARIABLE + " names no lock file on this computer",
        "it has to be " + PROFILE + "file:///… ; without it " + NAME + " in your home is read");
  }

  /**
   * What the hub has written there.
   *
   * @throws SampException if no hub has written it, if others than its owner can read or write it,
   *     or if it does not say where a hub is
   */
  public HubAddress read() {
    if (!Files.exists(file)) {
      throw new SampException("no hub is running: there is no " + file, START + ", then try again");
    }
    try {
      refuseOthers();
      return address(values());
    } catch (IOException failed) {
      throw new SampException("the lock file " + file + " cannot be read", RENEW);
    }
  }

  /** The trouble of a hub that has written this file and does not answer. */
  SampException noAnswer(String place, String why) {
    return new SampException(
        "the hub of " + file + " at " + place + " does not answer (" + why + ")",
        "if it has ended, remove that file, and start another one");
  }

  // Whoever can write it could have everything that is sent; whoever reads it can join the hub.
  private void refuseOthers() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new SampException("the lock file " + file + " is no plain file", RENEW);
    }
    Object account =
        OwnHands.ofThisProgram()
            .account()
            .orElseThrow(() -> new IOException("the account of this program cannot be told"));
    if (!Files.getOwner(file).equals(account)) {
      throw new SampException(
          "the lock file "
              + file
              + " belongs to "
              + Files.getOwner(file).getName()
              + ", not to you",
          "start a hub of your own");
    }
    if (Files.getFileStore(file).supportsFileAttributeView("posix")
        && !OWNER_ALONE.containsAll(Files.getPosixFilePermissions(file))) {
      throw new SampException(
          "others can read or write the lock file " + file + ", and with it the hub",
          "chmod 600 " + file + " closes it; " + RENEW + " if you do not know who has read it");
    }
  }

  private Map<String, String> values() throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST + 1);
    }
    if (bytes.length > LARGEST) {
      throw new SampException("the lock file " + file + " is too large to be one", RENEW);
    }
    Map<String, String> values = new HashMap<>();
    new String(bytes, StandardCharsets.ISO_8859_1)
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              if (equals > 0) {
                values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
              }
            });
    return values;
  }

  private HubAddress address(Map<String, String> values) {
    String secret = values.getOrDefault(SECRET, "");
    // Hubs that write it as a Java properties file have a backslash before the colon.
    String typed = values.getOrDefault(ENDPOINT, "").replace("\\", "");
    if (secret.isEmpty() || typed.isEmpty()) {
      throw new SampException("the lock file " + file + " names no hub", RENEW);
    }
    try {
      URI endpoint = new URI(typed);
      boolean web = "http".equalsIgnoreCase(endpoint.getScheme());
      if (web && endpoint.getHost() != null && endpoint.getUserInfo() == null) {
        return new HubAddress(endpoint, secret);
      }
    } catch (URISyntaxException unreadable) {
      // Said below.
    }
    throw new SampException("the lock file " + file + " gives no address of a hub", RENEW);
  }
}
