package org.mastshell.archive;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;

/** A keyring that is open, as far as it is needed here. */
interface OpenKeyring {

  /**
   * What is kept under a name.
   *
   * @throws PasswordAccessException if nothing is, or it is not given out
   */
  String password(String service, String account) throws PasswordAccessException;

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

  /**
   * Opens that of the system.
   *
   * @throws BackendNotSupportedException if there is none
   */
  static OpenKeyring ofSystem() throws BackendNotSupportedException {
    Keyring keyring = Keyring.create();
    return new OpenKeyring() {
      @Override
      public String password(String service, String account) throws PasswordAccessException {
        return keyring.getPassword(service, account);
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
