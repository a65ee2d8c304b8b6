package org.firebreak.core.validation;

import static org.firebreak.core.validation.FindingSeverity.ERROR;
import static org.firebreak.core.validation.FindingSeverity.WARNING;

/**
 * In the style of the requirements on network security controls of PCI DSS 4.0.1. It helps to
 * prepare an assessment; it neither is one nor covers the standard.
 *
 * @see <a href="https://www.pcisecuritystandards.org/document_library/">PCI DSS</a>
 */
final class PciDssProfile {
  private PciDssProfile() {}

  static ShippedProfile create() {
    ProfileDraft draft = new ProfileDraft();
    accessControls(draft);
    encryption(draft);
    changeControl(draft);
    operations(draft);
    return draft.finish(
        "pci-dss",
        "PCI DSS style",
        "For designs with zones of regulated data (trust level regulated): what leads there past a"
            + " tier, in the clear or from test systems is an error, and so is a flow without"
            + " owner, justification and approval. Numbers in the reasons are those of PCI DSS"
            + " 4.0.1; using the profile is no statement of compliance.");
  }

  private static void accessControls(ProfileDraft draft) {
    draft
        .rule("FB-103", ERROR, "1.2.5: protocols that are allowed are identified one by one.")
        .rule("FB-104", ERROR, "1.2.5: ports that are allowed are identified one by one.")
        .rule("FB-102", ERROR, "1.3.1, 1.3.2: traffic is restricted to that which is necessary.")
        .rule("FB-109", ERROR, "1.4.4: account data is not reached past the tier in front of it.")
        .rule("FB-112", ERROR, "1.4.2: from untrusted networks only public services are reached.")
        .rule("FB-206", ERROR, "1.3.1, 7.2.6: stored data is reached through applications alone.")
        .rule("FB-208", ERROR, "1.4.4: stored account data is not accessible from the Internet.")
        .rule("FB-010", ERROR, "1.4.1: there are controls between trusted and untrusted networks.")
        .rule("FB-402", ERROR, "1.3.1: the most exposed servers are segmented as the design says.")
        .rule("FB-403", ERROR, "1.2.1: a rule without a device to enforce it is not implemented.")
        .rule("FB-013", ERROR, "12.5.1: systems in scope are in the inventory.")
        .limit(Threshold.MAX_PORT_RANGE, 20, "1.2.5: a wide range is no list of services.")
        .limit(Threshold.MIN_ADDRESS_USE, 25, "1.3.1: free addresses need no access.")
        .limit(Threshold.MAX_REACH, 25, "1.3.1: what reaches most servers puts all in scope.");
  }

  private static void encryption(ProfileDraft draft) {
    draft
        .rule("FB-201", ERROR, "2.2.7: administrative access is encrypted.")
        .rule("FB-204", ERROR, "8.3.2: authentication factors are unreadable in transmission.")
        .rule("FB-207", ERROR, "6.5.3: pre-production is separated from production.");
  }

  private static void changeControl(ProfileDraft draft) {
    draft
        .rule("FB-501", ERROR, "1.2.7: what is no longer needed is removed.")
        .rule("FB-502", WARNING, "1.2.7: what expires is decided on before it does.")
        .rule("FB-503", ERROR, "1.2.5: what is allowed has a defined business need.")
        .rule("FB-504", ERROR, "1.2.2: changes are approved and managed.")
        .rule("FB-506", ERROR, "1.2.7: configurations are reviewed every six months.")
        .rule("FB-507", ERROR, "1.2.7: configurations are reviewed every six months.")
        .rule("FB-509", WARNING, "12.3.1: a targeted risk analysis is reviewed, not forgotten.")
        .limit(Threshold.EXPIRY_NOTICE, 60, "1.2.7: there is time to review before the last day.")
        .limit(Threshold.MAX_PROPOSED_AGE, 30, "1.2.2: changes are decided on.");
  }

  private static void operations(ProfileDraft draft) {
    draft
        .rule("FB-304", WARNING, "10.2.1: of two flows that log differently one goes unseen.")
        .need(RoleNeeds.LOG, ERROR, "10.3.3: logs are promptly sent to a central server.")
        .need(RoleNeeds.TIME, ERROR, "10.6.1: clocks are synchronised.")
        .need(RoleNeeds.UPDATES, ERROR, "6.3.3: systems are protected by patches.")
        .need(RoleNeeds.MONITORING, WARNING, "10.7.2: failures of controls are noticed.");
  }
}
