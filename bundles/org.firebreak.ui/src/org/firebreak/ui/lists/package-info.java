/** What views with a list have in common. */
package org.firebreak.ui.lists;
