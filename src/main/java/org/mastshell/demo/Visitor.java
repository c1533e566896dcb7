package org.mastshell.demo;

/** Who asks: someone with the demo token, or anyone. A wrong token counts as none. */
record Visitor(boolean authorized) {
  private static final String COOKIE = "mast_token=";

  /** Reads MAST's {@code Authorization: token X} header, else the {@code mast_token} cookie. */
  static Visitor of(Call call) {
    return new Visitor(
        isToken(call.header("Authorization")) || hasTokenCookie(call.header("Cookie")));
  }

  boolean mayRead(Observation observation) {
    return authorized || !observation.isExclusive();
  }

  private static boolean isToken(String authorization) {
    if (authorization == null) {
      return false;
    }
    String[] words = authorization.strip().split("\\s+", 2);
    return words.length == 2
        && (words[0].equalsIgnoreCase("token") || words[0].equalsIgnoreCase("bearer"))
        && words[1].equals(DemoArchive.TEST_TOKEN);
  }

  private static boolean hasTokenCookie(String cookies) {
    if (cookies == null) {
      return false;
    }
    for (String cookie : cookies.split(";", -1)) {
      if (cookie.strip().equals(COOKIE + DemoArchive.TEST_TOKEN)) {
        return true;
      }
    }
    return false;
  }
}
