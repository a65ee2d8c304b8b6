/** Flows and segmentation that endanger what the design protects. */
package org.firebreak.core.validation.rules.risk;
