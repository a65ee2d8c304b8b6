/** Exports to network security groups of Azure, and the reader of them. */
package org.firebreak.exports.azure;
