package org.mastshell.archive;

import java.util.Optional;
import org.mastshell.table.Predicate;

/**
 * Which observations are wanted.
 *
 * @param criteria what must hold for an observation, in the archive's column names
 * @param region where on the sky, if that matters
 */
public record ObservationQuery(Predicate criteria, Optional<SkyCircle> region) {}
