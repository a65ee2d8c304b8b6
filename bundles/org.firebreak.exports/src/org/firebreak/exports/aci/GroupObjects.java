package org.firebreak.exports.aci;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.firebreak.core.policy.PolicyServer;
import org.firebreak.core.policy.RuleSet;

/** Atoms as groups of endpoints or as external EPGs, with the contracts that they have. */
final class GroupObjects {
  /** Key of the tags by which endpoints are members. */
  static final String TAG = "firebreak";

  private final AciSettings settings;
  private final List<List<Mo>> relations = new ArrayList<>();

  /** Numbers of the servers whose rules are exported. */
  private final BitSet hosts = new BitSet();

  GroupObjects(AciSettings settings, Space space, Atoms atoms, List<Contract> contracts) {
    this.settings = settings;
    space.sets().forEach(set -> set.servers().forEach(host -> hosts.set(host.index())));
    atoms.all().forEach(atom -> relations.add(new ArrayList<>()));
    for (Contract contract : contracts) {
      relate(contract, "fvRsProv", contract.providers().stream().toArray());
      relate(contract, "fvRsCons", contract.consumers().stream().toArray());
      if (!contract.isBelowPermits()) {
        // contracts say nothing of members of one group unless they are related so
        relate(contract, "fvRsIntraEpg", contract.both().stream().toArray());
      }
    }
  }

  private void relate(Contract contract, String type, int[] of) {
    for (int atom : of) {
      relations.get(atom).add(Mo.owned(type, "tnVzBrCPName", contract.name()));
    }
  }

  /** An endpoint security group, or a microsegment EPG. */
  Mo endpoints(Atom atom) {
    Mo object =
        Mo.owned(
                settings.epg() ? "fvAEPg" : "fvESg",
                "name",
                atom.name(),
                "pcEnfPref",
                atom.isEnforced() ? "enforced" : "unenforced",
                "prefGrMemb",
                atom.isEnforced() ? "exclude" : "include")
            .called(atom.title(), atom.title());
    if (settings.epg()) {
      object.with("isAttrBasedEPg", "yes");
      object.add(Mo.owned("fvRsBd", "tnFvBDName", settings.bridgeDomain()));
    } else {
      object.add(Mo.owned("fvRsScope", "tnFvCtxName", settings.vrf()));
    }
    object.note("firebreak-element", atom.element());
    int number = 0;
    for (RuleSet set : atom.sets()) {
      object.note(numbered("firebreak-rule-set", ++number), set.id());
    }
    number = 0;
    for (PolicyServer server : atom.unaddressed()) {
      object.note("firebreak-host-" + ++number, server.ref().id());
    }
    addSelectors(object, atom);
    relations.get(atom.index()).forEach(object::add);
    return object;
  }

  private void addSelectors(Mo object, Atom atom) {
    if (settings.byTag()) {
      object.add(
          Mo.owned(
              "fvTagSelector",
              "matchKey",
              TAG,
              "matchValue",
              atom.name(),
              "valueOperator",
              "equals"));
    } else if (settings.epg()) {
      Mo criterion = Mo.owned("fvCrtrn", "name", "default", "match", "any");
      for (Atom.Member member : atom.members()) {
        String ip = member.address().toString();
        criterion.add(
            noted(member, Mo.owned("fvIpAttr", "name", ip, "ip", ip, "usefvSubnet", "no")));
      }
      object.add(criterion);
    } else {
      for (Atom.Member member : atom.members()) {
        String prefix = member.address() + (member.address().v6() ? "/128" : "/32");
        String expression = "ip=='" + prefix + "'";
        object.add(noted(member, Mo.owned("fvEPSelector", "matchExpression", expression)));
      }
    }
  }

  /** Only hosts whose rules are exported are named. */
  private Mo noted(Atom.Member member, Mo object) {
    int number = 0;
    for (PolicyServer owner : member.owners()) {
      if (hosts.get(owner.index())) {
        object.note(numbered("firebreak-server", ++number), owner.ref().id());
      }
    }
    return object;
  }

  private static String numbered(String key, int number) {
    return number == 1 ? key : key + '-' + number;
  }

  /** The tag of an address of a server. */
  Mo tag(Atom atom, Atom.Member member) {
    Mo object = Mo.owned("fvEpIpTag", "ip", member.address().toString(), "ctxName", settings.vrf());
    object.add(Mo.of("tagTag", "key", TAG, "value", atom.name()));
    return noted(member, object);
  }

  /** An external EPG. */
  Mo external(Atom atom) {
    Mo object =
        Mo.owned("l3extInstP", "name", atom.name(), "prefGrMemb", "include")
            .called(atom.title(), atom.title());
    for (String prefix : atom.prefixes()) {
      object.add(Mo.owned("l3extSubnet", "ip", prefix, "scope", "import-security"));
    }
    relations.get(atom.index()).forEach(object::add);
    return object;
  }
}
