/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the tables of a plan are written, row by row: to a CSV file, or sheets of a workbook. */
#pragma once

#include "exchange/remit-exporter.h"

/**
 * RemitBookColumnKind:
 * @REMIT_BOOK_TEXT: a text of one line
 * @REMIT_BOOK_LINES: a long text, which may have several
 * @REMIT_BOOK_KEY: a text that may look like a number, and is none: "0042"
 * @REMIT_BOOK_LETTERS: the letters of a decision right, in narrow columns
 * @REMIT_BOOK_DAY: a Julian day number, 0 for none
 * @REMIT_BOOK_TIME: milliseconds since 1970, written in local time to the minute; 0 for none
 * @REMIT_BOOK_PERCENT: whole percent
 * @REMIT_BOOK_NUMBER: a whole number
 */
typedef enum {
  REMIT_BOOK_TEXT,
  REMIT_BOOK_LINES,
  REMIT_BOOK_KEY,
  REMIT_BOOK_LETTERS,
  REMIT_BOOK_DAY,
  REMIT_BOOK_TIME,
  REMIT_BOOK_PERCENT,
  REMIT_BOOK_NUMBER,
  REMIT_N_BOOK_COLUMN_KINDS
} RemitBookColumnKind;

/** @group: (nullable): what stands above the header, in a row of its own */
typedef struct {
  RemitBookColumnKind kind;
  char *header;
  char *group;
} RemitBookColumn;

/**
 * RemitBookCell:
 * @text: (nullable): of texts
 * @integer: of the others
 * @is_there: whether there is anything in the cell
 */
typedef struct {
  char *text;
  gint64 integer;
  gboolean is_there;
} RemitBookCell;

typedef struct _RemitBookSink RemitBookSink;

/**
 * RemitBookSinkInfo:
 *
 * What a format does. All but @free return whether it was done, with @error set if not.
 */
typedef struct {
  gboolean (*begin_rows) (RemitBookSink *self, GError **error);
  gboolean (*end_row) (RemitBookSink *self, GError **error);
  gboolean (*end_table) (RemitBookSink *self, GError **error);
  gboolean (*finish) (RemitBookSink *self, GError **error);
  void (*free) (RemitBookSink *self);
} RemitBookSinkInfo;

/**
 * RemitBookSink:
 * @name: the table that is written
 * @n_frozen: how many of its first columns stay in sight
 * @columns: (element-type RemitBookColumn): its columns
 * @has_groups: whether there is a row above the headers
 * @cells: (element-type RemitBookCell): those of the row that is written
 * @n_rows: how many rows of the table are written
 * @n_expected: about how many there are in all tables, to tell how far one is
 *
 * One is made for all tables of a file. For one thread.
 */
struct _RemitBookSink
{
  const RemitBookSinkInfo *info;
  const RemitExport *export;
  RemitOutput *output;
  char *name;
  guint n_frozen;
  GArray *columns;
  gboolean has_groups;
  GArray *cells;
  guint n_rows;
  gint64 n_expected;
  gint64 n_done;
};

RemitBookSink *remit_book_csv_new (const RemitExport *export,
                                   RemitOutput *output);
/** Errors: %G_IO_ERROR */
RemitBookSink *remit_book_xlsx_new (const RemitExport *export,
                                    RemitOutput *output,
                                    const char *title,
                                    GError **error);
void remit_book_sink_free (RemitBookSink *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitBookSink, remit_book_sink_free)

/** What the formats use to make and to free one. */
void remit_book_sink_init (RemitBookSink *self,
                           const RemitBookSinkInfo *info,
                           const RemitExport *export,
                           RemitOutput *output);
void remit_book_sink_clear (RemitBookSink *self);

/** Begins a table; its columns follow, and then its rows. */
void remit_book_sink_begin_table (RemitBookSink *self,
                                  const char *name,
                                  guint n_frozen);
void remit_book_sink_add_column (RemitBookSink *self,
                                 RemitBookColumnKind kind,
                                 const char *header);
/** The same under a heading that columns share. @group: empty for none */
void remit_book_sink_add_grouped (RemitBookSink *self,
                                  RemitBookColumnKind kind,
                                  const char *group,
                                  const char *header);
gboolean remit_book_sink_begin_rows (RemitBookSink *self,
                                     GError **error);

/** Fills the next cell of the row. An empty text is nothing. */
void remit_book_sink_add_text (RemitBookSink *self,
                               const char *text);
void remit_book_sink_add_integer (RemitBookSink *self,
                                  gint64 integer);
/** The same for a day, a time, or a number that has to be something: 0 is nothing. */
void remit_book_sink_add_some (RemitBookSink *self,
                               gint64 integer);

/** Errors: %REMIT_EXCHANGE_ERROR_REFUSED: it does not fit into the format; %G_IO_ERROR_CANCELLED */
gboolean remit_book_sink_end_row (RemitBookSink *self,
                                  GError **error);
gboolean remit_book_sink_end_table (RemitBookSink *self,
                                    GError **error);

/** Writes what is not written yet, when all tables are. */
gboolean remit_book_sink_finish (RemitBookSink *self,
                                 GError **error);
