/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the import share. */
#pragma once

#include "exchange/table/remit-table-names.h"
#include "exchange/table/remit-table-private.h"
#include "remit-mspdi-project.h"

/**
 * RemitMspdiImport:
 * @job: what an import of a table shares: texts that are cut, names of roles, and the result
 * @people: (element-type gint64): for each resource the person, or 0 for none
 * @is_old: (element-type gboolean): for each resource whether the person was there before
 * @resources: the index of each resource, by its number
 * @calendars: that of each calendar
 * @seated: (element-type gint64): who has an assignment
 * @n_done: how many tasks and assignments are done
 */
typedef struct {
  const char *path;
  RemitMspdiProject *project;
  RemitTableJob job;
  gint64 plan;
  gboolean is_new_plan;
  const char *plan_name;
  GArray *people;
  GArray *is_old;
  GHashTable *resources;
  GHashTable *calendars;
  GHashTable *seated;
  guint n_slots;
  guint n_done;
} RemitMspdiImport;

/** Returns: a row that stands in a line, for what reads tables */
RemitCsvRow remit_mspdi_import_row (guint line);
/** Sets a text as its field can have it, which is noted if it has to be cut. */
void remit_mspdi_import_set_text (RemitMspdiImport *self,
                                  guint line,
                                  RemitRecord *record,
                                  guint field,
                                  const char *text);
/** Inserts and counts. */
gboolean remit_mspdi_import_insert (RemitMspdiImport *self,
                                    RemitRecord *record,
                                    GError **error);
/** Writes @record where it is not as @there, and counts. */
gboolean remit_mspdi_import_update (RemitMspdiImport *self,
                                    const RemitRecord *record,
                                    const RemitRecord *there,
                                    GError **error);
/** Tells how far it is; fails when it was cancelled. */
gboolean remit_mspdi_import_step (RemitMspdiImport *self,
                                  GError **error);
/** Returns: where a number stands in the list, or -1 */
int remit_mspdi_import_find (GHashTable *numbers,
                             gint64 uid);
/** Remembers where a number stands. Returns: %FALSE when another has it */
gboolean remit_mspdi_import_remember (GHashTable *numbers,
                                      gint64 uid,
                                      guint index);

/** Finds or makes the people, and their absences. */
gboolean remit_mspdi_import_people (RemitMspdiImport *self,
                                    GError **error);
/** Adds the holidays of the project's calendar. */
gboolean remit_mspdi_import_holidays (RemitMspdiImport *self,
                                      GError **error);
gboolean remit_mspdi_import_absences (RemitMspdiImport *self,
                                      GError **error);
/** Finds or makes teams and slots, and fills these. */
gboolean remit_mspdi_import_tasks (RemitMspdiImport *self,
                                   GError **error);

/** What the plan has already, if it is not new. */
typedef struct _RemitMspdiExisting RemitMspdiExisting;

RemitMspdiExisting *remit_mspdi_existing_new (RemitStore *store,
                                              gint64 plan,
                                              GError **error);
void remit_mspdi_existing_free (RemitMspdiExisting *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitMspdiExisting, remit_mspdi_existing_free)

/** Returns: (transfer full) (nullable): the first of the kind and name below @parent that was not
 * taken before */
RemitRecord *remit_mspdi_existing_take (RemitMspdiExisting *self,
                                        RemitKind kind,
                                        gint64 parent,
                                        const char *name);
/** Returns: (transfer none) (nullable) (element-type RemitRecord): who is in a slot */
GPtrArray *remit_mspdi_existing_get_assignments (RemitMspdiExisting *self,
                                                 gint64 slot);
/** Returns: whether the workspace had a role of that name */
gboolean remit_mspdi_existing_has_role (RemitMspdiExisting *self,
                                        const char *name);
/** Returns: the place after all teams, and after the slots, that there are */
gint64 remit_mspdi_existing_get_last (RemitMspdiExisting *self,
                                      RemitKind kind);

/** What is to come into one slot: an assignment of a person; @person is 0 for nobody. */
typedef struct {
  gint64 person;
  gint64 from;
  gint64 until;
  gint64 percent;
  gboolean is_proposed;
  guint line;
} RemitMspdiSeat;

/** Returns: (transfer full) (element-type RemitMspdiSeat): what the file has for a task, of people
 * and of nobody, by person and day; what is of other resources is noted */
GArray *remit_mspdi_seats_new (RemitMspdiImport *self,
                               const guint *indexes,
                               guint n);
/** Takes those out that are in the slot at the same time as another one of the same person. */
GArray *remit_mspdi_seats_steal_doubles (GArray *seats);
/** Returns: how much is needed at once, in percent; 0 for none */
gint64 remit_mspdi_seats_count (const GArray *seats);
/** Fills a slot. @there: (nullable) (element-type RemitRecord): who is in it */
gboolean remit_mspdi_seats_write (RemitMspdiImport *self,
                                  const GArray *seats,
                                  gint64 slot,
                                  GPtrArray *there,
                                  GError **error);
