/** Exports to CiliumNetworkPolicy. */
package org.firebreak.exports.kubernetes.cilium;
