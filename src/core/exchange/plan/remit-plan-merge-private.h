/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the merge share. */
#pragma once

#include "remit-import-scratch.h"
#include "remit-plan-parser.h"

/**
 * RemitMergeQuery:
 * @REMIT_MERGE_BY_ID: the row with an id
 * @REMIT_MERGE_BY_NAME: the one of a library that has a text which is unique
 * @REMIT_MERGE_BY_KEY: an owner's parts with the same keys
 * @REMIT_MERGE_PARTS: all of an owner, or of the plan, but those that have a log; parameter 2 is
 *   whether also those that are only for the house
 * @REMIT_MERGE_RIVALS: one person's assignments to one slot
 *
 * Which rows of the workspace.
 */
typedef enum {
  REMIT_MERGE_BY_ID,
  REMIT_MERGE_BY_NAME,
  REMIT_MERGE_BY_KEY,
  REMIT_MERGE_PARTS,
  REMIT_MERGE_RIVALS,
  REMIT_MERGE_N_QUERIES
} RemitMergeQuery;

/**
 * RemitPlanMerge:
 * @as_template: make a new plan with new ids, and leave skills, roles and people that are there
 *   already as they are
 * @into: the plan that the template's teams are added to, 0 for a new one
 * @name: (nullable): the name of the new plan
 *
 * What a plan file says, on its way into a workspace. Without a commit, nothing is changed.
 */
typedef struct {
  RemitStore *store;
  RemitEdit *edit;
  RemitImportResult *result;
  RemitImportScratch *scratch;
  gboolean as_template;
  gint64 into;
  char *name;
  /* who the file is for, or REMIT_AUDIENCE_UNKNOWN */
  int audience;
  /* the kind of what the file is in, which its audience was not given; or REMIT_KIND_NONE */
  RemitKind left_out;
  /* whether what is left out has been chosen to be, so that what is here of it stays */
  gboolean is_chosen_out;
  gboolean is_signed;
  /* what the file says of the history it is of; NULL for nothing */
  char *head;
  gint64 length;

  /* what is chosen, and how many rows are to be chosen of */
  GHashTable *choices;
  guint n_rows;
  /* the keys that were chosen and are not met yet, or NULL */
  GHashTable *unmet;
  /* the workspace as it was when the file was written, or NULL; and the head of its history */
  RemitStore *base;
  char *base_head;
  /* how long the history is, if that is all that it was when the file was written; else 0 */
  gint64 unchanged_since;
  /* what the file adds and is not taken, and what stays since something that stays refers to it */
  GHashTable *absent;
  GHashTable *needed;
  /* whether the row refers to something that is not taken */
  gboolean refers_absent;
  /* whether it was decided already that the row is taken */
  gboolean is_decided;

  const char *selects[REMIT_MERGE_N_QUERIES][REMIT_N_KINDS];
  /* the row of each kind that was loaded last */
  RemitRecord *loaded[REMIT_N_KINDS];

  /* the entities that the file is in, by their ids in the workspace */
  gint64 current[REMIT_N_KINDS];
  gboolean is_new[REMIT_N_KINDS];
  /* how many of a kind came before in their owner */
  gint64 n_before[REMIT_N_KINDS];
  /* the place behind those of the plan that teams are added to */
  gint64 behind[REMIT_N_KINDS];
  /* whether the scratch knows what other plans use */
  gboolean knows_used;
  /* whether the person stays as they are, with their skills and absences */
  gboolean leave_person;
  /* the framework of the current decision */
  RemitFramework framework;
  /* of the entity that the file is in: the ids of the parts that stay */
  GHashTable *kept;
  /* old assignments, by id, that made room for one that came before them in the file */
  GHashTable *displaced;

  int line;
  int column;
  GError *error;
} RemitPlanMerge;

/** Returns: (transfer full): the rows, bound, to be read with remit_merge_next() */
RemitStatement *remit_merge_query (RemitPlanMerge *self,
                                   RemitMergeQuery which,
                                   RemitKind kind,
                                   gint64 first,
                                   gint64 second);
