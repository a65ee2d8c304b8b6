/** What {@code firebreak diff} shows: designs and policy bundles as text, JSON and HTML. */
package org.firebreak.cli.diff;
