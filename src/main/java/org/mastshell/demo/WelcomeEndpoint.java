package org.mastshell.demo;

import java.io.IOException;

/** Says what this server is to someone who opens it in a browser. */
final class WelcomeEndpoint implements Endpoint {
  private static final String TEXT =
      """
      This is the embedded archive of MastShell, for tutorials and tests.

      It answers like a small part of the MAST archive, but every observation, person, position
      and file here is synthetic: made by the MastShell project, no measurement of any sky.
      Names follow the public naming rules of the missions.

      Exclusive data open with this token, which is no secret: %s
      """
          .formatted(DemoArchive.TEST_TOKEN);

  @Override
  public void answer(Call call) throws IOException {
    call.sendText(200, "text/plain; charset=utf-8", TEXT);
  }
}
