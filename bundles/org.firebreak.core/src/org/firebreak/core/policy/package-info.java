/**
 * The intended policy, computed in one place.
 *
 * <pre>
 * Design -> PolicyCompiler -> CompiledPolicy -- decide(connection)  -> Verdict
 *                                            -- ruleSets()          -> ordered rules
 *                                            -- aclEntries()        -> stateless ACL size
 *                                            -- notes()             -> what could not be compiled
 * </pre>
 *
 * Nothing outside this package derives what a design permits.
 */
package org.firebreak.core.policy;
