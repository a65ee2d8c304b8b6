/** Pictures of model elements and actions. */
package org.firebreak.ui.images;
