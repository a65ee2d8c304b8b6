/** Tests of blast radius and attack paths. */
package org.firebreak.core.reach;
