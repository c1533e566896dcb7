package org.mastshell.demo;

/** The data of the standard demo archive: some 600 observations of many missions. */
final class StandardData {
  private StandardData() {}

  static void fill(Register register) {
    new JwstAstrometry(register).fill();
    new JwstImaging(register).fill();
    new JwstSpectroscopy(register).fill();
    new HubbleData(register).fill();
    new TransitData(register).fill();
    new SurveyData(register).fill();
  }
}
