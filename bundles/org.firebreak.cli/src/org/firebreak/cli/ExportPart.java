package org.firebreak.cli;

import java.nio.file.Path;
import org.firebreak.core.policy.CompileOptions;
import org.firebreak.model.Design;

/**
 * One bundle of an export.
 *
 * @param design the design, or what a tenant may see of it
 * @param options what it is compiled with
 * @param target where the bundle goes
 * @param folder name of the tenant's folder; empty if there is one bundle alone
 */
record ExportPart(Design design, CompileOptions options, Path target, String folder) {}
