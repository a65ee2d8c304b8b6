/** Exports to the VPC firewall of Google Cloud, their changes, and the reader of them. */
package org.firebreak.exports.gcp;
