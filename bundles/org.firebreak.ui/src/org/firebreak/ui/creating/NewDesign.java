package org.firebreak.ui.creating;

import org.firebreak.model.Design;
import org.firebreak.model.Tenant;
import org.firebreak.model.Zone;
import org.firebreak.model.io.NewElements;

/**
 * What the first page of the wizard asks for.
 *
 * @param name of the design
 * @param author who answers for it; empty for nobody
 * @param tenant to whom its zones belong; empty for nobody
 */
record NewDesign(String name, String author, String tenant) {

  /** Writes it into a design that nobody edits yet. */
  Design into(Design design) {
    design.setName(name);
    if (!author.isEmpty()) {
      design.setAuthor(author);
    }
    if (!tenant.isEmpty()) {
      Tenant element = tenant(design);
      for (Zone zone : design.getZones()) {
        if (zone.getTenant() == null) {
          zone.setTenant(element);
        }
      }
    }
    return design;
  }

  /** An empty design, with a tenant if one is named. */
  Design blank() {
    Design design = into(NewElements.design(name));
    if (!tenant.isEmpty()) {
      tenant(design);
    }
    return design;
  }

  private Tenant tenant(Design design) {
    for (Tenant present : design.getTenants()) {
      if (tenant.equals(present.getName())) {
        return present;
      }
    }
    Tenant made = NewElements.tenant(tenant);
    design.getTenants().add(made);
    return made;
  }
}
