package org.mastshell.archive;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.List;
import java.util.Optional;

/** A keyring that is open, as far as it is needed here. */
interface OpenKeyring {
  /**
   * How the library says that there is no entry, by its messages alone: of the Secret Service and
   * the keychain of macOS, of its older way to that, of KWallet, and of Windows (ERROR_NOT_FOUND).
   */
  List<String> NONE =
      List.of(
          "No stored credentials match ",
          "The specified item could not be found in the keychain",
          "Password is not in wallet",
          "Error code 1168",
          "Password not Found");

  /**
   * What is kept under a name; empty if nothing is.
   *
   * @throws PasswordAccessException if it is not given out, so that nobody knows whether there is
   *     any
   */
  Optional<String> password(String service, String account) throws PasswordAccessException;

  /**
   * Keeps something, in the place of what was kept under that name.
   *
   * @throws PasswordAccessException if it is not taken
   */
  void keep(String service, String account, String password) throws PasswordAccessException;

  /**
   * Removes what is kept under a name.
   *
   * @throws PasswordAccessException if that cannot be done
   */
  void remove(String service, String account) throws PasswordAccessException;

  /** Closes it; whatever goes wrong there, what was asked of it is done by now. */
  void close();

  /** Opens a keyring. */
  @FunctionalInterface
  interface Opening {
    /**
     * Opens it.
     *
     * @throws BackendNotSupportedException if there is none
     */
    OpenKeyring open() throws BackendNotSupportedException;
  }

  private static boolean saysThatThereIsNone(String message) {
    return NONE.stream().anyMatch(message::startsWith);
  }

  /**
   * Opens that of the system.
   *
   * @throws BackendNotSupportedException if there is none
   */
  static OpenKeyring ofSystem() throws BackendNotSupportedException {
    Keyring keyring = Keyring.create();
    return new OpenKeyring() {
      @Override
      public Optional<String> password(String service, String account)
          throws PasswordAccessException {
        try {
          return Optional.ofNullable(keyring.getPassword(service, account));
        } catch (PasswordAccessException none) {
          if (saysThatThereIsNone(String.valueOf(none.getMessage()))) {
            return Optional.empty();
          }
          throw none;
        }
      }

      @Override
      public void keep(String service, String account, String password)
          throws PasswordAccessException {
        keyring.setPassword(service, account, password);
      }

      @Override
      public void remove(String service, String account) throws PasswordAccessException {
        keyring.deletePassword(service, account);
      }

      @Override
      public void close() {
        try {
          keyring.close();
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
        } catch (Exception alreadyUsed) {
          // The interface declares any exception.
          return;
        }
      }
    };
  }
}
