/** What other bundles contribute: exporters, importers, validation rules. */
package org.firebreak.core.extension;
