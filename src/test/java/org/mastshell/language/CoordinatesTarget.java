package org.mastshell.language;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mastshell.fuzz.Claim;
import org.mastshell.fuzz.Target;
import org.mastshell.sky.SkyText;
import org.mastshell.vocabulary.SetKind;

/** Coordinates: a text is a point on the sky or refused, and one that is written is the same. */
public final class CoordinatesTarget implements Target {
  // A thousandth of a second, of time, in degrees, with its rounding.
  private static final double FINE = 15.0 / 3600 / 1000;
  private static final int EXPLAINED = 24;

  @Override
  public void take(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    requirePoint(read(text));
    // What is said of a wrong line takes a hundred times as long as to see that it is wrong.
    switch (input.length % EXPLAINED) {
      case 0 ->
          requirePoint(ofLine("search coordinates=" + Quoting.quote(text) + " radius=1arcmin"));
      case 1 -> requirePoint(ofLine("search coordinates=" + text));
      case 2 -> requirePoint(ofLine("search coordinates=\"1 2\" radius=" + text));
      default -> {}
    }
  }

  private static Optional<Position> read(String text) {
    String line = "x " + Quoting.quote(text);
    Word word = CommandLines.split(line).get(0).words().get(1);
    try {
      return Optional.of(SkyCoordinates.read(new ValueText(line, word), word.text(), 1));
    } catch (SyntaxException refused) {
      Refusals.requireSound(refused, line);
      return Optional.empty();
    }
  }

  private static void requirePoint(Optional<Position> point) {
    if (point.orElse(null) instanceof Position.Coordinates at) {
      Claim.that(at.ra() >= 0 && at.ra() <= 360, "a right ascension: " + at.ra());
      Claim.that(at.dec() >= -90 && at.dec() <= 90, "a declination: " + at.dec());
      double radius = at.radiusDegrees();
      Claim.that(radius > 0 && radius <= 180, "a radius: " + radius);
      String degrees = plain(at.ra()) + " " + plain(at.dec());
      Position.Coordinates same = again(degrees);
      Claim.that(same.ra() == at.ra() && same.dec() == at.dec(), "the same point: " + degrees);
      String parts = SkyText.hours(at.ra(), 1e-9) + " " + SkyText.declination(at.dec(), 1e-9);
      Position.Coordinates near = again(parts);
      double turn = Math.abs(near.ra() - at.ra());
      Claim.that(Math.min(turn, 360 - turn) <= FINE, "nearly the same point: " + parts);
      Claim.that(Math.abs(near.dec() - at.dec()) <= FINE, "nearly the same point: " + parts);
    }
  }

  private static Position.Coordinates again(String text) {
    return (Position.Coordinates) read(text).orElseThrow();
  }

  private static String plain(double degrees) {
    return BigDecimal.valueOf(degrees).toPlainString();
  }

  private static Optional<Position> ofLine(String line) {
    try {
      return Typed.read(line, SetKind.OBSERVATIONS, false).position();
    } catch (SyntaxException refused) {
      Refusals.requireSound(refused, line);
      return Optional.empty();
    }
  }
}
