/** Tests of the PAN-OS exporter, with a reader of what it writes. */
package org.firebreak.exports.panos;
