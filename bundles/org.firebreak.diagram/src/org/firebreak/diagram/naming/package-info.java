/** Names, notes and services that are typed where they are shown. */
package org.firebreak.diagram.naming;
