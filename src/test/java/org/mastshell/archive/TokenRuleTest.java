package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRuleTest {

  @ParameterizedTest
  @CsvSource({
    "https://mast.stsci.edu,https://mast.stsci.edu/whoami,true",
    "https://mast.stsci.edu,http://mast.stsci.edu/whoami,false",
    "https://mast.stsci.edu,https://auth.mast.stsci.edu/x,true",
    "https://mast.stsci.edu,https://archive.stsci.edu/x,true",
    "https://mast.stsci.edu,http://archive.stsci.edu/x,false",
    "https://mast.stsci.edu,https://evilstsci.edu/x,false",
    "https://mast.stsci.edu,https://mast.stsci.edu.evil.org/x,false",
    "https://mast.stsci.edu,https://evil.org/mast.stsci.edu,false",
    "https://mast.stsci.edu,https://s3.amazonaws.com/x,false",
    "https://mast.stsci.edu,http://127.0.0.1/x,false",
    "https://mirror.example,https://mirror.example/x,true",
    "http://mirror.example,http://mirror.example/x,false",
    "http://mirror.example,https://mirror.example/x,true",
    "http://127.0.0.1:8080,http://127.0.0.1:8080/x,true",
    "http://127.0.0.1:8080,http://127.0.0.1:9090/x,false",
    "http://localhost:8080,http://localhost:8080/x,true",
    "http://[::1]:8080,http://[::1]:8080/x,true",
    "http://127.0.0.1.evil.org,http://127.0.0.1.evil.org/x,false"
  })
  void onlyTheArchiveSeesTheToken(String server, String url, boolean may) {
    assertThat(new TokenRule(HttpUrl.get(server)).mayCarry(HttpUrl.get(url))).isEqualTo(may);
  }
}
