/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of imports by the window share. */
#pragma once

#include "exchange/remit-import-dialog.h"
#include "remit-test-app.h"

/** Two people in Latin-1, and seats. */
extern const char import_test_people[];
extern const char import_test_seats[];

char *import_test_write (RemitTestWindow *fixture,
                         const char *name,
                         const char *text);

RemitImportDialog *import_test_begin (RemitTestWindow *fixture,
                                      const char *path);

/** Returns: whether nothing is being read or written */
gboolean import_test_is_at_rest (gpointer dialog);

void import_test_wait_for_step (RemitImportDialog *dialog,
                                const char *step);

void import_test_go_on (RemitImportDialog *dialog,
                        const char *step);

void import_test_end (RemitImportDialog *dialog);

gint64 import_test_count (RemitTestWindow *fixture,
                          RemitKind kind);

char *import_test_dump (RemitTestWindow *fixture);

RemitImportDialog *import_test_begin_table (RemitTestWindow *fixture,
                                            const char *name,
                                            const char *text);

/** Opens what is not in the file, too. */
void import_test_open_all (GtkWidget *root);

/** Returns: the row of the columns' page that is titled @title */
AdwComboRow *import_test_find_row (RemitImportDialog *dialog,
                                   const char *title);

const char *import_test_get_chosen (RemitImportDialog *dialog,
                                    const char *title);

void import_test_press (RemitImportDialog *dialog,
                        const char *text);

gboolean import_test_can_go_on (RemitImportDialog *dialog);
