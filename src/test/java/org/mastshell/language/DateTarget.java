package org.mastshell.language;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.mastshell.fuzz.Claim;
import org.mastshell.fuzz.Target;
import org.mastshell.vocabulary.SetKind;

/** Dates: any text is a period or none, also as the value of a criterion. */
public final class DateTarget implements Target {
  private static final double SECONDS_A_DAY = 86_400;
  // Two microseconds: as finely as a double tells days.
  private static final double ROUNDING = 2e-6 / SECONDS_A_DAY;
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int EXPLAINED = 8;
  private static final String[] OPERATORS = {"=", "<", ">=", "!=", "~"};

  @Override
  public void take(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Dates dates = new Dates(Typed.CLOCK);
    Optional<Period> read = dates.parse(text);
    Claim.same(dates.parse(" " + text + "\t"), read, "blanks around a date do not count");
    read.ifPresent(period -> requirePeriod(dates, period));
    // What is said of a wrong one takes a hundred times as long as to see that it is wrong.
    if (read.isEmpty() && input.length % EXPLAINED != 0) {
      return;
    }
    String operator = OPERATORS[input.length % OPERATORS.length];
    boolean judged = asCriterion("search t_min" + operator + Quoting.quote(text));
    Claim.that(
        judged || read.isEmpty() || operator.equals("~") || !Quoting.isOneLine(text),
        "what is a date is one in a criterion: " + text);
    asCriterion("search t_max" + operator + text);
  }

  private static boolean asCriterion(String line) {
    try {
      Criteria criteria = Typed.read(line, SetKind.OBSERVATIONS, false);
      Claim.that(!criteria.predicate().toString().isEmpty(), "a criterion can be told");
      return true;
    } catch (SyntaxException refused) {
      Refusals.requireSound(refused, line);
      return false;
    } catch (IndexOutOfBoundsException noCommand) {
      Claim.that(false, "a line with a name has a command: " + line);
      return false;
    }
  }

  private static void requirePeriod(Dates dates, Period period) {
    double start = period.startMjd();
    double end = period.endMjd();
    Claim.that(Double.isFinite(start) && Double.isFinite(end), "days are numbers");
    Claim.that(start <= end, "a period does not end before it begins");
    if (!period.isInstant() && end - start < 400) {
      Claim.that(end - start >= 0.9 / SECONDS_A_DAY, "no period is shorter than a second");
    }
    double seconds = (start - Dates.EPOCH_MJD) * SECONDS_A_DAY;
    Instant instant = Instant.ofEpochSecond(0, Math.round(seconds * 1e6) * 1000);
    int year = instant.atZone(ZoneOffset.UTC).getYear();
    if (Math.abs(seconds) < 9e9 && year >= 0 && year <= 9999) {
      Period again = dates.parse(WRITTEN.format(instant)).orElseThrow();
      Claim.that(
          Math.abs(again.startMjd() - start) <= ROUNDING,
          "a date that is written is the same one: " + start + " and " + again.startMjd());
    }
  }
}
