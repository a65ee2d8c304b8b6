package org.firebreak.ui.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.core.sizing.CentralSizing;
import org.firebreak.core.sizing.HostSizing;
import org.firebreak.core.sizing.SensitiveInput;
import org.firebreak.core.sizing.SizingStudy;

/** What a study sizes: each central firewall, then the hosts. */
sealed interface Subject {
  /** Known by this after an edit. */
  String key();

  /** Name for people. */
  String name();

  /** A central firewall. */
  record Firewall(CentralSizing sizing) implements Subject {
    @Override
    public String key() {
      return sizing.point().id();
    }

    @Override
    public String name() {
      return sizing.point().name();
    }
  }

  /** The hosts together. */
  record Hosts(HostSizing sizing) implements Subject {
    @Override
    public String key() {
      return "hosts";
    }

    @Override
    public String name() {
      return "Hosts";
    }
  }

  static List<Subject> of(SizingStudy study) {
    List<Subject> all = new ArrayList<>();
    study.central().forEach(each -> all.add(new Firewall(each)));
    study.hosts().ifPresent(hosts -> all.add(new Hosts(hosts)));
    return all;
  }

  /** Which input decides; takes a moment. */
  default List<? extends SensitiveInput> sensitivity() {
    return switch (this) {
      case Firewall firewall -> firewall.sizing().sensitivity();
      case Hosts hosts -> hosts.sizing().sensitivity();
    };
  }

  /** The firewall if it is one. */
  default Optional<CentralSizing> firewall() {
    return this instanceof Firewall firewall ? Optional.of(firewall.sizing()) : Optional.empty();
  }
}
