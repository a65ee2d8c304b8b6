/** How long work reports its progress and learns that it was cancelled, without any UI. */
package org.firebreak.core.progress;
