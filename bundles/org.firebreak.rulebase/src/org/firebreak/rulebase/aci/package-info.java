/**
 * Reader of tenants of Cisco ACI.
 *
 * <pre>
 * files ─► Tree ─► Classes     which addresses are in which group, by tag, selector or subnet
 *              ─► Permissions  contracts and filters, in the order of their priorities
 *                     └► AciReader    what each group of hosts lets in and out
 * </pre>
 */
package org.firebreak.rulebase.aci;
