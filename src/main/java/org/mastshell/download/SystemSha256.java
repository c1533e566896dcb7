package org.mastshell.download;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * That of OpenSSL's {@code libcrypto}, which Linux systems have for their own programs. It uses the
 * processor's instructions for it, as Java does only with its second compiler (C2), which the
 * launcher leaves out for the sake of a quick start.
 *
 * <p>Its plain functions are called ({@code SHA256_Init} and its like), which work on memory of
 * ours and keep nothing of their own, so that there is nothing to free, and nothing that would mind
 * if the program ends while a thread is in them.
 */
final class SystemSha256 implements Sha256 {
  // SHA256_CTX has 112 bytes on all systems; there is room for more.
  private static final int STATE = 256;

  private final Library library;
  private final ByteBuffer state = ByteBuffer.allocateDirect(STATE);
  private final Pointer place = Native.getDirectBufferPointer(state);

  private SystemSha256(Library library) {
    this.library = library;
    call(library.init, place);
  }

  @Override
  public void update(byte[] bytes, int offset, int length) {
    ByteBuffer piece = library.borrow();
    try {
      int done = 0;
      while (done < length) {
        int count = Math.min(length - done, Library.PIECE);
        piece.clear().put(bytes, offset + done, count);
        call(library.update, place, Native.getDirectBufferPointer(piece), (long) count);
        done += count;
      }
    } finally {
      library.giveBack(piece);
    }
  }

  @Override
  public String hex() {
    ByteBuffer copy = ByteBuffer.allocateDirect(STATE + LENGTH);
    copy.put(state.duplicate().clear());
    Pointer copied = Native.getDirectBufferPointer(copy);
    call(library.last, copied.share(STATE), copied);
    byte[] hash = new byte[LENGTH];
    copy.position(STATE).get(hash);
    return HexFormat.of().formatHex(hash);
  }

  // Each says 1 when it did its work.
  private static void call(Function function, Object... arguments) {
    if (function.invokeInt(arguments) != 1) {
      throw new IllegalStateException(function.getName() + " of the system's library failed");
    }
  }

  /** The system's functions. Safe for use by several threads. */
  static final class Library {
    private static final int PIECE = 1 << 16;

    /** By the versions that have these functions, newest first. */
    private static final List<String> NAMES = List.of("libcrypto.so.3", "libcrypto.so.1.1");

    // FIPS 180-4, example of one block.
    private static final byte[] PROBE = {'a', 'b', 'c'};
    private static final String EXPECTED =
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final Function init;
    private final Function update;
    private final Function last;
    private final Queue<ByteBuffer> pieces = new ConcurrentLinkedQueue<>();

    private Library(NativeLibrary crypto) {
      init = crypto.getFunction("SHA256_Init");
      update = crypto.getFunction("SHA256_Update");
      last = crypto.getFunction("SHA256_Final");
    }

    /** Looks for it; nothing where there is none that works. */
    static Optional<Library> load() {
      try {
        // Lengths are passed on as the 64 bits of a size_t.
        if (Platform.isLinux() && Native.SIZE_T_SIZE == Long.BYTES) {
          return NAMES.stream().flatMap(name -> load(name).stream()).findFirst();
        }
      } catch (LinkageError | RuntimeException unusable) {
        // JNA cannot unpack its own library everywhere, or not for this processor.
        return Optional.empty();
      }
      return Optional.empty();
    }

    private static Optional<Library> load(String name) {
      try {
        Library library = new Library(NativeLibrary.getInstance(name));
        Sha256 probe = library.begin();
        probe.update(PROBE, 0, PROBE.length);
        return probe.hex().equals(EXPECTED) ? Optional.of(library) : Optional.empty();
      } catch (UnsatisfiedLinkError | IllegalStateException otherVersion) {
        return Optional.empty();
      }
    }

    Sha256 begin() {
      return new SystemSha256(this);
    }

    private ByteBuffer borrow() {
      ByteBuffer piece = pieces.poll();
      return piece == null ? ByteBuffer.allocateDirect(PIECE) : piece;
    }

    private void giveBack(ByteBuffer piece) {
      pieces.add(piece);
    }
  }
}
