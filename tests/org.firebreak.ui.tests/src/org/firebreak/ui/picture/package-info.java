/** Tests of pictures made in the window. */
package org.firebreak.ui.picture;
