package org.firebreak.ui.creating;

import java.util.List;
import org.firebreak.model.Design;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.TrustLevel;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/** What new designs begin with. */
final class StartingPoints {

  private StartingPoints() {}

  /**
   * A new design.
   *
   * @param zones whether it begins with the zones that most data centres have, and the Internet
   */
  static Design design(String name, StrategyKind strategy, boolean zones) {
    Design design = NewElements.design(name);
    design.getStrategy().setKind(strategy);
    if (zones) {
      add(design, "Perimeter", TrustLevel.PERIMETER);
      add(design, "Application", TrustLevel.INTERNAL);
      add(design, "Data", TrustLevel.DATA);
      add(design, "Management", TrustLevel.MANAGEMENT);
      ExternalNetwork internet = NewElements.externalNetwork("Internet");
      internet.setCidrs(List.of("0.0.0.0/0", "::/0"));
      design.getExternalNetworks().add(internet);
    }
    return design;
  }

  private static void add(Design design, String name, TrustLevel trust) {
    Zone zone = NewElements.zone(name);
    zone.setTrust(trust);
    design.getZones().add(zone);
  }
}
