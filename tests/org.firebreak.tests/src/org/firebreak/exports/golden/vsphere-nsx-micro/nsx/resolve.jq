# Replaces the display names in a tag operation by the external ids of the VMs.
#   curl … $NSX/policy/api/v1/infra/realized-state/virtual-machines >vms.json   (all pages)
#   jq --slurpfile vms vms.json -f resolve.jq shared/tags/web.json >body.json
# A name that no VM has, or several have, is an error: nothing is written.
(reduce ($vms[] | .results[]) as $vm ({}; .[$vm.display_name] += [$vm.external_id])) as $ids
| def resolved:
    map(.resource_ids |= map(
      . as $name
      | ($ids[$name] // []) as $found
      | if ($found | length) == 1 then $found[0]
        else error("\($found | length) VMs are called " + ($name | tojson)) end));
  .apply_to |= resolved
| .remove_from |= resolved
