/** What menus, keys and toolbars do with a diagram, and what they are given to do it with. */
package org.firebreak.diagram.task;
