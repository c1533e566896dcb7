package org.mastshell.archive;

import java.io.IOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * How long a server asks to be left alone (RFC 9110, section 10.2.3): a number of seconds or a
 * date.
 */
final class RetryAfter {
  private static final String HEADER = "Retry-After";
  private static final Pattern SECONDS = Pattern.compile("\\d+");
  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  /** What a longer time counts as: nobody waits so long, and it can still be reckoned with. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private RetryAfter() {}

  /** The time that a reply asks for, at most a year; null if it asks for none that is readable. */
  static Duration of(Response response) {
    return of(response.header(HEADER));
  }

  /** That of a header, which may be null. */
  static Duration of(String header) {
    if (header == null) {
      return null;
    }
    String text = header.strip();
    if (SECONDS.matcher(text).matches()) {
      return bounded(Duration.ofSeconds(new BigInteger(text).min(MOST).longValue()));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return bounded(Duration.between(Instant.now(), until));
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  private static Duration bounded(Duration time) {
    if (time.isNegative()) {
      return Duration.ZERO;
    }
    return time.compareTo(LONGEST) > 0 ? LONGEST : time;
  }

  /**
   * Passes a reply on with a number of seconds that the HTTP library can read: it looks at some
   * itself, and fails with one that is no int.
   */
  static Response readable(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String header = response.header(HEADER);
    if (header == null || !SECONDS.matcher(header).matches()) {
      return response;
    }
    return response
        .newBuilder()
        .header(HEADER, new BigInteger(header).min(MOST).toString())
        .build();
  }
}
