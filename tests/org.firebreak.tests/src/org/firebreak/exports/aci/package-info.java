/**
 * Tests of the exporter for Cisco ACI. The schema beside them is our own work, written from facts
 * about the object model, not a file of the vendor.
 */
package org.firebreak.exports.aci;
