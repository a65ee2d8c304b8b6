package org.firebreak.scene;

import java.util.Locale;

/** The colours of the visual language, each in both themes; the only place that spells them. */
public enum Token {
  /** Ground of the diagram. */
  CANVAS("#FBFCFD", "#1E2329"),
  /** Text. */
  INK("#16202E", "#E7ECF2"),
  /** Text of second rank. */
  MUTED("#5B6878", "#9AA7B6"),
  CARD("#FFFFFF", "#2A3038"),
  CARD_BORDER("#C6CFDA", "#46505D"),
  /** Ground of a member's row. */
  ROW("#FBFCFD", "#1E2329"),
  ROW_BORDER("#D9DFE7", "#3A434E"),
  ACCENT("#1F5FD6", "#6EA2FF"),
  SELECTION("#DCE8FF", "#22375C"),
  FLOW("#47566A", "#A3B1C2"),
  /** A retired flow. */
  RETIRED("#7F8A97", "#717D8B"),
  CLEAR_TEXT("#B4540A", "#F0A35A"),
  ERROR("#C4261D", "#FF7B72"),
  WARNING("#B7791F", "#E3B341"),
  NOTE("#FFFBE6", "#343020"),
  NOTE_BORDER("#D8C98A", "#6E6540"),
  ZONE_EXTERNAL("#F4F6F8", "#22272E"),
  ZONE_EXTERNAL_BORDER("#A9B4C2", "#5A6675"),
  ZONE_PERIMETER("#FFF6EA", "#30281D"),
  ZONE_PERIMETER_BORDER("#F0B36A", "#A87838"),
  ZONE_INTERNAL("#EEF5FF", "#1F2A3A"),
  ZONE_INTERNAL_BORDER("#8FB8EC", "#4F7DB8"),
  ZONE_DATA("#F3F0FE", "#292440"),
  ZONE_DATA_BORDER("#B3A4EE", "#8274C9"),
  ZONE_REGULATED("#FDEFF3", "#35222A"),
  ZONE_REGULATED_BORDER("#E7A0B4", "#B56A80"),
  ZONE_MANAGEMENT("#ECF8F5", "#1D302D"),
  ZONE_MANAGEMENT_BORDER("#7CC9B8", "#4E9B8A"),
  /** A line whose device or link is hardly used; the four are also told apart by their patterns. */
  LOAD_LOW("#4A8FC7", "#5C88B8"),
  LOAD_MEDIUM("#17457F", "#A5CCF5"),
  /** Above the ceiling that the design allows. */
  LOAD_HIGH("#C96A0A", "#F2A541"),
  /** More than it carries. */
  LOAD_OVER("#A3123A", "#FF5C7C"),
  /** Grounds of a heat map, the least first; each also has its figure. */
  HEAT_NONE("#EAF1F8", "#2B3440"),
  HEAT_SLIGHT("#FDE8C8", "#4A3A22"),
  HEAT_FAIR("#F9C58D", "#70481B"),
  HEAT_STRONG("#F09A63", "#8E3F1C"),
  HEAT_FULL("#DE6F57", "#A42A33"),
  RISK_LOW("#1E9E6A", "#1E9E6A"),
  RISK_MEDIUM("#D9A514", "#D9A514"),
  RISK_HIGH("#E5731A", "#E5731A"),
  RISK_CRITICAL("#C4261D", "#C4261D"),
  /** Series of a chart, in this order; apart for the common colour deficiencies. */
  SERIES_A("#1F5FD6", "#6EA2FF"),
  SERIES_B("#B4540A", "#F0A35A"),
  SERIES_C("#0B7F6B", "#4FC3A8"),
  SERIES_D("#7A3FC0", "#BC98F3"),
  SERIES_E("#8A6A00", "#E3C14E"),
  SERIES_F("#B8336F", "#F08FB8"),
  SERIES_G("#14749C", "#72C7EC"),
  /** What is left over after the largest series. */
  SERIES_OTHER("#647080", "#93A0AF");

  private final String light;
  private final String dark;

  Token(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  /** The colour as {@code #RRGGBB}. */
  public String hex(Theme theme) {
    return theme == Theme.LIGHT ? light : dark;
  }

  /** Name of the CSS custom property, for instance {@code --fb-card-border}. */
  public String cssName() {
    return "--fb-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
