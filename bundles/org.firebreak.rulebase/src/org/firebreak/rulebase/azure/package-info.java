/** Reads network security groups of Azure from ARM templates and from the lists of its clients. */
package org.firebreak.rulebase.azure;
