/** Reads firewall rules of Google Cloud VPC networks, as its API takes and lists them. */
package org.firebreak.rulebase.gcp;
