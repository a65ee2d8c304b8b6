package org.firebreak.rulebase.aci;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseReader;
import org.firebreak.rulebase.RuleFiles;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.json.JsonFiles;

/**
 * Reads tenants of Cisco ACI, as the controller takes and prints them. Hosts are those whose
 * addresses carry the annotation {@code firebreak-server}.
 *
 * <p>Replies are not spoken of: what a contract permits in reverse by exchanged ports, with ACK, or
 * as echo reply. What it permits in reverse without any of these is read as permitted.
 */
public final class AciReader implements RuleBaseReader {
  @Override
  public String id() {
    return "aci";
  }

  @Override
  public String title() {
    return "Cisco ACI";
  }

  @Override
  public boolean recognises(String path, String beginning) {
    return beginning.contains("\"fvTenant\"");
  }

  @Override
  public RuleBase read(RuleFiles files, HostAddresses hosts, Progress progress) throws IOException {
    Mo root = Mo.root();
    for (String path : files.paths()) {
      progress.check();
      if (path.endsWith(".json")) {
        JsonNode document = JsonFiles.read(files, path);
        for (JsonNode object : document.path("imdata")) {
          root.merge(object, path);
        }
        for (JsonNode object : document.path("polUni").path("children")) {
          root.merge(object, path);
        }
        if (document.has("fvTenant")) {
          root.merge(document, path);
        }
      }
    }
    List<Unread> unread = new ArrayList<>();
    List<PlacedFilter> filters = new ArrayList<>();
    for (Mo tenant : root.of("fvTenant")) {
      progress.check();
      filters.addAll(new TenantFilters(tenant, unread).filters());
    }
    return new RuleBase(filters, unread);
  }
}
