-- Format 7: how the columns of tables were taken. Immutable once released.

-- One for each set of headers, which headers stands for: a sum over them.
CREATE TABLE mapping (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  headers TEXT NOT NULL UNIQUE CHECK (headers <> ''),
  content TEXT NOT NULL CHECK (content <> '')
) STRICT;
