/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a table from the clipboard, copied from a spreadsheet, a web page or a text. */
#pragma once

#include <gtk/gtk.h>

/** Called once. @table: (nullable): a web page with a table, or a text of several lines */
typedef void (*RemitClipboardTableFunc) (gpointer data,
                                         GBytes *table);

/** Reads the table from the clipboard; without one @func is called with %NULL. */
void remit_clipboard_table_read (GdkClipboard *clipboard,
                                 RemitClipboardTableFunc func,
                                 gpointer data);
