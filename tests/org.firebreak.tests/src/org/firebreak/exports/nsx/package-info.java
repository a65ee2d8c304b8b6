/**
 * Tests of the exporter for VMware NSX. The schema beside them is our own work, written from facts
 * about the fields, not a file of the vendor.
 */
package org.firebreak.exports.nsx;
