package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a token, and what is not. */
class SecretsTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "T",
        "let tk=T",
        "search target=T",
        "search target=x,T",
        "stop \"x T\"",
        "stop 'x T.'",
        "token:T",
        "if-empty \"login T\"",
        "watch 1h refresh --then \"login T\"",
        "count # T",
        "search target=\"T",
        "search target='T\\",
        "search target=\"T\\",
        "session save x;T",
        "https://mast.stsci.edu/?token=T",
      })
  void aTokenIsFoundWhereverItStands(String line) {
    String typed = line.replace("T", TOKEN);
    assertThat(Secrets.mayHold(typed)).isTrue();
    assertThat(Secrets.looksLikeToken(typed)).isTrue();
    assertThat(Secrets.without(typed)).isEqualTo(line.replace("T", Secrets.LEFT_OUT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if-empty \"login short\"",
        "if-empty login short",
        "on-error 'count; login short'",
        "watch 1h refresh --then \"if-empty 'login short'\"",
        "let my_token=short",
        "if-empty \"let token=short\"",
      })
  void aShortOneIsFoundBehindLoginAndItsName(String line) {
    assertThat(Secrets.mayHold(line)).isTrue();
    assertThat(Secrets.without(line)).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search obs_id=tess2018206045859-s0001-0000000025155310-0120-s",
        "filter uri=mast:JWST/product/jw01073001001_02101_00001_nrca1_uncal.fits",
        "filter uri=mast:HLSP/x/0123456789abcdef0123456789abcdef.fits",
        "filter name=hlsp_0123456789abcdef0123456789abcdef_v1",
        "filter sum=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "search target=supercalifragilisticexpialidocious",
        "download --dir /data/0123456789abcdef0123456789abcdef/x",
        "stop \"logic gate\"",
        "help login",
        "login",
        "search proposal_pi=token",
        "",
        "# it's \"open",
      })
  void namesOfFilesAndSumsAreNone(String line) {
    assertThat(Secrets.mayHold(line)).isFalse();
    assertThat(Secrets.without(line)).isEqualTo(line);
  }

  @Property
  void anyTextCanBeAsked(@ForAll String line) {
    assertThat(Secrets.mayHold(line + TOKEN.substring(0, 8))).isIn(true, false);
    assertThat(Secrets.mayHold("\"" + line + " " + TOKEN + "\\")).isTrue();
    assertThat(Secrets.isLogin("'" + line)).isIn(true, false);
  }
}
