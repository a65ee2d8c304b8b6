/** What the chosen platforms cannot express, or where they end. */
package org.firebreak.core.validation.rules.platform;
