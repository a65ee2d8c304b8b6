package org.firebreak.core.sizing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.sizing.units.ConnectionRate;
import org.firebreak.core.sizing.units.PacketSize;
import org.firebreak.core.sizing.units.Seconds;

/**
 * The worked example of docs/user/sizing.md: web (8 servers), application (12), database (4) and
 * backup (2) on 8 hosts; rates by day and by night, both directions summed.
 */
final class WorkedExample {

  static final double GIGA = 1e9;
  static final int HOSTS = 8;

  static final TrafficClass F1 = flow("F1 web-app", 6.0, 0.90, 9000, 2, 0.9, 600, true);
  static final TrafficClass F2 = flow("F2 app-db", 5.0, 0.75, 1200, 60, 0.3, 450, true);
  static final TrafficClass F3 = flow("F3 app-app", 3.0, 0.45, 6000, 3, 0.5, 500, false);
  static final TrafficClass F4 = flow("F4 db-db replication", 4.5, 1.0, 2, 3600, 0, 1300, false);
  static final TrafficClass F5 = flow("F5 db-backup", 0.1, 9.0, 20, 600, 1, 1400, true);
  static final TrafficClass F6 = flow("F6 web-web", 0.6, 0.09, 500, 5, 0.2, 400, false);
  static final TrafficClass F7 = flow("F7 web/app-backup", 0.1, 2.5, 30, 300, 1, 1400, true);

  static final List<TrafficClass> ALL = List.of(F1, F2, F3, F4, F5, F6, F7);
  static final List<TrafficClass> CROSSING =
      ALL.stream().filter(TrafficClass::crossesGroups).toList();
  static final List<TrafficClass> WITHOUT_BACKUP =
      List.of(
          F1, F2, F5.inspectedAs(InspectionLevel.EXEMPT), F7.inspectedAs(InspectionLevel.EXEMPT));

  /** The parameters of the example are the defaults of the product. */
  static final SizingParameters PARAMETERS = SizingParameters.defaults();

  private WorkedExample() {}

  private static TrafficClass flow(
      String name,
      double day,
      double night,
      double connections,
      double duration,
      double tls,
      double packet,
      boolean crosses) {
    return new TrafficClass(
        name.substring(0, 2),
        name,
        RateProfile.ofBins(day * GIGA, night * GIGA),
        Optional.of(new ConnectionRate(connections)),
        Optional.of(new Seconds(duration)),
        Optional.of(new PacketSize(packet)),
        InspectionLevel.THREAT,
        tls,
        crosses,
        "");
  }

  static CentralDemand central(TrafficClass... classes) {
    return CentralDemand.of(Arrays.asList(classes), PARAMETERS);
  }

  static CentralDemand centralWithoutBackup() {
    return CentralDemand.of(WITHOUT_BACKUP, PARAMETERS);
  }

  static Appliance appliance(String model) {
    return ApplianceCatalogue.shipped().find(model).orElseThrow();
  }

  static ApplianceCheck check(String model, CentralDemand demand) {
    return ApplianceCheck.of(
        appliance(model), demand, PolicySize.NONE, Redundancy.ACTIVE_PASSIVE_PAIR);
  }
}
