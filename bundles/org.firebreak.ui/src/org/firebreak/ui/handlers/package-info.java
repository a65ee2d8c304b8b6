/** What the commands of menus, tool bar and keys do. */
package org.firebreak.ui.handlers;
