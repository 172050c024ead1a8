package org.regards.store;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Binds dates and moments in their stored form, whatever the driver would make of them. */
final class MomentArguments {
  private MomentArguments() {}

  static final class OfInstant extends AbstractArgumentFactory<Instant> {
    OfInstant() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, IsoText.of(value));
    }
  }

  static final class OfLocalDate extends AbstractArgumentFactory<LocalDate> {
    OfLocalDate() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(LocalDate value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, IsoText.of(value));
    }
  }
}
