package org.firebreak.diagram.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.firebreak.core.service.ServiceEntry;
import org.firebreak.core.service.ServiceMatch;
import org.firebreak.core.service.ServiceProposals;
import org.firebreak.core.service.ServiceSyntax;
import org.firebreak.model.Design;
import org.firebreak.model.Service;

/** The services of a flow as text, with completion; nothing wrong can be applied. */
public final class ServiceSubject implements SuggestPanel.Subject {
  private static final int MOST = 60;

  private final Design design;
  private final ServiceEntry entry;
  private final List<Service> before;
  private final Consumer<List<Service>> apply;

  /**
   * An entry.
   *
   * @param before the services so far
   * @param apply is given the services; new ones are contained nowhere yet
   */
  public ServiceSubject(Design design, List<Service> before, Consumer<List<Service>> apply) {
    this.design = design;
    this.entry = new ServiceEntry(design);
    this.before = List.copyOf(before);
    this.apply = apply;
  }

  @Override
  public String prompt() {
    return "443, https, tcp/8000-8010, udp/53";
  }

  @Override
  public String initial() {
    return entry.format(before);
  }

  @Override
  public List<Suggestion> rows(String text, int caret) {
    int start = ServiceEntry.itemStart(text, caret);
    String item = text.substring(start, Math.max(start, caret));
    List<Suggestion> rows = new ArrayList<>();
    boolean own = false;
    boolean known = false;
    for (ServiceProposals.Proposal one : ServiceProposals.of(design, item, MOST)) {
      if (one.ofDesign() && !own) {
        rows.add(Suggestion.heading("In this design"));
        own = true;
      } else if (!one.ofDesign() && !known) {
        rows.add(Suggestion.heading("Well known"));
        known = true;
      }
      rows.add(new Suggestion(one.name(), one.covers(), "service", one));
    }
    return rows;
  }

  @Override
  public String problem(String text) {
    try {
      entry.parse(text);
      return null;
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      return Character.toUpperCase(message.charAt(0)) + message.substring(1);
    }
  }

  /** What the text means, since {@code 443} is a service with a name. */
  @Override
  public String advice(String text) {
    List<Service> services = entry.parse(text);
    return services.isEmpty()
        ? "No service: any. Separate several with commas"
        : services.stream().map(ServiceSubject::described).collect(Collectors.joining(", "));
  }

  private static String described(Service service) {
    String covers = ServiceSyntax.write(ServiceMatch.of(service));
    String own = service.eContainer() == null ? "new " : "";
    return own + service.getName() + " (" + covers + ")";
  }

  @Override
  public boolean takesRows() {
    return false;
  }

  @Override
  public String taken(Suggestion row, String text, int caret) {
    int start = ServiceEntry.itemStart(text, caret);
    return text.substring(0, start) + row.name() + text.substring(Math.max(start, caret));
  }

  @Override
  public void accepted(String text) {
    apply.accept(entry.parse(text));
  }
}
