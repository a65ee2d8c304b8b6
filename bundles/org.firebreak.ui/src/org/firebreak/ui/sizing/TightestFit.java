package org.firebreak.ui.sizing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.SizingStudy;
import org.firebreak.diagram.DesignDocument;

/** The appliances that fit the firewalls of a study tightest, where the design names none. */
public final class TightestFit {
  private final Map<ElementRef, String> names = new LinkedHashMap<>();

  /** Of a study. */
  public TightestFit(SizingStudy study) {
    for (CentralSizing sizing : study.central()) {
      if (sizing.chosen().isEmpty()) {
        sizing
            .recommendation()
            .best()
            .ifPresent(best -> names.put(sizing.point(), best.appliance().name()));
      }
    }
  }

  /** Number of firewalls that lack an appliance and have a fit. */
  public int count() {
    return names.size();
  }

  /** Names the fits in the design, in one step that can be undone. */
  public void choose(DesignDocument document) {
    new SizingEdits(document).appliances(names);
  }
}
