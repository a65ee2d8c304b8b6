package org.firebreak.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.core.policy.PolicyScope;
import org.firebreak.core.policy.TenantDesign;
import org.firebreak.exports.Slugs;
import org.firebreak.model.Design;
import org.firebreak.model.Tenant;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** For which tenants bundles are written. */
final class TenantOptions {
  private static final int FOLDER_NAME = 60;
  private static final String SHARED_FOLDER = "shared";

  @Option(
      names = "--tenant",
      paramLabel = "NAME",
      description =
          "Only the rules of this tenant's routing domain; nothing of another tenant is in the"
              + " bundle.")
  private String tenant;

  @Option(
      names = "--per-tenant",
      description =
          "A bundle for each tenant, in a folder named after it, and one for what they share, in"
              + " the folder shared.")
  private boolean perTenant;

  /**
   * The bundles to write.
   *
   * @throws ParameterException if there is no such tenant, or the options contradict each other
   */
  List<ExportPart> parts(Design design, CompileOptions options, Path target, CommandLine command) {
    if (tenant != null && perTenant) {
      throw new ParameterException(command, "choose one of --tenant and --per-tenant");
    }
    if (tenant != null) {
      TenantDesign part = TenantDesign.of(design, id(design, command));
      if (!part.isInScope(options)) {
        throw new ParameterException(
            command, "nothing of the scope is what the tenant '" + tenant + "' may see");
      }
      return List.of(new ExportPart(part.design(), part.options(options), target, ""));
    }
    return perTenant
        ? perTenant(design, options, target, command)
        : List.of(new ExportPart(design, options, target, ""));
  }

  private String id(Design design, CommandLine command) {
    return design.getTenants().stream()
        .filter(each -> tenant.equals(each.getName()) || tenant.equals(each.getId()))
        .map(Tenant::getId)
        .findFirst()
        .orElseThrow(
            () -> new ParameterException(command, "the design has no tenant '" + tenant + "'"));
  }

  private static List<ExportPart> perTenant(
      Design design, CompileOptions options, Path target, CommandLine command) {
    if (target.toString().endsWith(".zip")) {
      throw new ParameterException(command, "--per-tenant writes folders; name a folder with -o");
    }
    Map<String, String> names = new LinkedHashMap<>();
    names.put(SHARED_FOLDER, SHARED_FOLDER);
    design.getTenants().forEach(each -> names.put(each.getId(), each.getName()));
    Map<String, String> folders =
        new Slugs('-', FOLDER_NAME).distinct(names.keySet(), id -> id, names::get);
    List<ExportPart> parts = new ArrayList<>();
    for (Tenant each : design.getTenants()) {
      TenantDesign part = TenantDesign.of(design, each.getId());
      if (part.isInScope(options)) {
        String folder = folders.get(each.getId());
        parts.add(
            new ExportPart(part.design(), part.options(options), target.resolve(folder), folder));
      }
    }
    String folder = folders.get(SHARED_FOLDER);
    PolicyScope shared = new PolicyScope(options.scope().endpoints(), PolicyScope.SHARED);
    parts.add(new ExportPart(design, options.withScope(shared), target.resolve(folder), folder));
    return parts;
  }
}
