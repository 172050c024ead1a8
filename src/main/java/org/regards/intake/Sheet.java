package org.regards.intake;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.store.RecordKind;

/** One kind of file: its columns, how a row becomes a record and back, and where the records go. */
interface Sheet<T> {
  /** The name of its file without the ending, for example {@code customers}. */
  String name();

  RecordKind kind();

  /** Whether its rows may refer to rows of the same file, in any order. */
  default boolean refersToItself() {
    return false;
  }

  /** All of them must stand in the file, in any order. */
  List<String> columns();

  /** The record of a row. When the cells have problems it holds stand-ins and is thrown away. */
  T read(Cells cells);

  /** The record as a file would hold it, in the order of the columns. */
  List<String> write(T record);

  /** Unique among the records of its kind; also as part of a {@code RecordId}. */
  String key(T record);

  /** Whom the record belongs to, or null when to no customer. */
  @Nullable CustomerId customer(T record);

  /** Records that must be in the store for this one to go in. */
  List<Reference> references(T record);

  /** Records that may be missing, which is only worth a note. */
  List<Reference> mentions(T record);

  /** What the store holds under the keys of these records. */
  List<T> stored(Handle handle, List<T> records);

  void insert(Handle handle, List<T> records);

  void update(Handle handle, List<T> records);
}
