package org.firebreak.core.validation.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.firebreak.core.policy.ElementRef;
import org.firebreak.core.validation.DesignElements;
import org.firebreak.core.validation.Fix;
import org.firebreak.core.validation.OutdatedFixException;
import org.firebreak.model.NamedElement;

/** Elements that get other names, as one fix. */
public final class Renames {
  private record Rename(String id, String from, String to) {}

  private static final int NAMED = 3;

  private final List<Rename> renames = new ArrayList<>();

  public void add(NamedElement element, String name) {
    renames.add(new Rename(element.getId(), element.getName(), name));
  }

  public boolean isEmpty() {
    return renames.isEmpty();
  }

  /**
   * The fix. It is not safe: imports find elements again by their names.
   *
   * @param why added to the label if it is not empty
   */
  public Fix toFix(String why) {
    List<Rename> all = List.copyOf(renames);
    List<ElementRef> arrows =
        all.stream().map(each -> new ElementRef("", "", each.from + " to " + each.to)).toList();
    return new Fix(
        "Rename " + Words.list(arrows, NAMED) + why, false, design -> rename(design, all));
  }

  private static void rename(DesignElements design, List<Rename> all) {
    List<NamedElement> elements = new ArrayList<>();
    for (Rename each : all) {
      NamedElement element = design.get(NamedElement.class, each.id);
      if (!Objects.equals(element.getName(), each.from)) {
        throw new OutdatedFixException(each.from + " is called " + element.getName() + " now");
      }
      elements.add(element);
    }
    for (int i = 0; i < all.size(); i++) {
      elements.get(i).setName(all.get(i).to);
    }
  }
}
