/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a matrix of decision rights: the columns whose roles are to be made. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/value/remit-table-value.h"
#include "model/remit-text.h"
#include "remit-matrix-import.h"

/* Returns: (nullable): what stands behind the words of a format such as "Role: %s" */
static const char *
skip_prefix (const char *header,
             const char *format)
{
  g_autofree char *prefix = g_strndup (format, strcspn (format, "%"));

  return *prefix != '\0' && g_str_has_prefix (header, prefix) ? header + strlen (prefix) : NULL;
}

static const char *
skip_either (const char *header,
             const char *format)
{
  const char *name = skip_prefix (header, _ (format));

  return name != NULL ? name : skip_prefix (header, format);
}

/* "Fraud: ML engineer (2)", as it is written */
static void
read_team (RemitMatrixHolder *self)
{
  const char *colon = strstr (self->name, ": ");
  g_autoptr (GRegex) number = NULL;
  g_autofree char *name = NULL;

  if (colon == NULL || colon == self->name || colon[2] == '\0')
    return;
  number = g_regex_new (" \\([0-9]+\\)$", 0, 0, NULL);
  name = g_regex_replace_literal (number, colon + 2, -1, 0, "", 0, NULL);
  if (*g_strstrip (name) == '\0')
    return;
  self->team = g_strndup (self->name, (gsize) (colon - self->name));
  g_free (self->name);
  self->name = g_steal_pointer (&name);
}

/* Returns: (transfer full) (nullable): the role that a header names; %NULL for none, or a person */
static RemitMatrixHolder *
read_header (const char *header)
{
  g_autofree char *text = remit_matrix_header_dup_unmarked (header);
  const char *role;
  RemitMatrixHolder *self;

  remit_table_value_clean (text, FALSE);
  role = skip_either (text, N_ ("Role: %s"));
  if (*text == '\0' || strchr (text, '@') != NULL
      || skip_either (text, N_ ("Person: %s")) != NULL)
    return NULL;
  self = g_new0 (RemitMatrixHolder, 1);
  self->kind = REMIT_KIND_ROLE;
  self->name = g_strdup (role != NULL ? role : text);
  self->is_bare = role != NULL;
  if (role == NULL)
    read_team (self);
  /* Translators: the header of a column of a table, whose role is to be made */
  self->header = g_strdup_printf (_ ("New role: %s"), self->name);
  return self;
}

static void
set_new (RemitMatrixImport *self,
         guint column)
{
  const RemitMatrixHolder *holder = self->columns[column].holder;
  gboolean is_role = holder != NULL && holder->kind == REMIT_KIND_ROLE;
  RemitMatrixHolder *made = read_header (is_role ? holder->name : self->file->headers[column]);

  if (made == NULL)
    return;
  g_ptr_array_add (self->created, made);
  self->columns[column] = (RemitMatrixColumn){ .field = REMIT_MATRIX_N_FIELDS,
                                               .holder = made,
                                               .made = made };
}

/* A role that the workspace has, but of which the plan has no slot, unless the role is meant. */
static gboolean
lacks_slot (RemitMatrixImport *self,
            guint column)
{
  const RemitMatrixHolder *holder = self->columns[column].holder;
  g_autofree char *header = remit_text_fold (self->file->headers[column]);
  g_autofree char *full = holder != NULL ? remit_text_fold (holder->header) : NULL;

  return holder != NULL && holder->kind == REMIT_KIND_ROLE
         && remit_matrix_look_has_letters (&self->look, column) && !g_str_equal (header, full)
         && !remit_matrix_index_has_slot (self->index, holder->role);
}

/* Of what was written, columns without rights are slots, too. */
static gboolean
is_slot (RemitMatrixImport *self,
         guint column)
{
  const RemitMatrixColumn *at = &self->columns[column];

  return at->holder == NULL && at->field == REMIT_MATRIX_N_FIELDS && !at->is_left_out
         && strstr (self->file->headers[column], ": ") != NULL && remit_matrix_is_own (self->file);
}

void
remit_matrix_import_set_new (RemitMatrixImport *self,
                             guint column)
{
  g_return_if_fail (self != NULL && column < self->n_columns);

  if (self->columns[column].made == NULL)
    set_new (self, column);
}

gboolean
remit_matrix_import_is_new (const RemitMatrixImport *self,
                            guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, FALSE);

  return self->columns[column].made != NULL;
}

void
remit_matrix_import_set_create (RemitMatrixImport *self,
                                gboolean create)
{
  g_return_if_fail (self != NULL);

  self->creates = create;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *header = self->file->headers[i];

      if (!create && remit_matrix_import_is_new (self, i))
        self->columns[i] = (RemitMatrixColumn){
          .field = REMIT_MATRIX_N_FIELDS,
          .holder = remit_matrix_import_find_holder (self, header),
        };
      else if (create
               && (lacks_slot (self, i) || is_slot (self, i)
                   || (remit_matrix_import_is_unknown (self, i)
                       && !remit_matrix_index_has_name (self->index, header))))
        set_new (self, i);
    }
}
