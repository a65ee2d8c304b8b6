package org.firebreak.diagram.live;

/**
 * What a connection's edit part stands for: the line of the scene with this id. The line itself
 * changes with every edit; its id stays while its two ends do.
 *
 * @param id id of a {@link org.firebreak.scene.Line}
 */
public record FlowLine(String id) {}
