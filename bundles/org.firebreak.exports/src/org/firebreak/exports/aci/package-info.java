/**
 * Exporter for Cisco ACI: tenants with endpoint security groups and contracts.
 *
 * <pre>
 * RuleSet ─► Atoms            addresses that the same rules speak of: a security group or subnets
 *         ─► ContractPlanner ─► Contract   consumers, providers, services
 *                                  └► TenantFile    tenant, as one transaction
 * </pre>
 */
package org.firebreak.exports.aci;
