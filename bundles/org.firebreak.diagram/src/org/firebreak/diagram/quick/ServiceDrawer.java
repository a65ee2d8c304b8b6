package org.firebreak.diagram.quick;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.firebreak.core.service.ServiceEntry;
import org.firebreak.core.service.ServiceProposals;
import org.firebreak.diagram.naming.SuggestPanel;
import org.firebreak.diagram.naming.Suggestion;
import org.firebreak.model.Design;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/** All services for the palette: those of the design, and the well-known ones by category. */
final class ServiceDrawer implements SuggestPanel.Subject {
  private static final int MOST = 80;

  private final Design design;
  private final Consumer<String> take;

  ServiceDrawer(Design design, Consumer<String> take) {
    this.design = design;
    this.take = take;
  }

  @Override
  public String prompt() {
    return "Service, port or range";
  }

  @Override
  public List<Suggestion> rows(String text, int caret) {
    List<Suggestion> rows = new ArrayList<>();
    boolean own = false;
    boolean known = false;
    for (ServiceProposals.Proposal one : ServiceProposals.of(design, text, MOST)) {
      if (one.ofDesign() && !own) {
        rows.add(Suggestion.heading("In this design"));
        own = true;
      } else if (!one.ofDesign() && !known) {
        rows.add(Suggestion.heading("Well known"));
        known = true;
      }
      rows.add(new Suggestion(one.name(), one.covers(), "service", one.name()));
    }
    if (text.isBlank()) {
      addLibrary(rows);
    } else if (rows.isEmpty() && problem(text) == null) {
      rows.add(new Suggestion(text.strip(), "as written", "service", text.strip()));
    }
    return rows;
  }

  private static void addLibrary(List<Suggestion> rows) {
    ServiceLibrary library = ServiceLibrary.wellKnown();
    for (String category : library.categories()) {
      String title = category.replace('-', ' ');
      rows.add(
          Suggestion.heading(title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1)));
      for (WellKnownService known : library.all()) {
        if (known.category().equals(category)) {
          String protocol = known.protocol().getLiteral();
          boolean one = library.allByName(known.name()).size() == 1;
          String name = one ? known.name() : protocol + "/" + known.name();
          String covers = known.ports().isEmpty() ? protocol : protocol + "/" + known.ports();
          rows.add(new Suggestion(name, covers, "service", name));
        }
      }
    }
  }

  @Override
  public String problem(String text) {
    if (!text.isBlank() && ServiceProposals.of(design, text, 1).isEmpty()) {
      try {
        new ServiceEntry(design).parse(text);
      } catch (IllegalArgumentException e) {
        return e.getMessage();
      }
    }
    return null;
  }

  @Override
  public String advice(String text) {
    return "Enter takes a tool for flows of this service";
  }

  @Override
  public boolean takesRows() {
    return true;
  }

  @Override
  public String taken(Suggestion row, String text, int caret) {
    take.accept((String) row.value());
    return null;
  }
}
