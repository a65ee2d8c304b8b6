package org.firebreak.exports;

import java.io.IOException;
import org.firebreak.core.progress.Progress;
import org.firebreak.rulebase.RuleFiles;

/**
 * Writes what turns the objects of one bundle, in force on a platform, into those of another: what
 * to add, change and remove, in an order in which nothing is referred to that is not there and
 * nothing is open in between that neither bundle permits. Given the bundles the other way round it
 * writes the roll-back.
 */
public interface ChangeWriter {
  /**
   * Writes the files of a change set; none if nothing differs. The same bundles give the same
   * bytes.
   *
   * @param from files of the platform in the bundle that is in force; none if there is no bundle
   *     yet
   * @param to files of the platform in the bundle that shall be; none to remove everything
   * @param sink paths in it are below the folder of the change set
   */
  void write(RuleFiles from, RuleFiles to, ExportSink sink, Progress progress) throws IOException;
}
