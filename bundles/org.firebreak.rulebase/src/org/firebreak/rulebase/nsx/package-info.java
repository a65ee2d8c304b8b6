/**
 * Reads security policies of VMware NSX from hierarchical bodies of the Policy API: by category,
 * then by sequence number, the first rule that matches decides; a policy filters both directions at
 * the virtual network cards of the VMs in its scope.
 */
package org.firebreak.rulebase.nsx;
