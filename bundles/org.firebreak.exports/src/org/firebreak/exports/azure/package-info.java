/**
 * Exports to network security groups of Azure: an ARM template for each partition, with a security
 * group for each class of hosts and application security groups for the ends that rules name.
 */
package org.firebreak.exports.azure;
