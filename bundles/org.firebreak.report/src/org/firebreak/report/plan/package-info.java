/** What the segmentation plan says, as texts and figures without markup. */
package org.firebreak.report.plan;