/** Returns: whether there is one more row, now in @self->loaded */
gboolean remit_merge_next (RemitPlanMerge *self,
                           RemitStatement *rows,
                           RemitKind kind);
/** Returns: (transfer none) (nullable): the row, until the next one of its kind is loaded */
RemitRecord *remit_merge_load (RemitPlanMerge *self,
                               RemitMergeQuery which,
                               RemitKind kind,
                               gint64 first,
                               gint64 second);
/** Returns: (transfer none) (nullable): the row that has the unique name or key of @record */
RemitRecord *remit_merge_load_by_name (RemitPlanMerge *self,
                                       const RemitRecord *record);
/** Returns: (transfer none) (nullable): the SELECT for a kind, %NULL when it has no such rows */
const char *remit_merge_create_select (RemitMergeQuery which,
                                       RemitKind kind);
/** Whether entities of a kind are parts that never go to another owner. */
gboolean remit_merge_is_fixed (const RemitEntityInfo *info);
/** Refuses what leads back to itself. */
gboolean remit_merge_refuse_circle (RemitPlanMerge *self,
                                    const RemitEntityInfo *info,
                                    guint field);
/** Gives the fields that the file's audience was not given the values that are @there, or none. */
void remit_merge_keep_unseen (RemitPlanMerge *self,
                              RemitRecord *record,
                              const RemitRecord *there);
/** Whether the file's audience is not given such an entity, which is noted. */
gboolean remit_merge_leaves_out (RemitPlanMerge *self,
                                 const RemitRecord *record);
/** Returns: whom the file was written for, as far as entities of that kind are concerned: what it
 * does not have of what they are given is gone */
RemitAudience remit_merge_get_reader (RemitPlanMerge *self,
                                      const RemitEntityInfo *info);
/** Saves what the file says over what is there, and counts; @touched: whether it is different. */
gboolean remit_merge_row (RemitPlanMerge *self,
                          RemitRecord *record,
                          const RemitRecord *there,
                          gboolean *touched);
/** Does the same with a row that is taken. */
gboolean remit_merge_save (RemitPlanMerge *self,
                           RemitRecord *record,
                           const RemitRecord *there);
/**
 * remit_merge_takes:
 * @there: (nullable): a row as it is here
 * @record: (nullable): as the file has it
 *
 * Decides whether the row becomes what the file has, and remembers it to be chosen of.
 */
gboolean remit_merge_takes (RemitPlanMerge *self,
                            const RemitRecord *there,
                            const RemitRecord *record);
/** Leaves out what stands in the element of that kind that the file is in. */
void remit_merge_leave_parts (RemitPlanMerge *self,
                              RemitKind kind);
/** Returns: whether a row here may make room for one of the file */
gboolean remit_merge_may_go (RemitPlanMerge *self,
                             const RemitRecord *there);
/** Remembers that a row which was to be taken cannot be. */
void remit_merge_yield (RemitPlanMerge *self,
                        const RemitRecord *record,
                        RemitImportSide side);
/** Remembers a row that made room, and is not in the file. */
void remit_merge_tell_removed (RemitPlanMerge *self,
                               const RemitRecord *there);
void remit_merge_choice_init (RemitPlanMerge *self,
                              const RemitImportOptions *options);
void remit_merge_choice_clear (RemitPlanMerge *self);
/** Returns: whether the file adds such a row, and it is not taken */
gboolean remit_merge_is_absent (RemitPlanMerge *self,
                                RemitKind kind,
                                gint64 id);
/** Returns: whether something that stays refers to the row */
gboolean remit_merge_is_needed (RemitPlanMerge *self,
                                RemitKind kind,
                                gint64 id);
/** Opens the workspace as it was when the file was written, if it is to be merged with that. */
gboolean remit_merge_open_base (RemitPlanMerge *self,
                                RemitStore *store,
                                const char *path,
                                const RemitImportOptions *options,
                                GError **error);
/** Returns: whether somebody has written between remit_merge_open_base() and the edit, so that
 * there is something to be merged with, after all */
