/**
 * Exports to Calico: ordered policies of a tier, for pods or for the hosts of virtual machines and
 * bare metal.
 */
package org.firebreak.exports.kubernetes.calico;
