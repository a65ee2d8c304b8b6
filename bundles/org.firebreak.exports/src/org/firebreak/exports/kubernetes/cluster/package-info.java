/**
 * Exports to the cluster-wide policy API: ClusterNetworkPolicy, or AdminNetworkPolicy where that is
 * installed.
 */
package org.firebreak.exports.kubernetes.cluster;
