package org.firebreak.core.template;

import java.util.Optional;
import java.util.function.Consumer;
import org.firebreak.model.Design;
import org.firebreak.model.io.NewElements;

/** A design to begin with. */
public enum Template {
  THREE_TIER(
      "three-tier",
      "Three-tier application",
      "Load balancers, web, application and database servers, each in a zone of its own, with"
          + " management and directory services. Group segmentation at a central firewall pair.",
      ThreeTier::fill),
  MULTI_TENANT(
      "multi-tenant",
      "Multi-tenant data centre",
      "Two tenants with overlapping addresses, each with its own zones, and shared services that"
          + " both use. Group segmentation at a firewall cluster.",
      MultiTenant::fill),
  HYBRID(
      "hybrid",
      "Hybrid segmentation",
      "Virtual machines, bare metal and container hosts. Servers of high risk and those that face"
          + " the Internet are microsegmented at the hosts, the rest between groups.",
      HybridSegmentation::fill);

  private final String id;
  private final String title;
  private final String description;
  private final Consumer<TemplateBuilder> content;

  Template(String id, String title, String description, Consumer<TemplateBuilder> content) {
    this.id = id;
    this.title = title;
    this.description = description;
    this.content = content;
  }

  /** Lower-case words with hyphens, for the command line. */
  public String id() {
    return id;
  }

  /** Name for people. */
  public String title() {
    return title;
  }

  /** What it holds, in a sentence or two. */
  public String description() {
    return description;
  }

  /** A new design with the content of the template and without a diagram. */
  public Design create(String name) {
    Design design = NewElements.design(name);
    design.setDescription(description);
    content.accept(new TemplateBuilder(design));
    return design;
  }

  /** The template with an id. */
  public static Optional<Template> of(String id) {
    for (Template template : values()) {
      if (template.id.equals(id)) {
        return Optional.of(template);
      }
    }
    return Optional.empty();
  }
}
