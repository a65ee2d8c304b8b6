/** Work that is watched and cancelled. */
package org.firebreak.core.progress;
