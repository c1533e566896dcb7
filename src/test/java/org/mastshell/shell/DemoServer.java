package org.mastshell.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/** One embedded archive for all program tests, started by the first that wants it. */
public final class DemoServer implements ParameterResolver {
  private static final ExtensionContext.Namespace PLACE =
      ExtensionContext.Namespace.create(DemoServer.class);

  /** Closes the archive at the end of all tests. */
  private record Running(DemoArchive archive) implements AutoCloseable {
    static Running start() {
      try {
        return new Running(DemoArchive.start(DemoOptions.standard()));
      } catch (IOException refused) {
        throw new UncheckedIOException(refused);
      }
    }

    @Override
    public void close() {
      archive.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == DemoArchive.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(PLACE)
        .getOrComputeIfAbsent("archive", key -> Running.start(), Running.class)
        .archive();
  }
}
