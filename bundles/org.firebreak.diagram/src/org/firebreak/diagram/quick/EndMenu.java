package org.firebreak.diagram.quick;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.firebreak.core.describe.ModelDescriptions;
import org.firebreak.diagram.naming.SuggestPanel;
import org.firebreak.diagram.naming.Suggestion;
import org.firebreak.diagram.policies.FlowEndPolicy;
import org.firebreak.model.Design;
import org.firebreak.model.Endpoint;
import org.firebreak.model.ExternalNetwork;
import org.firebreak.model.Server;
import org.firebreak.model.ServerGroup;

/** The other end of a flow, by a few letters of its name or address. */
final class EndMenu implements SuggestPanel.Subject {
  private static final int MOST = 100;

  private final Endpoint client;
  private final List<Endpoint> ends = new ArrayList<>();
  private final Consumer<Endpoint> connect;

  EndMenu(Design design, Endpoint client, Consumer<Endpoint> connect) {
    this.client = client;
    this.connect = connect;
    design
        .eAllContents()
        .forEachRemaining(
            each -> {
              if (each instanceof Endpoint end && FlowEndPolicy.refusal(client, end) == null) {
                ends.add(end);
              }
            });
  }

  @Override
  public String prompt() {
    return "Flow from " + ModelDescriptions.label(client) + " to…";
  }

  @Override
  public List<Suggestion> rows(String text, int caret) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    List<Suggestion> first = new ArrayList<>();
    List<Suggestion> others = new ArrayList<>();
    for (Endpoint end : ends) {
      String name = ModelDescriptions.label(end);
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith(typed)) {
        first.add(row(end, name));
      } else if (lower.contains(typed) || detail(end).contains(typed)) {
        others.add(row(end, name));
      }
    }
    first.addAll(others);
    return first.size() > MOST ? first.subList(0, MOST) : first;
  }

  private static Suggestion row(Endpoint end, String name) {
    String icon =
        switch (end) {
          case Server server -> "server";
          case ServerGroup group -> "group";
          case ExternalNetwork network -> "external-network";
          default -> "zone";
        };
    return new Suggestion(name, detail(end), icon, end);
  }

  private static String detail(Endpoint end) {
    String detail = ModelDescriptions.detail(end);
    return detail == null ? "" : detail;
  }

  @Override
  public String problem(String text) {
    return rows(text, text.length()).isEmpty() ? "Nothing of this name or address" : null;
  }

  @Override
  public String advice(String text) {
    return "Enter draws the flow, Esc closes";
  }

  @Override
  public boolean takesRows() {
    return true;
  }

  @Override
  public String taken(Suggestion row, String text, int caret) {
    connect.accept((Endpoint) row.value());
    return null;
  }
}