gboolean remit_merge_is_base_old (RemitPlanMerge *self);
/** Refuses a file of which another one was taken to be the base, and choices of no row. */
gboolean remit_merge_check_choices (RemitPlanMerge *self,
                                    GError **error);
/** Binds the keys of a part without an id, after its owner. */
void remit_merge_bind_keys (RemitStatement *rows,
                            const RemitRecord *record);
/** Has the scratch know what other plans use, before anything of that is changed. */
gboolean remit_merge_find_used (RemitPlanMerge *self);
/**
 * remit_merge_watch_library:
 * @old: (nullable): a row as it is here
 * @new: (nullable): what becomes of it
 *
 * Tells the result of a change of something that other plans use.
 */
gboolean remit_merge_watch_library (RemitPlanMerge *self,
                                    const RemitRecord *old,
                                    const RemitRecord *new);
/** Decides what an entity was copied from: what is known here, or else what the file says, if that
 * is in the workspace. */
gboolean remit_merge_settle_origin (RemitPlanMerge *self,
                                    RemitRecord *record,
                                    const RemitRecord *there);
/** Remembers that an id of the file is a row of the workspace; refuses one that is there twice. */
gboolean remit_merge_claim (RemitPlanMerge *self,
                            RemitKind kind,
                            gint64 file_id,
                            gint64 id);
/** Refuses what the file says; the parser adds the place. */
gboolean remit_merge_refuse (RemitPlanMerge *self,
                             const char *format,
                             ...) G_GNUC_PRINTF (2, 3);
gboolean remit_merge_refuse_reference (RemitPlanMerge *self,
                                       const RemitField *field,
                                       gint64 file_id);
/** Turns the references of @record from ids of the file to ids of the workspace. */
gboolean remit_merge_resolve (RemitPlanMerge *self,
                              RemitRecord *record,
                              const RemitRecord *there,
                              RemitPendingReference *pending);
/** Resolves and saves an entity that has an id of its own. */
gboolean remit_merge_entity (RemitPlanMerge *self,
                             RemitRecord *record,
                             const RemitRecord *there);
/** Begins an entity that others stand in. */
void remit_merge_enter (RemitPlanMerge *self,
                        RemitKind kind,
                        gint64 id,
                        gboolean is_new);
gint64 *remit_merge_new_key (gint64 id);
/** What to do at the start of elements. */
gboolean remit_merge_start_in_library (RemitPlanMerge *self,
                                       RemitRecord *record);
/** A part that has no id in the file. */
gboolean remit_merge_start_part (RemitPlanMerge *self,
                                 RemitRecord *record);
gboolean remit_merge_start_plan (RemitPlanMerge *self,
                                 RemitRecord *record);
gboolean remit_merge_start_in_plan (RemitPlanMerge *self,
                                    const RemitPlanElement *element);
gboolean remit_merge_start_assignment (RemitPlanMerge *self,
                                       RemitRecord *record);
gboolean remit_merge_start_decision (RemitPlanMerge *self,
                                     const RemitPlanElement *element);
gboolean remit_merge_start_right (RemitPlanMerge *self,
                                  RemitRecord *record);
gboolean remit_merge_start_event (RemitPlanMerge *self,
                                  RemitRecord *record);
/** Refuses a conflict that is not where its log leads. */
gboolean remit_merge_end_conflict (RemitPlanMerge *self);
/** Counts the days of a template that mean no day of the calendar from the one on which it is used:
 * those of the years 2001 to 2010, from Monday, 1 January 2001. */
void remit_merge_move_days (RemitRecord *record);
/** What to do at the start of a template whose teams join those of a plan. */
gboolean remit_merge_join_plan (RemitPlanMerge *self,
                                const RemitRecord *record);
/** Puts what comes into a plan that is there behind what it has. */
gboolean remit_merge_go_behind (RemitPlanMerge *self,
                                RemitRecord *record,
                                guint order);
/** Returns: whether the plan that is joined has it already: a decision or a ladder for all of it;
 * a team that is called as one of the plan gets a number */
gboolean remit_merge_is_there (RemitPlanMerge *self,
                               RemitRecord *record);
