/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of all people, roles or skills of a workspace, with a search, to add, open and delete. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

/**
 * RemitEntityTable:
 *
 * Signal `search` (string): other words are searched for. Opening an entity is the window's action
 * `win.inspect`.
 */
#define REMIT_TYPE_ENTITY_TABLE (remit_entity_table_get_type ())
G_DECLARE_FINAL_TYPE (RemitEntityTable, remit_entity_table, REMIT, ENTITY_TABLE, AdwBin)

typedef struct _RemitTableColumn RemitTableColumn;

/**
 * RemitTableColumn:
 * @title: translatable
 * @property: (nullable): the text that is shown and sorted by; %NULL for what is computed
 * @dup_text: (nullable): what is shown, when it is computed
 * @get_number: (nullable): what is sorted by, when it is computed
 * @get_load: (nullable): a load and a capacity, shown as a bar
 * @wide: in how wide a table, in pixels, the column is there
 */
struct _RemitTableColumn
{
  const char *title;
  const char *property;
  char *(*dup_text) (RemitWorkspace *workspace, gint64 plan, RemitEntity *entity);
  gint64 (*get_number) (RemitWorkspace *workspace, gint64 plan, RemitEntity *entity);
  void (*get_load) (RemitWorkspace *workspace, gint64 plan, RemitEntity *entity, int *load,
                    int *capacity);
  int wide;
};

/** First of all; @columns: a static array */
void remit_entity_table_set_up (RemitEntityTable *self,
                                RemitKind kind,
                                const RemitTableColumn *columns,
                                guint n_columns);

/** Shows those that @filter lets through, instead of those whose name has what is searched for. */
void remit_entity_table_set_filter (RemitEntityTable *self,
                                    GtkFilter *filter);

void remit_entity_table_set_plan (RemitEntityTable *self,
                                  RemitWorkspace *workspace,
                                  gint64 plan);

/** Returns: (transfer none): what is shown, in its order, as it is selected */
GtkMultiSelection *remit_entity_table_get_selection (RemitEntityTable *self);

/** Selects an entity, scrolls to it and gives it the keyboard; a search that hides it is ended. */
void remit_entity_table_show (RemitEntityTable *self,
                              gint64 id);
