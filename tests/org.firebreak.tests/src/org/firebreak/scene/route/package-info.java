/** Tests of routes and label places. */
package org.firebreak.scene.route;
