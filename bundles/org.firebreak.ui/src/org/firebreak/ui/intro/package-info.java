/** The welcome page. */
package org.firebreak.ui.intro;
