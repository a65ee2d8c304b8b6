/** Tests of the reader of Cisco ACI with tenants that others made. */
package org.firebreak.rulebase.aci;
