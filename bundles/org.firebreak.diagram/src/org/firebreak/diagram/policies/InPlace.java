package org.firebreak.diagram.policies;

import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.EditPartViewer;
import org.firebreak.diagram.live.FlowLine;
import org.firebreak.model.Endpoint;
import org.firebreak.model.Flow;

/** What a canvas asks the user in place: names, services, what shall be drawn. */
public interface InPlace {
  /** Property of the viewer that has it. */
  String PROPERTY = InPlace.class.getName();

  /** Lets the name of a box be edited, or the text of a note. */
  void rename(BoxHost box);

  /** Lets the services of a flow be edited that has just been drawn. */
  void askServices(Flow drawn);

  /** Lets the services of a line with one flow be edited. */
  void editServices(FlowLine line);

  /**
   * Offers what can be drawn at a place.
   *
   * @param location in pixels of the control
   * @param client where a flow to the new box starts; {@code null} for none
   */
  void offer(Point location, Endpoint client);

  /** Says in the status line why something cannot be; empty to say nothing any more. */
  void explain(String reason);

  /** That of a viewer; {@code null} if it asks nothing. */
  static InPlace of(EditPartViewer viewer) {
    return (InPlace) viewer.getProperty(PROPERTY);
  }
}
