package org.firebreak.core.sizing;

import java.util.List;
import org.firebreak.model.Flow;
import org.firebreak.model.Inspection;
import org.firebreak.model.ServerGroup;
import org.firebreak.model.StrategyKind;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/**
 * The worked example of docs/user/sizing.md as a design: 26 servers on 8 hosts, seven flows by day
 * and by night, backup inspected.
 */
public final class WorkedExampleDesign extends TrafficDesign {
  public final Zone front = NewElements.zone("front");
  public final Zone back = NewElements.zone("back");
  public final ServerGroup web = group("web", 0, 8);
  public final ServerGroup app = group("app", 10, 12);
  public final ServerGroup db = group("db", 30, 4);
  public final ServerGroup backup = group("backup", 40, 2);
  public final Flow f1 = flow(web, app, 6.0, 0.90, 9000, 2, 600);
  public final Flow f2 = flow(app, db, 5.0, 0.75, 1200, 60, 450);
  public final Flow f3 = flow(app, app, 3.0, 0.45, 6000, 3, 500);
  public final Flow f4 = flow(db, db, 4.5, 1.0, 2, 3600, 1300);
  public final Flow f5 = flow(db, backup, 0.1, 9.0, 20, 600, 1400);
  public final Flow f6 = flow(web, web, 0.6, 0.09, 500, 5, 400);
  public final Flow f7 = flow(front, backup, 0.1, 2.5, 30, 300, 1400);

  /** The example. */
  public WorkedExampleDesign() {
    design.getZones().addAll(List.of(front, back));
    front.getGroups().addAll(List.of(web, app));
    back.getGroups().addAll(List.of(db, backup));
  }

  /** Takes the two flows of the backup out of the inspection. */
  public WorkedExampleDesign exemptBackup() {
    f5.setInspection(Inspection.EXEMPT);
    f7.setInspection(Inspection.EXEMPT);
    return this;
  }

  CentralSizing central() {
    return study(StrategyKind.GROUP).central().get(0);
  }

  HostSizing hosts() {
    return study(StrategyKind.MICRO).hosts().orElseThrow();
  }
}
