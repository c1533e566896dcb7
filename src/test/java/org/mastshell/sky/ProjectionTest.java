package org.mastshell.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ProjectionTest {

  @Property
  void aitoffHoldsTheWholeSkyAndGoesBack(
      @ForAll @DoubleRange(max = 359.99) double ra,
      @ForAll @DoubleRange(min = -90, max = 90) double dec) {
    Projection aitoff = new AitoffProjection();
    SkyVector direction = SkyVector.of(ra, dec);
    PlanePoint point = aitoff.project(direction).orElseThrow();
    assertThat(Math.hypot(point.x() / 2, point.y())).isLessThanOrEqualTo(90 + 1e-9);
    assertThat(aitoff.direction(point).orElseThrow().separation(direction)).isLessThan(1e-5);
  }

  @Property
  void thePlaneGoesBack(
      @ForAll @DoubleRange(max = 359.99) double ra,
      @ForAll @DoubleRange(min = -90, max = 90) double dec,
      @ForAll @DoubleRange(min = -3, max = 3) double bearing,
      @ForAll @DoubleRange(max = 80) double far) {
    SkyVector centre = SkyVector.of(ra, dec);
    SkyVector there = centre.at(bearing, far);
    assertThat(centre.separation(there)).isCloseTo(far, within(1e-9));
    Projection plane = new TangentProjection(centre);
    PlanePoint point = plane.project(there).orElseThrow();
    assertThat(plane.direction(point).orElseThrow().separation(there)).isLessThan(1e-9);
  }

  @Test
  void northIsUpAndEastToTheLeft() {
    for (Projection projection :
        List.of(new AitoffProjection(), new TangentProjection(SkyVector.of(10, 20)))) {
      PlanePoint here = projection.project(SkyVector.of(10, 20)).orElseThrow();
      assertThat(projection.project(SkyVector.of(11, 20)).orElseThrow().x()).isLessThan(here.x());
      assertThat(projection.project(SkyVector.of(10, 21)).orElseThrow().y())
          .isGreaterThan(here.y());
    }
  }

  @Test
  void aitoffHasZeroHoursInTheMiddleAndItsEndsAtTwelve() {
    Projection aitoff = new AitoffProjection();
    assertThat(aitoff.project(SkyVector.of(0, 0))).contains(new PlanePoint(-0.0, 0));
    PlanePoint left = aitoff.project(SkyVector.of(179.9999, 0)).orElseThrow();
    assertThat(left.x()).isCloseTo(-180, within(0.001));
    PlanePoint pole = aitoff.project(SkyVector.of(123, 90)).orElseThrow();
    assertThat(pole.x()).isCloseTo(0, within(1e-6));
    assertThat(pole.y()).isCloseTo(90, within(1e-6));
    assertThat(aitoff.direction(new PlanePoint(170, 60))).isEmpty();
  }

  @Test
  void whatLiesBehindIsNotOnThePlane() {
    Projection plane = new TangentProjection(SkyVector.of(10, 20));
    assertThat(plane.project(SkyVector.of(190, -20))).isEmpty();
    assertThat(plane.project(SkyVector.of(100, 0))).isEmpty();
  }

  @Test
  void onlyWaysAcrossTwelveHoursAreCut() {
    Projection aitoff = new AitoffProjection();
    assertThat(aitoff.isCutBetween(SkyVector.of(179, 0), SkyVector.of(181, 0))).isTrue();
    assertThat(aitoff.isCutBetween(SkyVector.of(179, 88), SkyVector.of(181, 88))).isTrue();
    assertThat(aitoff.isCutBetween(SkyVector.of(359, 0), SkyVector.of(1, 0))).isFalse();
    assertThat(aitoff.isCutBetween(SkyVector.of(170, 10), SkyVector.of(175, 10))).isFalse();
  }

  @Property
  void aFieldHoldsItsOutlines(
      @ForAll @DoubleRange(max = 359) double ra,
      @ForAll @DoubleRange(min = -90, max = 90) double dec,
      @ForAll @DoubleRange(min = 0.01, max = 30) double size) {
    SkyVector middle = SkyVector.of(ra, dec);
    List<SkyFootprint> outlines =
        List.of(0.0, 2.0, 4.0).stream()
            .map(bearing -> middle.at(bearing, size))
            .map(at -> SkyFootprint.of(null, at))
            .toList();
    SkyField field = SkyField.around(outlines);
    assertThat(field.radius()).isLessThan(size * 1.1);
    outlines.forEach(
        one -> assertThat(one.reach(field.centre())).isLessThanOrEqualTo(field.radius() + 1e-9));
  }

  @Test
  void writesAnglesAsFineAsTheyHaveToBe() {
    assertThat(SkyText.hours(80.375, 15.0 / 3600)).isEqualTo("05h21m30s");
    assertThat(SkyText.hours(80.375, 15)).isEqualTo("05h");
    assertThat(SkyText.hours(359.9999, 15.0 / 60)).isEqualTo("00h00m");
    assertThat(SkyText.hours(-15, 15)).isEqualTo("23h");
    assertThat(SkyText.declination(-69.5, 1.0 / 60)).isEqualTo("-69°30'");
    assertThat(SkyText.declination(0.0000001, 1)).isEqualTo("0°");
    assertThat(SkyText.declination(12.5, 0.1 / 3600)).isEqualTo("+12°30'00.000\"");
    assertThat(SkyText.size(0.1)).isEqualTo("6'");
    assertThat(SkyText.size(0.001)).isEqualTo("3.6\"");
    assertThat(SkyText.position(SkyVector.of(80.375, -69.5))).isEqualTo("05h21m30s -69°30'00\"");
    assertThat(Optional.of(SkyVector.of(360, 0).ra())).contains(0.0);
  }
}
