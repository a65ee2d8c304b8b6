package org.firebreak.scene.route;

/**
 * A line that needs a route.
 *
 * @param source client end
 * @param destination server end, where the arrow points
 */
public record RouteRequest(LineEnd source, LineEnd destination) {}
