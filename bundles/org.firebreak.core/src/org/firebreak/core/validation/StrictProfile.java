package org.firebreak.core.validation;

import static org.firebreak.core.validation.FindingSeverity.ERROR;
import static org.firebreak.core.validation.FindingSeverity.WARNING;

/** For designs under change control: what the baseline only mentions has to be answered. */
final class StrictProfile {
  private StrictProfile() {}

  static ShippedProfile create() {
    ProfileDraft draft = new ProfileDraft();
    breadth(draft);
    risk(draft);
    governance(draft);
    needs(draft);
    return draft.finish(
        "strict",
        "Strict",
        "For designs under change control: breadth and risk that the baseline warns of are errors,"
            + " every flow has an owner, a ticket and a review, and estimates are complete enough"
            + " for sizing.");
  }

  private static void breadth(ProfileDraft draft) {
    draft
        .rule("FB-103", ERROR, "No application needs every protocol; the flow is not understood.")
        .rule("FB-104", ERROR, "No application needs every port; the flow is not understood.")
        .rule("FB-112", ERROR, "What the Internet reaches has to be marked, and built for it.")
        .limit(Threshold.MAX_PORT_RANGE, 20, "A range of more ports hides services nobody listed.")
        .limit(
            Threshold.MIN_ADDRESS_USE,
            25,
            "Three free addresses for one in use are open to whoever takes them.")
        .limit(Threshold.MIN_MEMBER_USE, 75, "A group is of like servers; a quarter may be spare.")
        .limit(Threshold.MAX_REACH, 25, "One flow must not lead to more than a quarter of all.");
  }

  private static void risk(ProfileDraft draft) {
    draft
        .rule("FB-201", ERROR, "A password of an administrator in the clear is a lost data centre.")
        .rule("FB-204", WARNING, "Say at the service that it is encrypted, or encrypt it.")
        .rule("FB-207", ERROR, "Test servers are the weakest; they must not lead to production.")
        .rule("FB-208", ERROR, "Between the Internet and the data stands at least one tier.")
        .rule("FB-402", ERROR, "Hybrid segmentation is chosen for exactly these servers.");
  }

  private static void governance(ProfileDraft draft) {
    draft
        .rule("FB-304", WARNING, "Two flows that log differently let one of them go unseen.")
        .rule("FB-502", WARNING, "Renewing takes a change window; it begins before the last day.")
        .rule("FB-503", WARNING, "A flow that nobody answers for is never closed.")
        .rule("FB-504", WARNING, "Without a ticket nobody can tell who approved the flow.")
        .rule("FB-506", WARNING, "What is not reviewed stays open for good.")
        .rule("FB-509", WARNING, "An acceptance that has lapsed is a decision that is due.")
        .rule("FB-701", WARNING, "Firewalls cannot be sized without estimates.")
        .limit(Threshold.EXPIRY_NOTICE, 60, "Two months leave time for a change window.")
        .limit(Threshold.MAX_PROPOSED_AGE, 30, "A month is enough to decide on a flow.");
  }

  private static void needs(ProfileDraft draft) {
    draft
        .need(RoleNeeds.NAME_RESOLUTION, WARNING, "Servers without name resolution fall silent.")
        .need(RoleNeeds.TIME, WARNING, "Logs of clocks that disagree are no evidence.")
        .need(RoleNeeds.LOG, WARNING, "Events must leave the server before an intruder comes.")
        .need(RoleNeeds.MONITORING, WARNING, "A server that is not monitored fails unseen.")
        .need(RoleNeeds.UPDATES, WARNING, "A server without updates is the next to fall.")
        .need(RoleNeeds.WINDOWS_DIRECTORY, WARNING, "Nobody logs on without the directory.");
  }
}
