/** The reader of AWS security groups. */
package org.firebreak.rulebase.aws;
