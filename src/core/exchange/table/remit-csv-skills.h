/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The skills of the people in a CSV file. */
#pragma once

#include "remit-csv-private.h"

G_BEGIN_DECLS

typedef struct _RemitCsvSkills RemitCsvSkills;

/** Reads what skills there are. */
RemitCsvSkills *remit_csv_skills_new (RemitCsvJob *job,
                                      GError **error);
void remit_csv_skills_free (RemitCsvSkills *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitCsvSkills, remit_csv_skills_free)

/**
 * remit_csv_skills_import:
 * @list: "python; sql:3; go (4)", which is changed
 * @is_new: whether the person is new, and has no skills yet
 *
 * Gives a person the skills of a list; those that are new are made. Without a level it is the
 * default one, or stays what it is. No skill is taken away.
 */
gboolean remit_csv_skills_import (RemitCsvSkills *self,
                                  const RemitCsvRow *row,
                                  gint64 person,
                                  char *list,
                                  gboolean is_new,
                                  GError **error);

G_END_DECLS
