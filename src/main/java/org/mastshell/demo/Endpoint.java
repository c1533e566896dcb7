package org.mastshell.demo;

import java.io.IOException;

/** What answers the requests to one path. */
@FunctionalInterface
interface Endpoint {
  void answer(Call call) throws IOException;
}
