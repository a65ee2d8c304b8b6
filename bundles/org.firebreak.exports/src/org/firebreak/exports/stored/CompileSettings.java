package org.firebreak.exports.stored;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.CompiledPolicy;
import org.firebreak.core.policy.MicroCriteria;
import org.firebreak.core.policy.PolicyCompiler;
import org.firebreak.core.policy.PolicyScope;
import org.firebreak.core.policy.Quarantine;
import org.firebreak.core.policy.RolloutPhase;
import org.firebreak.core.policy.RolloutPlan;
import org.firebreak.core.policy.StrategyChoice;
import org.firebreak.core.policy.TenantDesign;
import org.firebreak.exports.ExportException;
import org.firebreak.model.Design;
import org.firebreak.model.Risk;
import org.firebreak.model.StrategyKind;

/** With which settings a bundle was compiled, as its manifest records them. */
public final class CompileSettings {
  private CompileSettings() {}

  /** Writes the fields into the object that is open. */
  public static void write(JsonGenerator json, CompiledPolicy policy) throws IOException {
    json.writeStringField("strategy", policy.strategy().getLiteral());
    MicroCriteria criteria = policy.options().strategy().criteria();
    if (criteria != null) {
      json.writeObjectFieldStart("criteria");
      json.writeStringField("risk", criteria.risk().getLiteral());
      json.writeBooleanField("internetFacing", criteria.internetFacing());
      write(json, "endpoints", criteria.endpoints());
      json.writeEndObject();
    }
    json.writeStringField("evaluationDate", policy.evaluationDate().toString());
    json.writeBooleanField("approvedOnly", policy.options().approvedOnly());
    RolloutPlan plan = policy.options().rollout();
    json.writeObjectFieldStart("rollout");
    json.writeStringField("phase", plan.byDefault().literal());
    json.writeObjectFieldStart("phases");
    for (Map.Entry<String, RolloutPhase> each : plan.byEndpoint().entrySet()) {
      json.writeStringField(each.getKey(), each.getValue().literal());
    }
    json.writeEndObject();
    json.writeEndObject();
    Quarantine quarantine = policy.options().quarantine();
    if (!quarantine.equals(Quarantine.AS_DESIGNED)) {
      json.writeObjectFieldStart("quarantine");
      write(json, "servers", quarantine.servers());
      write(json, "responders", quarantine.responders());
      json.writeEndObject();
    }
    PolicyScope scope = policy.options().scope();
    if (!scope.equals(PolicyScope.ALL)) {
      json.writeObjectFieldStart("scope");
      write(json, "endpoints", scope.endpoints());
      json.writeStringField("domain", scope.domain());
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, String field, Set<String> ids) throws IOException {
    json.writeArrayFieldStart(field);
    for (String id : ids) {
      json.writeString(id);
    }
    json.writeEndArray();
  }

  /**
   * Reads what {@link #write} wrote: the same design compiled with it gives the same policy.
   *
   * @throws ExportException if the manifest does not tell the settings
   */
  public static CompileOptions of(BundleManifest manifest) throws ExportException {
    StrategyKind strategy = StrategyKind.get(manifest.strategy());
    try {
      if (strategy != null && manifest.evaluationDate() != null) {
        return CompileOptions.on(LocalDate.parse(manifest.evaluationDate()))
            .withApprovedOnly(manifest.approvedOnly())
            .withStrategy(new StrategyChoice(strategy, criteria(manifest.criteria())))
            .withRollout(rollout(manifest.rollout()))
            .withQuarantined(
                manifest.quarantine() == null ? Set.of() : manifest.quarantine().servers(),
                manifest.quarantine() == null ? Set.of() : manifest.quarantine().responders())
            .withScope(
                manifest.scope() == null
                    ? PolicyScope.ALL
                    : new PolicyScope(manifest.scope().endpoints(), manifest.scope().domain()));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw damaged(e);
    }
    throw damaged(null);
  }

  /**
   * The policy of a design as a bundle was compiled from it; for a tenant's bundle that of what the
   * tenant may see.
   *
   * @throws ExportException if the manifest does not tell the settings, or tells some that the
   *     design has not
   */
  public static CompiledPolicy compile(Design design, BundleManifest manifest)
      throws ExportException {
    CompileOptions options = of(manifest);
    String domain = options.scope().domain();
    try {
      Design part =
          domain == null || domain.equals(PolicyScope.SHARED)
              ? design
              : TenantDesign.of(design, domain).design();
      return PolicyCompiler.compile(part, options);
    } catch (IllegalArgumentException e) {
      throw new ExportException("the bundle is not of this design: " + e.getMessage(), e);
    }
  }

  private static MicroCriteria criteria(BundleManifest.CriteriaEntry entry) throws ExportException {
    if (entry == null) {
      return null;
    }
    Risk risk = Risk.get(entry.risk());
    if (risk == null) {
      throw damaged(null);
    }
    return new MicroCriteria(risk, entry.internetFacing(), entry.endpoints());
  }

  private static RolloutPlan rollout(BundleManifest.RolloutEntry entry) {
    if (entry == null) {
      return RolloutPlan.ENFORCED;
    }
    RolloutPlan plan = RolloutPlan.of(RolloutPhase.parse(entry.phase()));
    for (Map.Entry<String, String> each : entry.phases().entrySet()) {
      plan = plan.with(each.getKey(), RolloutPhase.parse(each.getValue()));
    }
    return plan;
  }

  private static ExportException damaged(Exception cause) {
    return new ExportException(
        BundleManifest.NAME
            + " does not tell the settings with which the design was compiled; export it again",
        cause);
  }
}
