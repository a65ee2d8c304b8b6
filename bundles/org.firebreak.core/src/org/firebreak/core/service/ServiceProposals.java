package org.firebreak.core.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.model.Design;
import org.firebreak.model.Service;
import org.firebreak.model.library.ServiceLibrary;
import org.firebreak.model.library.WellKnownService;

/** Services that complete what somebody has typed so far: those of the design first. */
public final class ServiceProposals {
  /**
   * A service that may be meant.
   *
   * @param name what completes the entry
   * @param covers protocol and ports, for instance {@code tcp/443}
   * @param detail what it is for; may be empty
   * @param ofDesign whether the design has it already
   */
  public record Proposal(String name, String covers, String detail, boolean ofDesign) {}

  private record Ranked(int rank, Proposal proposal) {}

  private static final int NONE = 4;

  private ServiceProposals() {}

  /**
   * Services for an item of an entry.
   *
   * @param typed the item so far; all services of the design if it is blank
   * @param most how many are wanted
   */
  public static List<Proposal> of(Design design, String typed, int most) {
    String key = ServiceEntry.key(typed);
    List<Ranked> found = new ArrayList<>();
    Set<ServiceMatch> own = new HashSet<>();
    ServiceEntry entry = new ServiceEntry(design);
    for (Service service : design.getServices()) {
      ServiceMatch match = ServiceEntry.matchOf(service);
      if (match != null) {
        own.add(match);
        String covers = ServiceSyntax.write(match);
        int rank = rank(key, ServiceEntry.key(service.getName()), List.of(), covers);
        String detail = service.getDescription() == null ? "" : service.getDescription();
        add(found, rank, new Proposal(entry.format(List.of(service)), covers, detail, true));
      }
    }
    if (!key.isEmpty()) {
      for (WellKnownService known : ServiceLibrary.wellKnown().all()) {
        ServiceMatch match = ServiceMatch.of(known.toService());
        String covers = ServiceSyntax.write(match);
        if (!own.contains(match)) {
          int rank = rank(key, known.name(), known.aliases(), covers);
          boolean one = ServiceLibrary.wellKnown().allByName(known.name()).size() == 1;
          String name = one ? known.name() : known.protocol().getLiteral() + "/" + known.name();
          add(found, rank, new Proposal(name, covers, known.description(), false));
        }
      }
    }
    return found.stream()
        .sorted(
            Comparator.comparing((Ranked one) -> !one.proposal.ofDesign())
                .thenComparing(Ranked::rank))
        .map(Ranked::proposal)
        .limit(most)
        .toList();
  }

  private static void add(List<Ranked> found, int rank, Proposal proposal) {
    if (rank < NONE) {
      found.add(new Ranked(rank, proposal));
    }
  }

  private static int rank(String key, String name, List<String> aliases, String covers) {
    String ports = covers.substring(covers.indexOf('/') + 1);
    if (name.startsWith(key) || ports.equals(key)) {
      return 0;
    }
    if (covers.startsWith(key) || aliases.stream().anyMatch(alias -> alias.startsWith(key))) {
      return 1;
    }
    if (ports.startsWith(key)) {
      return 2;
    }
    return name.contains(key) ? 3 : NONE;
  }
}
